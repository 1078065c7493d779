import type { Source, Work } from '../../model/entries.ts';

/**
 * Bibliographic entries after GB/T 7714—2025 (in force since 2026-07-01): full-width ，：（）between the elements,
 * half-width ". " after author and title, a full stop at the end. Data that were not seen are left out, never filled in.
 */

const typeMark = (source: Source): string => {
  const online = source.linkable && source.url ? '/OL' : '';
  if (source.type === 'newspaper') return `[N${online}]`;
  if (source.type === 'document') return online ? '[EB/OL]' : '[Z]';
  if (source.type === 'book') return '[M]';
  return '[EB/OL]';
};

/** A title that is only our description stands in 〔 〕, so that nobody takes it for the headline. */
const titleOf = (source: Source): string => (source.described ? `〔${source.title}〕` : source.title);

/** A date as the standard wants it, 2019-08-06, or the words that stand for an unknown one. */
const dateOf = ({ date, dateNote }: { date?: string | undefined; dateNote?: string | undefined }): string =>
  date?.replace('/', '—') ?? dateNote ?? '';

/** Joins author, title and imprint with ". " and closes with one full stop. */
const join = (parts: (string | undefined)[]): string =>
  `${parts.filter((part): part is string => Boolean(part)).join('. ')}.`.replace(/([。.])\.$/, '$1');

/** The entry of a source without its address. */
export function citeSource(source: Source): string {
  const imprint = [source.publisher, dateOf(source)].filter(Boolean).join('，');
  const original = source.original && !source.publisher.includes(source.original) ? `（原载：${source.original}）` : '';
  return join([source.author, `${titleOf(source)}${typeMark(source)}`, `${imprint}${original}`]);
}

/** The address that may be linked to, if there is one. */
export const addressOf = (source: Source): string | undefined => (source.linkable ? source.url : undefined);

/** The entry of a book, a chapter or an article of the bibliography. */
export function citeWork(work: Work): string {
  const page = work.page ? `：${work.page}` : '';
  if (work.type === 'newspaper' || work.type === 'journal') {
    const where = [work.newspaper ?? work.journal, work.date ?? work.year, work.volume].filter(Boolean).join('，');
    return join([work.author, `${work.title}[${work.type === 'journal' ? 'J' : 'N'}]`, `${where}${work.page ? `（${work.page}）` : ''}`]);
  }
  const imprint = [work.place, [work.publisher, work.year].filter(Boolean).join('，')].filter(Boolean).join('：');
  if (work.host) return join([work.author, `${work.title}[M]//${work.host}`, work.edition, imprint + page]);
  const mark = work.type === 'book' ? '[M]' : work.type === 'speech' ? '[R]' : '[Z]';
  return join([work.author, `${work.title}${mark}`, work.edition, (imprint || work.date || '') + page]);
}
