import type { BlockContent, FootnoteDefinition, Heading, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';

/** A block of an imported document: what Markdown has at its top level. */
export type Block = RootContent;

/** An image found in the input: where its bytes are, or only its address. */
export interface FoundImage {
  name: string;
  type: string;
  bytes?: Uint8Array | undefined;
}

/** What a reader of one format hands on. */
export interface Imported {
  blocks: Block[];
  /** The title the format itself names: a title style, the <title> of a page, front matter. */
  title?: string | undefined;
  /** Author and origin that the format itself names. */
  byline?: string | undefined;
  images: FoundImage[];
  /** What was done on reading, for the report: tracked changes, merged cells, dropped links. */
  remarks: string[];
}

/** The words of a node without any markup. */
export const plain = (node: Nodes): string =>
  'value' in node ? node.value : node.type === 'footnoteReference' || node.type === 'footnoteDefinition' ? '' : node.type === 'break' ? '\n' : 'children' in node ? node.children.map((child) => plain(child as Nodes)).join('') : '';

export const text = (value: string): Text => ({ type: 'text', value });
export const paragraph = (children: PhrasingContent[] | string): Paragraph => ({ type: 'paragraph', children: typeof children === 'string' ? [text(children)] : children });
export const heading = (depth: Heading['depth'], children: PhrasingContent[] | string): Heading => ({ type: 'heading', depth, children: typeof children === 'string' ? [text(children)] : children });
export const footnote = (identifier: string, children: BlockContent[]): FootnoteDefinition => ({ type: 'footnoteDefinition', identifier, label: identifier, children });

/** Characters that readers read: Han, letters and digits. */
export const weight = (words: string): number => [...words].filter((char) => /[\p{Script=Han}\p{L}\p{N}]/u.test(char)).length;

/** Every run of inline content below a node: a paragraph's, a heading's, a cell's. */
export function inlineRuns(node: Nodes): PhrasingContent[][] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [node.children];
  return 'children' in node ? node.children.flatMap((child) => inlineRuns(child as Nodes)) : [];
}

/** The text nodes of a run in order, with undefined where something that is no text stands between. */
export function textsIn(children: readonly PhrasingContent[]): (Text | undefined)[] {
  return children.flatMap((child): (Text | undefined)[] => (child.type === 'text' ? [child] : 'children' in child ? textsIn(child.children) : [undefined]));
}
