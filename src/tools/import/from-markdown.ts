import type { Nodes, Parent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';
import { fromHtml } from './from-html.ts';
import { plain, text, type Block, type Imported } from './tree.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkCjkFriendly).use(remarkCjkStrikethrough);

const fields = (yaml: string): Record<string, unknown> => {
  try {
    const value: unknown = parse(yaml);
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** Reads Markdown. Front matter gives title, author and origin; HTML in it is mapped like a page; links become words. */
export function fromMarkdown(raw: string): Imported {
  const tree = parser.parse(raw);
  const remarks: string[] = [];
  const images: Imported['images'] = [];
  const addresses = new Set<string>();
  let front: Record<string, unknown> = {};
  let stars = 0;

  const clean = (parent: Parent) => {
    parent.children = parent.children.flatMap((child): Nodes[] => {
      if (child.type === 'yaml') {
        front = fields(child.value);
        return [];
      }
      if (child.type === 'html') return parent.type === 'root' ? fromHtml(child.value).blocks : /^<br\s*\/?>$/.test(child.value) ? [text(' ')] : [];
      if (child.type === 'code') return [{ type: 'paragraph', children: [text(child.value.replace(/\n/g, ' '))] }];
      if (child.type === 'inlineCode') return [text(child.value)];
      if (child.type === 'thematicBreak' || child.type === 'definition') return [];
      if ('children' in child) clean(child as Parent);
      if (child.type === 'link' || child.type === 'linkReference') {
        if (child.type === 'link' && /^https?:/.test(child.url)) addresses.add(child.url);
        return child.children;
      }
      // A single pair of stars is either emphasis, which Chinese does not set in italics, or two redacted names.
      if (child.type === 'emphasis') {
        stars += 1;
        return [text('*'), ...child.children, text('*')];
      }
      if (child.type === 'image') {
        images.push({ name: child.url, type: '' });
        return [{ ...child, url: String(images.length) }];
      }
      return [child];
    }) as Parent['children'];
  };
  clean(tree);
  if (stars > 0) remarks.push(`成对的单个星号${stars}对：看不出是强调还是遮盖的名字，都按遮盖标了出来`);
  if (addresses.size > 0) remarks.push(`外链${addresses.size}处只留文字；要链接的先登记成出处：${[...addresses].slice(0, 5).join(' ')}${addresses.size > 5 ? ' ……' : ''}`);
  const string = (name: string) => (typeof front[name] === 'string' ? front[name] : undefined);
  const byline = [string('author') && `作者：${string('author')}`, string('source') && `来源：${string('source')}`].filter(Boolean).join('，');
  const blocks = tree.children.filter((block) => block.type !== 'paragraph' || plain(block).trim() !== '' || block.children.some((child) => child.type === 'image'));
  return { blocks: blocks as Block[], title: string('title'), byline: byline || undefined, images, remarks };
}
