import { AlignmentType, BorderStyle, HeightRule, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType, type FileChild, type ParagraphChild } from 'docx';
import { inlineRuns, UnmappedError, type InlineContext } from './docx-inline.ts';
import { textWidth, type SheetKind } from './docx-styles.ts';
import { descendants, firstOf, hasClass, isElement, textOf, type SheetElement, type SheetNode } from './tree.ts';

/** What the block mapping needs to know; `numbers` keeps the paragraph numbers of the screen. */
export interface BlockContext extends InlineContext {
  kind: SheetKind;
  landscape?: boolean;
  /** Whether questions get ruled lines to write on. */
  noteLines: boolean;
}

/** Elements of a page that belong to the screen only. */
export const isFurniture = (element: SheetElement): boolean =>
  ['script', 'style', 'template', 'noscript', 'svg', 'button', 'select', 'nav', 'details', 'print-button', 'add-to-basket', 'start-time', 'read-aloud', 'citation-edition', 'colgroup'].includes(element.tag) ||
  'hidden' in element.attributes || 'data-screen' in element.attributes || ['tools', 'toc-here', 'kick', 'acts', 'printed', 'files', 'cite-tools', 'note-lines', 'print-link', 'cut', 'where', 'print-only'].some((name) => hasClass(element, name));

const inlineTags = new Set(['a', 'strong', 'b', 'em', 'del', 'sup', 'br', 'span', 'small', 'time', 'i', 'cite', 'label', 'input', 'print-facts']);
const isInline = (node: SheetNode): boolean => !isElement(node) || inlineTags.has(node.tag);
const isBlank = (node: SheetNode): boolean => !isElement(node) && !node.trim();

const paragraph = (style: string, children: ParagraphChild[], more: object = {}): Paragraph => new Paragraph({ style, children, ...more });

/** "12" before the text of a numbered paragraph, as in the margin of the page. */
const numbered = (element: SheetElement): ParagraphChild[] =>
  element.attributes['data-n'] ? [new TextRun({ text: `〔${element.attributes['data-n']}〕`, size: 16, color: '666666' })] : [];

/** "一、" or "（一）" before a heading of the text, as the style sheet numbers it on the page (ranks of GB/T 9704). */
function rank(heading: SheetElement): ParagraphChild[] {
  const [, section, subsection] = /^s(\d+)(?:-(\d+))?$/.exec(heading.attributes.id || '') || [];
  if (!section) return [];
  return [new TextRun(subsection ? `（${chineseNumber(Number(subsection))}）` : `${chineseNumber(Number(section))}、`)];
}

const digits = '〇一二三四五六七八九';

/** 1 to 99 in Chinese numerals. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}

/** Blocks of a list of nodes; loose inline nodes between blocks become paragraphs of the given style. */
export function blocks(nodes: SheetNode[], context: BlockContext, style = 'ZhengWen'): FileChild[] {
  const found: FileChild[] = [];
  let loose: SheetNode[] = [];
  const flush = () => {
    if (loose.some((node) => !isBlank(node))) found.push(paragraph(style, inlineRuns(loose, context)));
    loose = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isFurniture(node)) continue;
    if (isInline(node)) loose.push(node);
    else {
      flush();
      found.push(...block(node as SheetElement, context, style));
    }
  }
  flush();
  return found;
}

