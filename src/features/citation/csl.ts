import type { Reference, ReferenceKind } from './reference.ts';

/** A date of CSL-JSON: year, month, day as far as they are known; two of them for an interval. */
export interface CslDate {
  'date-parts': number[][];
}

/** One item of CSL-JSON 1.0.2, as far as this library has something to say. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: { literal: string }[];
  translator?: { literal: string }[];
  'container-author'?: { literal: string }[];
  'container-title'?: string;
  edition?: string;
  volume?: string;
  issue?: string;
  page?: string;
  number?: string;
  publisher?: string;
  'publisher-place'?: string;
  issued?: CslDate;
  accessed?: CslDate;
  ISBN?: string;
  URL?: string;
  note?: string;
  language?: string;
}

const types: Record<ReferenceKind, string> = {
  newspaper: 'article-newspaper',
  journal: 'article-journal',
  web: 'webpage',
  book: 'book',
  chapter: 'chapter',
  thesis: 'thesis',
  report: 'report',
  archive: 'manuscript',
  law: 'legislation',
  standard: 'standard',
  other: 'document',
};

const dateOf = (date: string | undefined): CslDate | undefined =>
  date ? { 'date-parts': date.split('/').map((part) => part.split('-').map(Number)) } : undefined;

const literals = (list: string[], more = false): { literal: string }[] | undefined =>
  list.length > 0 ? [...list, ...(more ? ['等'] : [])].map((literal) => ({ literal })) : undefined;

/** References as CSL-JSON, for Zotero and pandoc. */
export const cslJson = (references: Reference[]): CslItem[] =>
  references.map((reference) => {
    const item: Record<keyof CslItem, unknown> = {
      id: reference.id,
      type: types[reference.kind],
      title: reference.title,
      author: literals(reference.authors, reference.more),
      translator: literals(reference.translators),
      'container-author': literals(reference.hostAuthors),
      'container-title': reference.host ?? reference.container,
      edition: reference.edition,
      volume: reference.volume,
      issue: reference.issue,
      page: reference.page,
      number: reference.number,
      publisher: reference.publisher,
      'publisher-place': reference.place,
      issued: dateOf(reference.date),
      accessed: dateOf(reference.accessed),
      ISBN: reference.isbn,
      URL: reference.url,
      note: reference.notes.length > 0 ? reference.notes.join('；') : undefined,
      language: /\p{Script=Han}/u.test(reference.title) ? 'zh-CN' : undefined,
    };
    return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as CslItem;
  });
