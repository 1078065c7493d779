import { quotedRuns, type QuotedRun } from '../text/quoted-runs.ts';
import { fieldOf, gap, type Passage } from './passages.ts';

/** Fewer Han characters than this are a name or a word set off, not a quotation. */
export const shortestQuotation = 8;

const han = /\p{Script=Han}/gu;

export const hanIn = (words: string): number => (words.match(han) ?? []).length;

/**
 * Registers of wordings and titles as they were printed: what stands there is what prose is compared with. The note of a
 * quotation is one of them, for it reports how its wording differs from source to source.
 */
export function isRegister(passage: Passage): boolean {
  const field = fieldOf(passage);
  if (passage.collection === 'quotes') return field === 'text' || field === 'note';
  if (passage.collection === 'formulations') return field !== 'message';
  if (passage.collection === 'misquotes') return field !== 'right';
  return (passage.collection === 'sources' || passage.collection === 'works') && field === 'title';
}

/**
 * The runs in quotation marks of a passage. It is one paragraph: a line that ends within it ends no quotation, and no
 * quotation is too long to be looked at.
 */
export const quotedIn = (text: string): QuotedRun[] => quotedRuns(text.replace(/\n(?!\s*\n)/g, gap), Infinity);

/** The words of a stretch of a passage as readers see them, without marks and line breaks. */
export const wordsIn = (text: string, { from, to }: QuotedRun): string => text.slice(from, to).split(gap).join('').replace(/\s+/g, '');
