import type { Misquote } from '../../../model/entries.ts';
import { norm } from '../../../text/norm.ts';
import type { KnownMisquote } from '../query/misquotes.ts';
import type { SearchRecord } from '../reading-text.ts';

/** The misquotations that a machine can look for, tied to the records that set them right. */
export function knownMisquotes(misquotes: readonly Misquote[], records: readonly SearchRecord[]): KnownMisquote[] {
  const numbers = new Map(records.map(({ url }, at) => [url, at]));
  return misquotes
    .filter(({ forms }) => forms.length > 0)
    .map(({ id, wrong, forms, quotes }) => {
      const url = `/misquotes/#${id}`;
      const right = quotes.map((quote) => numbers.get(`/quotes/${quote}/`)).filter((number) => number !== undefined);
      const own = numbers.get(url);
      if (own === undefined) throw new Error(`误引“${id}”没有检索条目`);
      return {
        forms: forms.map(({ text, near }) => ({ text: norm(text), near: near.map(norm) })).filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at),
        wrong,
        url,
        records: right.length > 0 ? right : [own],
      };
    });
}
