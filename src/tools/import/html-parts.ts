import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { weight } from './tree.ts';

/** Elements that hold no words of the text. */
export const silent = new Set('script style template svg noscript button select input textarea iframe object canvas audio video head'.split(' '));
const around = new Set(['nav', 'footer', 'aside', 'form', 'menu', 'dialog']);

const all = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...all(element.children)]);
const textOf = (node: ChildNode): string => (isText(node) ? node.data : isTag(node) && !silent.has(node.name) ? node.children.map(textOf).join('') : '');

/** Names under which Chinese sites keep the text of an article. */
const named = /^(?:js_content|rich_media_content|article(?:[-_]?(?:content|body|text|main))?|(?:main|news|post|entry|text|detail|doc)[-_]?(?:content|body|text|con)|content|zoom|TRS_Editor|trs_editor_view|pages_content|rm_txt_con|xl_content)$/i;

const isNamed = ({ name, attribs }: Element) =>
  name === 'article' || name === 'main' || attribs.role === 'main' || named.test(attribs.id ?? '') || (attribs.class ?? '').split(/\s+/).some((word) => named.test(word));

/** A list or box that is mostly links: related pages, menus. */
function isLinks(element: Element): boolean {
  if (!['ul', 'ol', 'div', 'section', 'dl'].includes(element.name)) return false;
  const links = all(element.children).filter(({ name }) => name === 'a');
  const total = weight(textOf(element));
  return links.length >= 3 && total > 0 && links.reduce((sum, link) => sum + weight(textOf(link)), 0) / total > 0.7;
}

/** The part of a page that is its text: the named element with most words, else the body; without menus and boxes of links. */
export function mainPart(nodes: ChildNode[]): { root: ChildNode[]; dropped: string[] } {
  const elements = all(nodes);
  const body = elements.find(({ name }) => name === 'body')?.children ?? nodes;
  const whole = body.reduce((sum, node) => sum + weight(textOf(node)), 0);
  const best = elements.filter(isNamed).map((element) => ({ element, size: weight(textOf(element)) })).sort((a, b) => b.size - a.size)[0];
  const root = best && best.size >= Math.max(100, whole * 0.3) ? best.element.children : body;
  const dropped: string[] = [];
  const clean = (list: ChildNode[]): ChildNode[] =>
    list.filter((node) => {
      if (!isTag(node)) return true;
      if (around.has(node.name) || isLinks(node)) {
        const words = textOf(node).replace(/\s+/g, '');
        if (words) dropped.push(`“${words.slice(0, 12)}${words.length > 12 ? '……' : ''}”`);
        return false;
      }
      node.children = clean(node.children);
      return true;
    });
  return { root: clean(root), dropped };
}

/** The title of a page: its first h1 outside the text, else <title> without the name of the site. */
export function pageTitle(elements: Element[], root: ChildNode[]): string | undefined {
  const words = (element: Element | undefined) => (element ? textOf(element).replace(/\s+/g, ' ').trim() : '');
  const inside = new Set(all(root));
  if ([...inside].some(({ name }) => name === 'h1')) return undefined;
  const named = elements.find(({ name, attribs }) => name === 'h1' || attribs.id === 'activity-name');
  const title = elements.find(({ name }) => name === 'title');
  const raw = words(named) || title?.children.map((node) => (isText(node) ? node.data : '')).join('').replace(/\s+/g, ' ').trim() || '';
  return raw.split(/\s*(?:[_|｜]|\s[-–—]\s|--+)\s*/)[0]?.trim() || undefined;
}
