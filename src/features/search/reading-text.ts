import { type Element, isTag, isText, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

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
}

const blockTags = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul time'.split(' '),
);
const silent = new Set(['script', 'style', 'template', 'svg', 'noscript', 'button', 'select', 'input']);

function find(nodes: ChildNode[], test: (element: Element) => boolean): Element[] {
  return nodes.filter(isTag).flatMap((element) => (test(element) ? [element] : find(element.children, test)));
}

/** The blocks of an element in reading order, without what `data-pagefind-ignore` takes out. */
function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let current: { anchor: string | undefined; heading: boolean } = { anchor: undefined, heading: false };
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
        const isHeading = /^h[1-6]$/.test(node.name);
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

/** A heading's anchor holds for the blocks after it until something nearer has an id of its own. */
function carryAnchors(blocks: Block[]): Block[] {
  let section: string | undefined;
  return blocks.map((block) => {
    if (block.heading) section = block.anchor ?? section;
    return block.anchor || !section ? block : { ...block, anchor: section };
  });
}

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
    const roots = parts.length > 0 ? parts : [body];
    return roots.map((root): SearchRecord => {
      const { id, 'data-search-title': title, 'data-search-note': note } = root.attribs;
      if (!title) throw new Error(`${path}：检索条目缺少 data-search-title`);
      if (root !== body && !id) throw new Error(`${path}：检索条目“${title}”缺少 id`);
      return { url: root === body ? path : `${path}#${id}`, type, title, note: note ?? '', blocks: carryAnchors(blocksOf(root)) };
    });
  });
}
