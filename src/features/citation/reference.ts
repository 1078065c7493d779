import type { Source, Work } from '../../model/entries.ts';
import { chineseDate } from '../../model/dates.ts';
import { authorsOf, publisherOf } from './names.ts';

/** Kinds of documents as GB/T 7714 tells them apart; `other` is its Z. */
export type ReferenceKind = 'newspaper' | 'journal' | 'web' | 'book' | 'chapter' | 'thesis' | 'report' | 'archive' | 'law' | 'standard' | 'other';

/**
 * A source or a work, taken apart into the elements of a bibliographic entry. What was not seen is absent; what the
 * standard has no place for, and what was looked for in vain, stands in `notes`, in words for readers.
 */
export interface Reference {
  id: string;
  kind: ReferenceKind;
  title: string;
  /** The title is our own description: it stands in [ ], as the standard has it for documents without a title. */
  described: boolean;
  authors: string[];
  /** There are more authors than were recorded. */
  more: boolean;
  translators: string[];
  host: string | undefined;
  hostAuthors: string[];
  edition: string | undefined;
  /** Name of the newspaper or journal. */
  container: string | undefined;
  place: string | undefined;
  publisher: string | undefined;
  /** ISO day, month, year, or an interval "a/b". */
  date: string | undefined;
  volume: string | undefined;
  issue: string | undefined;
  page: string | undefined;
  number: string | undefined;
  isbn: string | undefined;
  accessed: string | undefined;
  /** Only where linking is allowed. */
  url: string | undefined;
  notes: string[];
}

const numerals = '一二三四五六七八九十';

/** "第二版" -> "2版"; everything else as it was recorded. The first edition is not stated, says the standard. */
const editionOf = (edition: string | undefined): string | undefined => {
  const ordinal = /^第?([一二三四五六七八九十]|\d+)版$/.exec(edition ?? '')?.[1];
  if (!ordinal) return edition;
  const number = numerals.includes(ordinal) ? numerals.indexOf(ordinal) + 1 : Number(ordinal);
  return number === 1 ? undefined : `${number}版`;
};

/** "毛泽东选集第三卷", "邓小平文选（第一卷）" -> title and volume, which the standard parts by a colon. */
const volumeOf = (title: string): { title: string; volume?: string } => {
  const match = /^(.+?)(?:（(第[一二三四五六七八九十\d]+[卷册])）|(第[一二三四五六七八九十\d]+[卷册]))$/.exec(title);
  const volume = match?.[2] ?? match?.[3];
  return match?.[1] && volume ? { title: match[1], volume } : { title };
};

const pagesOf = (page: string | undefined): string | undefined => page?.replace(/\s*[—–－]\s*/g, '-');

/** A paper, not the site of one: a web page of a newspaper's name is [EB], a newspaper is [N]. */
const isPaper = (name: string): boolean => /报/.test(name.split('·')[0] ?? '') && !/(?:[网社]|报道)$/.test(name.split('·')[0] ?? '');

const kindOfSource = (source: Source, publisher: string | undefined): ReferenceKind => {
  if (source.type === 'newspaper') return publisher && isPaper(publisher) ? 'newspaper' : 'web';
  if (source.type === 'document') return source.linkable && source.url ? 'web' : 'other';
  return source.type;
};

/** Words that say which day a recorded date is ("讲话日期"), or stand for a date that is not known. */
const dateWords = ({ date, dateNote }: { date?: string | undefined; dateNote?: string | undefined }): string[] => {
  if (!dateNote) return date ? [] : ['日期未见'];
  if (!date) return [/^约|年/.test(dateNote) ? dateNote : `日期未见，${dateNote}`];
  return [/^[^；，]*(?:日期|时间)(?:；|$)/.test(dateNote) ? `日期为${dateNote}` : dateNote];
};

const bare = (text: string): string => text.replace(/[《》（）()\s]/g, '');

/** What the record says of the place where a text was seen, and where it first stood, each only once. */
function placesOf({ original = '', date }: Source, name: string | undefined, notes: string[]): string[] {
  const kept = notes.filter((note) => bare(note) !== bare(original));
  const said = bare([name, ...kept].join('；'));
  const parts = original.split('；').filter((part) => part && !said.includes(bare(part).replace(date ? chineseDate(date) : '', '')));
  return parts.length > 0 ? [...kept, `原载：${parts.join('；')}`] : kept;
}

/** Taken apart: an entry of content/sources.yaml. */
export function sourceReference(source: Source): Reference {
  const { authors, more, notes: authorNotes } = authorsOf(source.author);
  const { name, notes: publisherNotes } = publisherOf(source.publisher);
  const kind = kindOfSource(source, name);
  const periodical = kind === 'newspaper' || kind === 'journal';
  return {
    id: source.id,
    kind,
    title: source.title,
    described: source.described,
    authors,
    more,
    translators: [],
    host: undefined,
    hostAuthors: [],
    edition: undefined,
    container: periodical ? name : undefined,
    place: source.place,
    publisher: periodical ? undefined : name,
    date: source.date,
    volume: source.volume,
    issue: source.issue,
    page: pagesOf(source.page),
    number: source.number,
    isbn: undefined,
    accessed: source.accessed,
    url: source.linkable ? source.url : undefined,
    notes: [...placesOf(source, name, publisherNotes), ...authorNotes, ...dateWords(source)],
  };
}

const kindOfWork: Record<Work['type'], ReferenceKind> = {
  book: 'book',
  chapter: 'chapter',
  newspaper: 'newspaper',
  journal: 'journal',
  thesis: 'thesis',
  report: 'report',
  speech: 'report',
  archive: 'archive',
  law: 'law',
  standard: 'standard',
  document: 'other',
};

/** What a reader would take for complete although it is not: no year of publication, no date. Missing places and pages show. */
const missingOf = (work: Work, kind: ReferenceKind): string[] => {
  if (kind === 'book' || kind === 'chapter' || kind === 'thesis') return work.year ? [] : ['出版年未见'];
  if (work.date || work.year) return [];
  return [kind === 'newspaper' && !work.page ? '日期和版次未见' : '日期未见'];
};

/** Taken apart: an entry of content/works.yaml. */
export function workReference(work: Work): Reference {
  const { authors, more, notes } = authorsOf(work.author);
  const kind = work.type === 'chapter' && !work.host ? 'other' : kindOfWork[work.type];
  const book = volumeOf(kind === 'book' ? work.title : (work.host ?? ''));
  const dated = kind === 'book' || kind === 'chapter' || kind === 'thesis' ? work.year : (work.date ?? work.year);
  return {
    id: work.id,
    kind,
    title: kind === 'book' ? book.title : work.title,
    described: false,
    authors,
    more,
    translators: authorsOf(work.translator).authors,
    host: kind === 'chapter' ? book.title : undefined,
    hostAuthors: authorsOf(work.hostAuthor).authors,
    edition: editionOf(work.edition),
    container: work.newspaper ?? work.journal,
    place: work.place,
    publisher: work.publisher,
    date: dated,
    volume: work.volume ?? book.volume,
    issue: work.issue,
    page: pagesOf(work.page),
    number: work.number,
    isbn: work.isbn,
    accessed: work.accessed,
    url: undefined,
    notes: [...notes, ...missingOf(work, kind)],
  };
}
