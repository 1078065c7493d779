import type { Nodes } from 'mdast';
import type { CollectionName } from '../model/ids.ts';
import type { SingleFile } from '../model/schemas.ts';
import { bodyTree, jsxOf, plain, spanOf } from './body-tree.ts';
import type { EntryFile, TextFile } from './corpus.ts';
import type { YamlText } from './yaml-data.ts';

/** What stands in a passage where the file has marks, tags or registered words instead of the author's own. */
export const gap = '\ue000';

/**
 * One stretch of words for readers: a paragraph, a heading, a table cell, a field of YAML. `text` is the file's own text
 * from the offset `from`, position by position, with everything that is not the author's words replaced by `gap`.
 */
export interface Passage {
  file: string;
  raw: string;
  collection: CollectionName | SingleFile;
  from: number;
  text: string;
  kind: 'paragraph' | 'heading' | 'cell' | 'note' | 'field';
  /** Whether it stands in a block that Markdown sets off with >. */
  setOff?: boolean;
  /** The field, in YAML and front matter. */
  path?: readonly PropertyKey[];
  /** The words of the heading of level two above it, in bodies. */
  section?: string;
  /** Of a cell: whether it belongs to the head of its table, and the offsets of its row and of the last cell in it. */
  row?: { head: boolean; from: number; to: number; lastFrom: number };
}

/** Fields that hold records, not words for readers. */
const records = new Set(['id', 'url', 'date', 'updated', 'sources', 'topics', 'places', 'work', 'ids', 'order', 'verified', 'tier', 'type', 'kind', 'checked', 'isbn', 'path', 'case', 'quote', 'quotes', 'caseEvents', 'basis', 'forms']);

const blank = (text: string) => text.replace(/[^\n]/g, gap);

/** The key of the field, without positions in lists. */
const keyOf = (path: readonly PropertyKey[]): string => String(path.filter((part) => typeof part === 'string').pop() ?? '');

const fieldPassage = (file: TextFile | EntryFile, base: number, { path, from, to }: YamlText): Passage => ({
  file: file.file,
  raw: file.raw,
  collection: file.collection,
  from: base + from,
  text: file.raw.slice(base + from, base + to),
  kind: 'field',
  path,
});

const isRecord = ({ path }: YamlText): boolean => records.has(keyOf(path)) || path.includes('checked');

/** The offsets of the author's own words below a node: not code, not the inside of <Q>. */
function ownWords(node: Nodes, found: { from: number; to: number }[] = []): { from: number; to: number }[] {
  if (jsxOf(node)?.name === 'Q') return found;
  if (node.type === 'text') found.push(spanOf(node));
  else if ('children' in node) (node.children as Nodes[]).forEach((child) => ownWords(child, found));
  return found;
}

function bodyPassages(text: TextFile): Passage[] {
  const { tree } = bodyTree(text);
  const found: Passage[] = [];
  let section = '';
  const add = (node: Nodes, kind: Passage['kind'], more: Pick<Passage, 'row' | 'setOff'> = {}) => {
    const { from, to } = spanOf(node);
    let words = '';
    let at = from;
    for (const span of ownWords(node)) {
      words += blank(text.body.slice(at, span.from)) + text.body.slice(span.from, span.to).replace(/\[\^[^\]\s]+\]/g, blank);
      at = span.to;
    }
    words += blank(text.body.slice(at, to));
    found.push({ file: text.file, raw: text.raw, collection: text.collection, from: text.bodyOffset + from, text: words, kind, section, ...more });
  };
  const walk = (node: Nodes, isNote: boolean, setOff: boolean) => {
    if (node.type === 'heading') {
      if (node.depth === 2) section = plain(node).trim();
      add(node, 'heading');
    } else if (node.type === 'paragraph') add(node, isNote ? 'note' : 'paragraph', setOff ? { setOff } : {});
    else if (node.type === 'table')
      node.children.forEach((cells, at) => {
        const { from, to } = spanOf(cells);
        const last = cells.children[cells.children.length - 1] ?? cells;
        const row = { head: at === 0, from: text.bodyOffset + from, to: text.bodyOffset + to, lastFrom: text.bodyOffset + spanOf(last).from };
        for (const cell of cells.children) add(cell, 'cell', { row });
      });
    else if ('children' in node) (node.children as Nodes[]).forEach((child) => walk(child, isNote || node.type === 'footnoteDefinition', setOff || node.type === 'blockquote'));
  };
  if (tree) walk(tree, false, false);
  return found;
}

const kept = new WeakMap<TextFile | EntryFile, Passage[]>();

/** The passages of one file, in file order. */
export function passagesOf(file: TextFile | EntryFile): Passage[] {
  const known = kept.get(file);
  if (known) return known;
  const fields = file.data.texts.filter((text) => !isRecord(text));
  const found =
    file.kind === 'text'
      ? [...fields.map((field) => fieldPassage(file, file.dataOffset, field)), ...bodyPassages(file)]
      : fields.map((field) => fieldPassage(file, 0, field));
  kept.set(file, found);
  return found;
}

/** The last named field of a passage's path, e.g. "note"; empty in bodies. */
export const fieldOf = (passage: Passage): string => keyOf(passage.path ?? []);

/** A passage's words as readers see them, position by position: marks and tags are spaces. */
export const seen = (text: string): string => text.split(gap).join(' ');
