import type { Source } from '../index/source.ts';
import type { Term } from './terms.ts';

/** A known wrong wording, as the index has it. */
export interface KnownMisquote {
  /** Wrong forms in normal form; where `near` is not empty, wrong only beside one of its words. */
  forms: { text: string; near: string[] }[];
  /** What is wrong about it, and where that is explained. */
  wrong: string;
  url: string;
  /** Records of the right quotations; where there are none, of the explanation. */
  records: number[];
}

/** A part of a wrong form says as much if it is the greater part, and long enough not to be common speech. */
const isPart = (form: string, phrase: string): boolean => phrase.length >= 6 && phrase.length >= form.length * 0.6 && form.indexOf(phrase) >= 0;

/**
 * The known misquotations that a query is, or is most of. `quoted` tells whether its words stand in a registered
 * quotation: then a part of a wrong form is right.
 */
export async function knownMisquotes(source: Source, terms: readonly Term[], quoted: boolean): Promise<KnownMisquote[]> {
  const phrase = terms.map(({ typed }) => typed).join('');
  const misquotes = await source.misquotes();
  const here = ({ text, near }: KnownMisquote['forms'][number]) =>
    (phrase.indexOf(text) >= 0 || (!quoted && isPart(text, phrase))) && (near.length === 0 || near.some((word) => phrase.indexOf(word) >= 0));
  return misquotes.filter(({ forms }) => forms.some(here)).slice(0, 2);
}
