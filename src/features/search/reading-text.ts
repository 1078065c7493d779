import { type Element, isTag, isText, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { blockTags } from './blocks.ts';

/** A block of reading text: a heading, paragraph, list item, table cell. Phrases never run from one into the next. */
export interface Block {
  text: string;
  /** Id of the nearest element above or at the block that can be linked to. */
  anchor?: string;
  heading: boolean;
}

/** What search holds of one page, or of one entry of a page. */
export interface SearchRecord {
  /** Address with fragment where the record is a part of a page. */
  url: string;
  type: string;
  title: string;
  note: string;
  blocks: Block[];
  /** How well the wording of a quotation is established. */
  grade: string;
  /** What it rests on, one entry a source, from the list marked `data-search-sources`. */
  sources: string[];
  /** What it can be narrowed by: ids of topics and places, the speaker, the class of text, the ISO date. */
  topics: string[];
  places: string[];
  speaker: string;
  provenance: string;
  date: string;
}

const silent = new Set(['script', 'style', 'template', 'svg', 'noscript', 'button', 'select', 'input']);

function find(nodes: ChildNode[], test: (element: Element) => boolean): Element[] {
  return nodes.filter(isTag).flatMap((element) => (test(element) ? [element] : find(element.children, test)));
}

const textOf = (nodes: ChildNode[]): string => nodes.map((node) => (isText(node) ? node.data : isTag(node) ? textOf(node.children) : '')).join('');

/** The blocks of an element in reading order, without what `data-pagefind-ignore` takes out. */
function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let current: { anchor: string | undefined; heading: boolean } = { anchor: undefined, heading: false };
  // The date of an entry of a list heads it like a title.
  const dated = 'data-search-record' in root.attribs;
  const flush = () => {
    const words = text.replace(/[\s¶]+/g, ' ').trim();
    if (words) blocks.push({ text: words, heading: current.heading, ...(current.anchor && { anchor: current.anchor }) });
    text = '';
  };
  const walk = (nodes: ChildNode[], anchor: string | undefined, heading: boolean) => {
    for (const node of nodes) {
      if (isText(node)) {
        if (!text.trim()) current = { anchor, heading };
        text += node.data;
      } else if (isTag(node)) {
        if ('data-pagefind-ignore' in node.attribs || silent.has(node.name)) continue;
        const block = blockTags.has(node.name);
        const isHeading = /^h[1-6]$/.test(node.name) || (node.name === 'time' && dated);
        if (block) flush();
        walk(node.children, node.attribs.id ?? anchor, heading || isHeading);
        if (block) flush();
      }
    }
  };
  walk(root.children, root.attribs.id, false);
  flush();
  return blocks;
}

/** A block without an id is reached through the one above it that has one. */
function carryAnchors(blocks: Block[]): Block[] {
  let above: string | undefined;
  return blocks.map((block) => {
    above = block.anchor ?? above;
    return block.anchor || !above ? block : { ...block, anchor: above };
  });
}

/** The entry of a source without its number and address. */
const sourceOf = (item: Element): string => {
  const without = find(item.children, ({ attribs }) => /\b(?:cite|plain)\b/.test(attribs.class ?? ''))[0] ?? item;
  return textOf(without.children).replace(/\s+/g, ' ').trim();
};

const words = (list: string | undefined): string[] => (list ?? '').split(' ').filter(Boolean);

/**
 * The search records of a built page: its `data-pagefind-body`, or each `data-search-record` inside it. Read from the
 * finished page, so that search and reader see the same words. Throws when a page has reading text in no record.
 */
export function recordsOf(html: string, path: string): SearchRecord[] {
  const document = parseDocument(html);
  return find(document.children, (element) => 'data-pagefind-body' in element.attribs).flatMap((body) => {
    const type = body.attribs['data-search-type'];
    if (!type) throw new Error(`${path}：data-pagefind-body 缺少 data-search-type`);
    const parts = find(body.children, (element) => 'data-search-record' in element.attribs);
    // A list that has no entries yet, as in a library that has just begun, has nothing to find.
    if (parts.length === 0 && !('data-search-title' in body.attribs) && blocksOf(body).length === 0) return [];
    const roots = parts.length > 0 ? parts : [body];
    return roots.map((root): SearchRecord => {
      const { id, 'data-search-title': title, 'data-search-note': note } = root.attribs;
      if (!title) throw new Error(`${path}：检索条目缺少 data-search-title`);
      if (root !== body && !id) throw new Error(`${path}：检索条目“${title}”缺少 id`);
      return {
        url: root === body ? path : `${path}#${id}`,
        type,
        title,
        note: note ?? '',
        blocks: carryAnchors(blocksOf(root)),
        sources: find(root.children, (element) => 'data-search-sources' in element.attribs).flatMap((list) => find(list.children, ({ name }) => name === 'li').map(sourceOf)),
        grade: root.attribs['data-search-grade'] ?? '',
        topics: words(root.attribs['data-search-topics']),
        places: words(root.attribs['data-search-places']),
        speaker: root.attribs['data-search-speaker'] ?? '',
        provenance: root.attribs['data-search-class'] ?? '',
        date: root.attribs['data-search-date'] ?? '',
      };
    });
  });
}
