import { type Element, isTag, isText, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { builtPages } from './dist.ts';

const pages = builtPages();
const terms = [...loadRegister().glossary.values()];
const texts = pages.filter(({ path }) => /^\/(lessons|cases|essays|forms)\/[^/]+\/$/.test(path));
const inside = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...inside(element.children)]);
const words = (nodes: ChildNode[]): string => nodes.map((node) => (isText(node) ? node.data : isTag(node) ? words(node.children) : '')).join('');
const glossary = pages.find(({ path }) => path === '/glossary/');
const backLinks = (id: string) => inside(glossary?.elements.find((element) => element.attribs.id === id)?.children ?? []).map((element) => element.attribs.href);

interface Piece {
  text: string;
  term?: string;
}

/** The running words of a text, in order, with the term that each piece is linked to. Tables, headings, quotations and other links stay out. */
function prose(nodes: ChildNode[]): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (isText(node)) return [{ text: node.data }];
    if (!isTag(node) || ['table', 'figure', 'h2', 'h3', 'sup', 'time'].includes(node.name) || /\b(sn|q|events|gist)\b/.test(node.attribs.class ?? '')) return [{ text: '\n' }];
    if (node.name !== 'a') return [...prose(node.children), { text: /^(p|li|ul|ol|div)$/.test(node.name) ? '\n' : '' }];
    return node.attribs.class === 'term' ? [{ text: words(node.children), term: node.attribs.href?.split('#')[1] ?? '' }] : [{ text: '\n' }];
  });
}

/** Where a name begins in the words, unless a longer name of any term covers it. */
function firstUse(text: string, names: string[], longer: string[]): number {
  const places = names.flatMap((name) => {
    const found: number[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const covered = longer.some((other) => other.length > name.length && other.includes(name) && Array.from({ length: other.length }, (_, back) => at - back).some((from) => from >= 0 && text.startsWith(other, from) && from + other.length >= at + name.length));
      if (!covered) found.push(at);
    }
    return found;
  });
  return places.length > 0 ? Math.min(...places) : -1;
}

describe('terms', () => {
  const all = terms.flatMap(({ term, aliases }) => [term, ...aliases]);

  it('are linked where a text first uses them, once', () => {
    const wrong: string[] = [];
    let links = 0;
    for (const { path, elements } of texts) {
      const body = elements.find((element) => element.attribs.class === 'prose');
      const pieces = prose(body?.children ?? []);
      const text = pieces.map((piece) => piece.text).join('');
      let at = 0;
      const linked = new Map<string, number[]>();
      for (const piece of pieces) {
        if (piece.term) linked.set(piece.term, [...(linked.get(piece.term) ?? []), at]);
        at += piece.text.length;
      }
      for (const { id, term, aliases, autolink } of terms) {
        const first = autolink ? firstUse(text, [term, ...aliases], all) : -1;
        const found = linked.get(id) ?? [];
        links += found.length;
        if (first < 0 ? found.length > 0 : found.length !== 1 || found[0] !== first) wrong.push(`${path} ${term}: first ${first} ${text.slice(first, first + 12)}, linked ${found.join(' ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(links).toBeGreaterThan(100);
  });

  it('lead back to every text that uses them, and to no other', () => {
    for (const { id, term, aliases } of terms) {
      const names = [term, ...aliases];
      const back = backLinks(id).filter((href) => /^\/(lessons|cases|essays|forms)\//.test(href ?? ''));
      for (const { path, elements } of texts) {
        const body = elements.find((element) => element.attribs.class === 'prose');
        if (inside(body?.children ?? []).some((element) => element.attribs.class === 'term' && element.attribs.href?.endsWith(`#${id}`))) expect(back, term).toContain(path);
        if (back.includes(path)) expect(names.some((name) => words(body?.children ?? []).includes(name)), `${term} ${path}`).toBe(true);
      }
    }
  });
});
