import type { BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast';
import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { mainPart, pageTitle, silent } from './html-parts.ts';
import { footnote, heading, paragraph, text, weight, type Block, type FoundImage, type Imported } from './tree.ts';

/** `page`: a saved web page with furniture around the text; `word`: the output of the .docx reader, all of it text. */
export type HtmlOrigin = 'page' | 'word';

const blockTags = new Set('address article blockquote center dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul'.split(' '));

const all = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...all(element.children)]);

/** Maps HTML to Markdown's blocks. Links become their words, since a page may link out only to a registered source. */
export function fromHtml(html: string, origin: HtmlOrigin = 'page'): Imported {
  const document = parseDocument(html);
  const elements = all(document.children);
  const byId = new Map(elements.filter(({ attribs }) => attribs.id).map((element) => [element.attribs.id ?? '', element]));
  const images: FoundImage[] = [];
  const addresses = new Set<string>();
  const remarks: string[] = [];
  const notes = new Map<string, { label: string; element: Element }>();
  let italics = 0;
  let merged = 0;

  /** A link into the page that a superscript or a number in brackets makes is a note. */
  const noteOf = (link: Element): string | undefined => {
    const id = /^#(.+)$/.exec(link.attribs.href ?? '')?.[1];
    const target = id === undefined ? undefined : byId.get(decodeURIComponent(id));
    const words = textOf(link).trim();
    if (!target || !/^[[（(【〔]?[\d①-⑳*†]+[\]）)】〕]?$/.test(words)) return undefined;
    const host = target.name === 'a' || target.name === 'span' ? target.parent : target;
    if (!host || !isTag(host) || !['li', 'p', 'dd', 'div', 'td'].includes(host.name) || contains(host, link)) return undefined;
    const known = [...notes.values()].find(({ element }) => element === host);
    const label = known?.label ?? `n${notes.size + 1}`;
    notes.set(id ?? '', { label, element: host });
    return label;
  };

  const inline = (nodes: ChildNode[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      if (isText(node)) return node.data ? [text(node.data.replace(/[ \t\r\n]+/g, ' '))] : [];
      if (!isTag(node) || silent.has(node.name)) return [];
      const children = () => inline(node.children);
      switch (node.name) {
        case 'br':
          return [{ type: 'break' }];
        case 'b':
        case 'strong': {
          const inner = children();
          return inner.length > 0 ? [{ type: 'strong', children: inner }] : [];
        }
        case 'i':
        case 'em':
          if (weight(textOf(node)) > 0) italics += 1;
          return children();
        case 'del':
          return [];
        case 's':
        case 'strike':
          return [{ type: 'delete', children: children() }];
        case 'a': {
          const label = noteOf(node);
          if (label) return [{ type: 'footnoteReference', identifier: label, label }];
          const href = node.attribs.href ?? '';
          if (/^https?:/.test(href) && weight(textOf(node)) > 0) addresses.add(href);
          return children();
        }
        case 'img': {
          const data = /^data:([^;,]+);base64,(.+)$/s.exec(node.attribs.src ?? '');
          const name = data ? '' : (node.attribs['data-src'] ?? node.attribs.src ?? '');
          images.push({ name, type: data?.[1] ?? '', ...(data && { bytes: Buffer.from(data[2] ?? '', 'base64') }) });
          return [{ type: 'image', url: String(images.length), alt: node.attribs.alt ?? null }];
        }
        default:
          return children();
      }
    });

  /** Inline content cut into paragraphs where the page breaks its lines, as Chinese pages do in place of paragraphs. */
  const paragraphs = (children: PhrasingContent[]): Block[] => {
    const parts: PhrasingContent[][] = [[]];
    for (const child of children) child.type === 'break' ? parts.push([]) : parts[parts.length - 1]?.push(child);
    return parts.filter((part) => part.some((child) => child.type !== 'text' || child.value.trim() !== '')).map((part) => paragraph(part));
  };
  const flat = (children: PhrasingContent[]) => children.map((child) => (child.type === 'break' ? text(' ') : child));

  const isNote = (element: Element) => [...notes.values()].some((note) => note.element === element);

  const table = (element: Element): Block => {
    const rows = all(element.children).filter((row) => row.name === 'tr');
    const grid: (PhrasingContent[] | undefined)[][] = rows.map(() => []);
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th')) {
        while (grid[y]?.[x]) x += 1;
        const [across, down] = [Number(cell.attribs.colspan ?? 1) || 1, Number(cell.attribs.rowspan ?? 1) || 1];
        if (across > 1 || down > 1) merged += 1;
        for (let dy = 0; dy < down && y + dy < grid.length; dy += 1) for (let dx = 0; dx < across; dx += 1) (grid[y + dy] as PhrasingContent[][])[x + dx] = dy + dx === 0 ? cellOf(cell) : [];
        x += across;
      }
    });
    const width = Math.max(1, ...grid.map((row) => row.length));
    const children = grid.map((row): TableRow => ({ type: 'tableRow', children: Array.from({ length: width }, (_, x) => ({ type: 'tableCell', children: row[x] ?? [] })) }));
    return { type: 'table', children };
  };
  const cellOf = (cell: Element): PhrasingContent[] =>
    blocks(cell.children).flatMap((block, at) => {
      const own = 'children' in block && (block.type === 'paragraph' || block.type === 'heading') ? block.children : [text(block.type === 'list' ? block.children.map((item) => plainOf(item)).join('；') : '')];
      return at === 0 ? own : [text('；'), ...own];
    });
  const plainOf = (item: ListItem) => item.children.map((child) => ('children' in child ? child.children.map((part) => ('value' in part ? part.value : '')).join('') : '')).join('');

  const list = (element: Element): Block[] => {
    const items: ListItem[] = [];
    for (const child of element.children.filter(isTag)) {
      if (isNote(child) || child.children.length === 0) continue;
      if (child.name === 'ul' || child.name === 'ol') items[items.length - 1]?.children.push(...(list(child) as BlockContent[]));
      else items.push({ type: 'listItem', spread: false, children: blocks(child.children) as BlockContent[] });
    }
    return items.length > 0 ? [{ type: 'list', ordered: element.name === 'ol', start: 1, spread: false, children: items }] : [];
  };

  const blocks = (nodes: ChildNode[]): Block[] => {
    const found: Block[] = [];
    let pending: ChildNode[] = [];
    const flush = () => {
      found.push(...paragraphs(inline(pending)));
      pending = [];
    };
    for (const node of nodes) {
      if (!isTag(node) || (!blockTags.has(node.name) && !all(node.children).some(({ name }) => blockTags.has(name)))) {
        pending.push(node);
        continue;
      }
      flush();
      if (silent.has(node.name) || isNote(node)) continue;
      const depth = /^h([1-6])$/.exec(node.name)?.[1];
      if (depth) found.push(heading(Number(depth) as 1, flat(inline(node.children))));
      else if (node.name === 'table' && isLayout(node)) found.push(...blocks(node.children));
      else if (node.name === 'table') found.push(table(node));
      else if (node.name === 'ul' || node.name === 'ol') found.push(...list(node));
      else if (node.name === 'blockquote') found.push({ type: 'blockquote', children: blocks(node.children) as BlockContent[] });
      else found.push(...blocks(node.children));
    }
    flush();
    return found;
  };

  const { root, dropped } = origin === 'page' ? mainPart(document.children) : { root: document.children, dropped: [] };
  // Notes are known only after the text that refers to them, so the places are found before the blocks are made.
  all(root).filter(({ name }) => name === 'a').forEach(noteOf);
  const body = blocks(root);
  for (const { label, element } of new Map([...notes.values()].map((note) => [note.label, note])).values()) {
    const words = blocks(element.children.filter((node) => !(isTag(node) && node.name === 'a' && /^[↑^↩\d[\]]*$/.test(textOf(node)))));
    const back = (children: PhrasingContent[]) => children.filter((child) => !(child.type === 'text' && /^\s*[↑↩^]\s*$/.test(child.value)));
    // The note's own number, which Markdown writes anew.
    const bare = (children: PhrasingContent[], at: number) => (at === 0 && children[0]?.type === 'text' ? [text(children[0].value.replace(/^\s*(?:[[【〔]\d+[\]】〕]|[①-⑳])\s*/, '')), ...children.slice(1)] : children);
    body.push(footnote(label, words.map((block, at) => (block.type === 'paragraph' ? paragraph(bare(back(block.children), at)) : block)) as BlockContent[]));
  }
  if (italics > 0) remarks.push(`斜体${italics}处改为正体：中文不用斜体`);
  if (merged > 0) remarks.push(`表格里合并的单元格${merged}处已拆开，空出的格子留空`);
  if (addresses.size > 0) remarks.push(`外链${addresses.size}处只留文字；要链接的先登记成出处：${[...addresses].slice(0, 5).join(' ')}${addresses.size > 5 ? ' ……' : ''}`);
  if (dropped.length > 0) remarks.push(`网页正文以外的部分没有收：${dropped.slice(0, 8).join('、')}`);
  return { blocks: body, title: origin === 'page' ? pageTitle(elements, root) : undefined, images, remarks };
}

const textOf = (node: ChildNode): string => (isText(node) ? node.data : isTag(node) ? node.children.map(textOf).join('') : '');
const contains = (host: Element, inner: Element): boolean => all(host.children).includes(inner);

/** A table of one column, or one that holds another: old pages lay text out with them. */
function isLayout(element: Element): boolean {
  const cells = all(element.children).filter(({ name }) => name === 'td' || name === 'th');
  return cells.length <= 1 || all(element.children).some(({ name }) => name === 'table');
}
