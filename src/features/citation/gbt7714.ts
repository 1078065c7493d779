import type { Source, Work } from '../../model/entries.ts';
import { titleOf2015, type Edition } from './edition.ts';
import { sourceReference, workReference, type Reference, type ReferenceKind } from './reference.ts';

/**
 * Bibliographic entries after GB/T 7714—2025 (in force since 2026-07-01) and, for those who still need it, —2015. Data
 * that were not seen are left out, never filled in; where a reader would take the entry for complete, a note in 〔 〕 after
 * it says what was not seen. The notes are ours, the standard knows no place for them.
 */

/** Marks between the elements. Both editions have half-width ". " and [ ]. */
const marks: Record<Edition, { comma: string; colon: string; open: string; close: string }> = {
  '2025': { comma: '，', colon: '：', open: '（', close: '）' },
  '2015': { comma: ', ', colon: ': ', open: '(', close: ')' },
};
type Marks = (typeof marks)[Edition];

/** Type marks of appendix B; laws and government documents are among the archives (A). */
const types: Record<ReferenceKind, string> = {
  newspaper: 'N',
  journal: 'J',
  web: 'EB',
  book: 'M',
  chapter: 'M',
  thesis: 'D',
  report: 'R',
  archive: 'A',
  law: 'A',
  standard: 'S',
  other: 'Z',
};

/** Joins the elements that are there. */
const join = (parts: (string | undefined)[], by: string): string => parts.filter(Boolean).join(by);

/** Up to three names, then 等; "et al" after Latin ones. */
function namesOf(names: string[], more: boolean, { comma }: Marks): string | undefined {
  if (names.length === 0) return undefined;
  const rest = /\p{Script=Han}/u.test(names[0] ?? '') ? '等' : 'et al';
  return [...names.slice(0, 3), ...(more || names.length > 3 ? [rest] : [])].join(comma);
}

const yearOf = (date: string | undefined): string | undefined => date?.slice(0, 4);

/** 2019-08-06, or 1990-05-04—1990-05-05 for an interval. */
const dayOf = (date: string | undefined): string | undefined => date?.replace('/', '—');

const inside = (words: string | undefined, { open, close }: Marks): string => (words ? open + words + close : '');

/** 出版地：出版者，出版年：页码. */
const published = (reference: Reference, date: string | undefined, { comma, colon }: Marks): string =>
  join([join([join([reference.place, reference.publisher], colon), date], comma), reference.page], colon);

/** The imprint of each kind, without the date of access. */
const imprints: Record<ReferenceKind, (reference: Reference, marks: Marks, edition: Edition) => string> = {
  newspaper: (reference, marks) => join([reference.container, dayOf(reference.date)], marks.comma) + inside(reference.page, marks),
  journal: (reference, marks) => {
    const dated = reference.volume || reference.issue ? yearOf(reference.date) : dayOf(reference.date);
    const where = join([reference.container, dated, reference.volume], marks.comma) + inside(reference.issue, marks);
    return join([where, reference.page], marks.colon);
  },
  web: (reference, marks) => join([reference.place, reference.publisher], marks.colon) + inside(dayOf(reference.date), marks),
  book: (reference, marks) => published(reference, yearOf(reference.date), marks),
  chapter: (reference, marks) => published(reference, yearOf(reference.date), marks),
  thesis: (reference, marks) => published(reference, yearOf(reference.date), marks),
  standard: (reference, marks) => published(reference, yearOf(reference.date), marks),
  report: (reference, marks, edition) => onlineOrPublished(reference, marks, edition),
  archive: (reference, marks, edition) => onlineOrPublished(reference, marks, edition),
  law: (reference, marks, edition) => onlineOrPublished(reference, marks, edition),
  other: (reference, marks) => published(reference, dayOf(reference.date), marks),
};

/** Reports and documents that exist only online: 2015 has their date in ( ), as that of a web page. */
function onlineOrPublished(reference: Reference, marks: Marks, edition: Edition): string {
  if (edition === '2015' && reference.url && !reference.publisher && !reference.page) return inside(dayOf(reference.date), marks);
  return published(reference, dayOf(reference.date), marks);
}

/** [引用日期]: in 2025 only after web pages, in 2015 after everything online. */
const accessOf = (reference: Reference, edition: Edition): string =>
  reference.accessed && (reference.kind === 'web' || (edition === '2015' && reference.url)) ? `[${reference.accessed}]` : '';

/** Title, volume, number and type mark. The number of a standard leads in 2025 and follows in 2015. */
function titled(reference: Reference, edition: Edition): string {
  const { colon } = marks[edition];
  const shown = edition === '2015' ? titleOf2015(reference.title) : reference.title;
  const title = reference.described ? `[${reference.title}]` : shown;
  const online = reference.url || reference.kind === 'web' ? '/OL' : '';
  const mark = `[${types[reference.kind]}${online}]`;
  if (reference.kind === 'standard' && edition === '2025') return `${join([reference.number, title], '　')}${mark}`;
  const volume = reference.kind === 'book' ? reference.volume : undefined;
  return `${join([title, volume, reference.number], colon)}${mark}`;
}

/** An entry in its parts: the page shows the address as a link of its own and the note in another hand. */
export interface Citation {
  /** From the author to the full stop after the imprint. */
  text: string;
  url: string | undefined;
  /** "〔转载页；日期未见〕", or nothing. */
  note: string;
}

/** A reference in the form of one edition. */
export function citation(reference: Reference, edition: Edition = '2025'): Citation {
  const own = marks[edition];
  const authors = reference.kind === 'standard' && edition === '2025' ? undefined : namesOf(reference.authors, reference.more, own);
  const translators = reference.translators.length > 0 ? `${namesOf(reference.translators, false, own)}${own.comma}译` : undefined;
  const opening = join([titled(reference, edition), translators], '. ');
  const host = reference.host && join([namesOf(reference.hostAuthors, false, own), join([reference.host, reference.volume], own.colon)], '. ');
  const imprint = imprints[reference.kind](reference, own, edition) + accessOf(reference, edition);
  const text = join([authors, host ? `${opening}//${host}` : opening, reference.edition, imprint], '. ');
  return { text: `${text}.`, url: reference.url, note: reference.notes.length > 0 ? `〔${reference.notes.join('；')}〕` : '' };
}

const lineOf = ({ text, note }: Citation): string => text + note;

/** The entry of a source in one line, without its address. */
export const citeSource = (source: Source, edition: Edition = '2025'): string => lineOf(citation(sourceReference(source), edition));

/** The entry of a book, a chapter or an article of the bibliography in one line. */
export const citeWork = (work: Work, edition: Edition = '2025'): string => lineOf(citation(workReference(work), edition));

/** The address that may be linked to, if there is one. */
export const addressOf = (source: Source): string | undefined => (source.linkable ? source.url : undefined);