function block(element: SheetElement, context: BlockContext, style: string): FileChild[] {
  const inline = () => inlineRuns(element.children.filter((node) => !(isElement(node) && isFurniture(node))), context);
  switch (element.tag) {
    case 'h1':
      return [paragraph('Title', inline())];
    case 'h2':
      return [paragraph('YiJi', [...rank(element), ...inline()])];
    case 'h3':
    case 'h4':
      return [paragraph('ErJi', [...rank(element), ...inline()])];
    case 'p':
      if (hasClass(element, 'lead')) return [paragraph('ShuoMing', inline())];
      if (hasClass(element, 'meta') || hasClass(element, 'clock')) return [paragraph('ShuoMing', element.children.filter((child) => isElement(child) && !isFurniture(child)).flatMap((child, at) => [...(at ? [new TextRun('　')] : []), ...inlineRuns([child], context)]))];
      if (hasClass(element, 'how') || hasClass(element, 'source') || hasClass(element, 'note')) return [paragraph('ShuoMing', inline())];
      return [paragraph(style, [...numbered(element), ...inline()])];
    case 'ul':
    case 'ol':
      return list(element, context, 0);
    case 'blockquote':
      return blocks(element.children, context, 'YinWen');
    case 'figure':
      return figure(element, context);
    case 'table':
      return [...caption(element, context), table(element, context)];
    case 'dl':
      return descendants(element, ({ tag }) => tag === 'div').map((row) => paragraph('LieBiao', inlineRuns(row.children.filter(isElement).flatMap((part, at): SheetNode[] => (at ? ['：', ...part.children] : part.children)), context)));
    case 'hr':
      return [paragraph('ZhengWen', [])];
    case 'legend':
      return [paragraph('LieBiao', inline())];
    case 'figcaption':
      return [paragraph('TiZhu', inline())];
    case 'div':
    case 'section':
    case 'header':
    case 'article':
    case 'fieldset':
    case 'footer':
    case 'main':
      return blocks(element.children, context, style);
    default:
      throw new UnmappedError(element, '段落');
  }
}

function list(element: SheetElement, context: BlockContext, level: number): FileChild[] {
  const items = element.children.filter(isElement).filter((child) => child.tag === 'li');
  const own = items.some((item) => item.children.some((child) => isElement(child) && (child.tag === 'fieldset' || hasClass(child, 'num'))));
  return items.flatMap((item, at): FileChild[] => {
    const head: SheetNode[] = [];
    const rest: SheetElement[] = [];
    for (const child of item.children) {
      if (isElement(child) && isFurniture(child)) continue;
      if (isInline(child)) head.push(child);
      else if ((child as SheetElement).tag === 'p' && head.length === 0) head.push(...(child as SheetElement).children);
      else rest.push(child as SheetElement);
    }
    const hasTime = head.some((node) => isElement(node) && node.tag === 'time');
    const mark = own || hasTime ? '' : element.tag === 'ol' ? `${at + 1}. ` : '· ';
    const size = { left: 420 * (level + 1), hanging: mark ? 420 : 0 };
    const lines = context.noteLines && descendants(item, (found) => hasClass(found, 'lines')).length > 0;
    const first = at === 0 ? numbered(element) : [];
    const line = head.some((node) => !isBlank(node))
      ? [paragraph('LieBiao', [...first, ...(mark ? [new TextRun(mark)] : []), ...inlineRuns(head.flatMap((node): SheetNode[] => (isElement(node) && node.tag === 'time' ? [node, '　'] : [node])), context)], { indent: size })]
      : [];
    return [...line, ...rest.flatMap((child) => (child.tag === 'ul' || child.tag === 'ol' ? list(child, context, level + 1) : block(child, context, 'LieBiao'))), ...(lines ? ruledLines(3) : [])];
  });
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: '808080', space: 1 };

/** Lines to write on. */
export const ruledLines = (count: number): Paragraph[] =>
  Array.from({ length: count }, () => paragraph('ShuXie', [], { border: { bottom: rule, between: rule } }));

function figure(element: SheetElement, context: BlockContext): FileChild[] {
  const caption = element.children.filter(isElement).find(({ tag }) => tag === 'figcaption');
  const others = element.children.filter((child) => child !== caption && !(isElement(child) && (child.tag === 'svg' || hasClass(child, 'legend'))));
  if (hasClass(element, 'chart')) return [...(caption ? [paragraph('TiZhu', inlineRuns(caption.children, context))] : []), ...blocks(others, context)];
  const quote = firstOf(element, ({ tag }) => tag === 'blockquote');
  if (!quote) throw new UnmappedError(element, '插图');
  const words = quote.children.flatMap((child): SheetNode[] => (isElement(child) ? child.children : [child]));
  const source = (caption?.children ?? []).filter((child) => !(isElement(child) && isFurniture(child)));
  return [paragraph('YinWen', [...numbered(element), ...inlineRuns(words, context)], { keepNext: true }), paragraph('YinWenChuChu', [new TextRun('——'), ...inlineRuns(source.filter((child) => !isBlank(child)), context)])];
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: line, bottom: line, left: line, right: line };

