import type { Nodes } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { TextFile } from './corpus.ts';

/** A component in MDX, as the parser gives it; mdast has no type for it. */
export interface Jsx {
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
}

/** The body of a text as a tree; offsets count from the beginning of the body. Broken MDX has a message and a place. */
export type BodyTree = { tree: Nodes } | { tree: undefined; message: string; offset: number };

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkCjkFriendly).use(remarkCjkStrikethrough);
const trees = new WeakMap<TextFile, BodyTree>();

function parse(body: string): BodyTree {
  try {
    return { tree: parser.parse(body) };
  } catch (error) {
    const { message, place, line } = error as { message: string; line?: number; place?: { offset?: number; start?: { offset?: number } } };
    const offset = place?.offset ?? place?.start?.offset ?? (line ? body.split('\n').slice(0, line - 1).join('\n').length + 1 : 0);
    return { tree: undefined, message, offset: Math.min(offset, body.length) };
  }
}

/** The tree of a text's body, parsed once however many rules ask. */
export function bodyTree(text: TextFile): BodyTree {
  const known = trees.get(text);
  if (known) return known;
  const parsed = parse(text.body);
  trees.set(text, parsed);
  return parsed;
}

/** The component that a node is, if it is one. */
export const jsxOf = (node: Nodes): Jsx | undefined =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? (node as unknown as Jsx) : undefined;

/** The value of a component's property that is written as plain text. */
export const property = (jsx: Jsx, name: string): string | undefined => {
  const value = jsx.attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};

/** The words of a node without their marks. */
export const plain = (node: Nodes): string =>
  'value' in node ? String(node.value) : 'children' in node ? (node.children as Nodes[]).map(plain).join('') : '';

/** Where a node begins and ends in the body. */
export const spanOf = (node: Nodes): { from: number; to: number } => ({ from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 });
