import { norm } from '../../../text/norm.ts';
import { otherNumerals } from './numerals.ts';

/** A phrase to look for: as it was typed, and in the other forms that count as the same words. All in normal form. */
export interface Term {
  typed: string;
  forms: string[];
}

const quoted = /["“「『＂]([^"“”「」『』＂]+)["”」』＂]/g;

/** The phrases of a query as typed: spaces divide, but not inside quotation marks. */
function phrasesOf(query: string): string[] {
  return query
    .replace(quoted, (_all, words: string) => ` ${words.replace(/\s+/g, '')} `)
    .split(/\s+/)
    .filter((phrase) => norm(phrase) !== '');
}

/** Characters of a query that are looked for: a long paragraph. Of a whole text every index file would be loaded. */
export const longestQuery = 600;

/** The terms of a query; every one must stand in a record. The same phrase typed twice is one term. None if it is too long. */
export function termsOf(query: string): Term[] {
  if (query.length > longestQuery) return [];
  const terms = new Map<string, Term>();
  for (const phrase of phrasesOf(query)) {
    const typed = norm(phrase);
    const forms = [typed, ...otherNumerals(phrase.normalize('NFKC')).map(norm)].filter((form, at, all) => form !== '' && all.indexOf(form) === at);
    if (!terms.has(typed)) terms.set(typed, { typed, forms });
  }
  return [...terms.values()];
}