/** Width of a column: what its cells hold, kept between a narrow and a wide share. */
function columnWidths(rows: SheetElement[][], total: number): number[] {
  const count = Math.max(...rows.map((cells) => cells.length));
  const weights = Array.from({ length: count }, (_, at) => Math.min(30, Math.max(5, ...rows.map((cells) => textOf(cells[at] ?? '').trim().length))) + 2);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => Math.floor((total * weight) / sum));
}

/** Widths of a form's columns by the shares that its author wrote (`<col class="w3">`, `label` for the words before a blank). */
function givenWidths(element: SheetElement, total: number): number[] | undefined {
  const shares = descendants(element, ({ tag }) => tag === 'col').map((column) => Number(/\bw(\d+)\b/.exec(column.attributes.class || '')?.[1] ?? (hasClass(column, 'label') ? 3 : 5)));
  const sum = shares.reduce((all, share) => all + share, 0);
  return sum > 0 ? shares.map((share) => Math.floor((total * share) / sum)) : undefined;
}

/** Millimetres a row keeps free for handwriting: 8 for each line of a form, none in a table of text. */
function writingHeight(row: SheetElement): number {
  const lines = Number(/\bh(\d+)\b/.exec(row.attributes.class || '')?.[1] ?? 0);
  const ruled = Math.max(0, ...descendants(row, (found) => hasClass(found, 'lines')).map((found) => found.children.filter(isElement).length));
  const blank = row.children.filter(isElement).some((cell) => cell.tag === 'td' && !textOf(cell).trim());
  return Math.max(lines, ruled, blank ? 1 : 0) * 8;
}

/** Title and note of a table, before it. */
function caption(element: SheetElement, context: BlockContext): Paragraph[] {
  const found = element.children.filter(isElement).find(({ tag }) => tag === 'caption');
  return found ? found.children.filter(isElement).map((part) => paragraph(part.tag === 'b' ? 'TiZhu' : 'ShuoMing', inlineRuns([part], context))) : [];
}

function table(element: SheetElement, context: BlockContext): Table {
  const rows = descendants(element, ({ tag }) => tag === 'tr');
  const cellsOf = (row: SheetElement) => row.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th');
  const total = textWidth(context.kind, context.landscape);
  const widths = givenWidths(element, total) ?? columnWidths(rows.map(cellsOf), total);
  const headRows = new Set(descendants(element, ({ tag }) => tag === 'thead').flatMap((head) => descendants(head, ({ tag }) => tag === 'tr')));
  return new Table({
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map((row) => {
      const height = writingHeight(row);
      return new TableRow({
        tableHeader: headRows.has(row),
        cantSplit: true,
        ...(height && { height: { value: Math.round((height * 1440) / 25.4), rule: HeightRule.ATLEAST } }),
        children: cellsOf(row).map((cell, at) => new TableCell({
          borders,
          verticalAlign: VerticalAlignTable.CENTER,
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          ...(Number(cell.attributes.colspan) > 1 && { columnSpan: Number(cell.attributes.colspan) }),
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          children: cellParagraphs(cell, context),
        })),
      });
    }),
  });
}

function cellParagraphs(cell: SheetElement, context: BlockContext): Paragraph[] {
  const isHead = cell.tag === 'th';
  const children = cell.children.filter((child) => !(isElement(child) && isFurniture(child)));
  if (children.every(isInline)) return [paragraph('BiaoGe', inlineRuns(children, context, isHead ? { bold: true } : {}), isHead ? { alignment: AlignmentType.CENTER } : {})];
  return blocks(children, context, 'BiaoGe').filter((child): child is Paragraph => child instanceof Paragraph);
}
