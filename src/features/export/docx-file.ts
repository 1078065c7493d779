import { AlignmentType, Document, Footer, Header, Packer, PageBreak, PageNumber, Paragraph, TextRun, type FileChild } from 'docx';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { blocks, ruledLines, type BlockContext } from './docx-blocks.ts';
import { Footnotes } from './docx-inline.ts';
import { font, pageOf, stylesOf, type SheetKind } from './docx-styles.ts';
import { classesOf, descendants, firstOf, hasClass, textOf, type SheetElement } from './tree.ts';

/** One text of a Word file: its article as it stands on the page. */
export interface WordItem {
  /** Address of the page, shown under its title; empty for what has none. */
  address: string;
  article: SheetElement;
  /** Does not begin on a page of its own. */
  runsOn?: boolean;
}

export interface WordOptions {
  title: string;
  siteName: string;
  /** ISO day that the file says it was made on; the content's date, so that the same content gives the same bytes. */
  date: string;
  kind: SheetKind;
  noteLines: boolean;
  /** For forms drawn up across the sheet. */
  landscape?: boolean;
  /** Lines above everything: a cover's unit, date, names. */
  cover?: string[];
}

/** The notes of an article by number, as they stand at its foot. */
function notesOf(article: SheetElement): Map<string, string> {
  const section = firstOf(article, (element) => element.tag === 'section' && hasClass(element, 'notes'));
  const items = section ? descendants(section, ({ tag }) => tag === 'li') : [];
  return new Map(items.map((item) => {
    const number = firstOf(item, (element) => hasClass(element, 'num'));
    const label = number ? textOf(number).replace(/[^\d]/g, '') : '';
    return [label, textOf(item).replace(number ? textOf(number) : '', '').replace(/\s+/g, ' ').trim()];
  }));
}

/** The article without its list of notes, which stand in the footnotes of a Word file. */
const withoutNotes = (article: SheetElement): SheetElement => ({ ...article, children: article.children.filter((child) => typeof child === 'string' || !classesOf(child).includes('notes')) });

function itemBlocks(item: WordItem, footnotes: Footnotes, options: WordOptions): FileChild[] {
  const context: BlockContext = { scope: item.address, notes: notesOf(item.article), footnotes, kind: options.kind, noteLines: options.noteLines, landscape: options.landscape ?? false };
  const made = blocks([withoutNotes(item.article)], context);
  if (!item.address) return made;
  const address = new Paragraph({ style: 'ShuoMing', children: [new TextRun(`网址：${item.address}${item.article.attributes['data-version'] ? `　版本：${item.article.attributes['data-version']}` : ''}`)] });
  return [...made.slice(0, 1), address, ...made.slice(1)];
}

/** Page number as GB/T 9704 wants it: — 1 —, on odd pages right, on even pages left, one character in. */
function pageFooter(kind: SheetKind, side: 'odd' | 'even'): Footer {
  const size = kind === 'official' ? 28 : 20;
  const children = kind === 'official' ? ['— ', PageNumber.CURRENT, ' —'] : ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  const alignment = kind !== 'official' ? AlignmentType.CENTER : side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const indent = kind !== 'official' ? {} : side === 'odd' ? { right: 280 } : { left: 280 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [new TextRun({ children, font: font('song'), size })] })] });
}

const header = (options: WordOptions): Header =>
  new Header({ children: [new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun({ text: `${options.siteName}　${options.title}`, font: font('hei'), size: 17, color: '555555' })] })] });

/**
 * Makes a Word file of one or more articles. Sources are page footnotes; an element without a mapping throws
 * (UnmappedError). The same content gives the same bytes: dates and zip stamps are those of `options.date`.
 */
export async function wordFile(items: WordItem[], options: WordOptions): Promise<Uint8Array> {
  const footnotes = new Footnotes();
  const cover = (options.cover ?? []).map((line, at) => new Paragraph({ style: at === 0 ? 'Title' : 'ShuoMing', alignment: AlignmentType.CENTER, children: [new TextRun(line)] }));
  const children = items.flatMap((item, at): FileChild[] => [...((at > 0 && !item.runsOn) || (at === 0 && cover.length > 0) ? [new Paragraph({ children: [new PageBreak()] })] : []), ...itemBlocks(item, footnotes, options)]);
  const official = options.kind === 'official';
  const document = new Document({
    title: options.title,
    creator: options.siteName,
    lastModifiedBy: options.siteName,
    description: items.map((item) => item.address).join(' '),
    evenAndOddHeaderAndFooters: official,
    styles: stylesOf(options.kind),
    footnotes: Object.fromEntries(footnotes.texts.map((text, at) => [at + 1, { children: [new Paragraph({ children: [new TextRun(text)] })] }])),
    sections: [{
      properties: { page: pageOf(options.kind, options.landscape) },
      ...(!official && { headers: { default: header(options) } }),
      footers: { default: pageFooter(options.kind, 'odd'), ...(official && { even: pageFooter(options.kind, 'even') }) },
      children: [...cover, ...children, ...(options.noteLines ? [new Paragraph({ style: 'YiJi', children: [new TextRun('笔记')] }), ...ruledLines(8)] : [])],
    }],
  });
  return normalised(new Uint8Array(await Packer.toArrayBuffer(document)), options.date);
}

const raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';

/** Bookmarks are numbered on through all files of a process; the note they name gives each a number of its own. */
const renumbered = (xml: string): string => {
  const numbers = new Map<string, string>();
  return xml
    .replace(/<w:bookmarkStart w:name="note(\d+)" w:id="(\d+)"/g, (_match, note: string, id: string) => {
      numbers.set(id, note);
      return `<w:bookmarkStart w:name="note${note}" w:id="${note}"`;
    })
    .replace(/<w:bookmarkEnd w:id="(\d+)"/g, (_match, id: string) => `<w:bookmarkEnd w:id="${numbers.get(id) ?? id}"`);
};

/** What the library cannot be told: the look of a cross-reference to a footnote, and numbers and times that change with each run. */
const mended: Record<string, (xml: string, date: string) => string> = {
  'word/document.xml': (xml) => renumbered(xml).replace(/(<w:fldSimple w:instr="NOTEREF [^>]*><w:r>)/g, `$1${raised}`),
  'docProps/core.xml': (xml, date) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`),
};

/** The archive in a fixed order with its times set to the content's date, so that equal content gives equal bytes. */
function normalised(archive: Uint8Array, date: string): Uint8Array {
  const first = '[Content_Types].xml';
  const parts = Object.entries(unzipSync(archive)).sort(([a], [b]) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));
  const files = parts.map(([name, data]): [string, Uint8Array] => [name, mended[name] ? strToU8(mended[name](strFromU8(data), date)) : data]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(`${date}T12:00:00`), level: 9 });
}
