import type { Alignment } from './alignment.ts';

/** What surrounds an aligned stretch: the text and its wording, marks between characters, the quotation marks around. */
export interface Surroundings {
  text: string;
  quote: string;
  /** The marks of the original before the n-th character of the normal form; '' where two characters touch. */
  gap: (at: number) => string;
  /** The marks of the wording before its n-th character. */
  quoteGap: (at: number) => string;
  /** The quoted run around a place of the normal form, from its first to past its last character. */
  run: (at: number) => { from: number; to: number } | undefined;
}

/** Words with which a sentence is fitted into another: leaving them off is quoting, not misquoting. */
const looseHeads = '要我你他她它但而就是也只把从在若即凡使则对为以并又将应须';
const looseTails = '的了呢吗啊吧';

const common = (a: string, b: string): number => {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j += 1) next[j] = left === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    row = next;
  }
  return row[b.length] ?? 0;
};

const omitted = (marks: string): boolean => /…|\.{3}|。{2}/.test(marks);

/**
 * A local alignment ends before an error in the first or last characters of a quotation, and what remains looks like an
 * excerpt. `near` are the characters outward from the end of the alignment up to the next mark, `rest` those that remain of
 * the quotation, both nearest first. Returns how many of `near` belong to the quotation; nothing when it is an excerpt.
 */
function reach(near: string, rest: string, loose: string, whole: boolean): { take: number; matched: number } | undefined {
  if (rest.length === 0 || rest.length > 3) return undefined;
  let best: { take: number; matched: number } | undefined;
  for (let take = 1; take <= Math.min(near.length, rest.length + 1); take += 1) {
    const matched = common(near.slice(0, take), rest);
    if (matched >= Math.max(1, rest.length - 1) && matched > (best?.matched ?? 0)) best = { take, matched };
  }
  // All that stands between the alignment and the mark belongs to it.
  if (best && near.length <= rest.length) best.take = near.length;
  if (best || rest.length > 1) return best;
  if (near.length === 0) return loose.includes(rest) ? undefined : { take: 0, matched: 0 };
  return whole && (near.length === 1 || !loose.includes(rest)) ? { take: 1, matched: 0 } : undefined;
}

/** The characters outward from a place up to the next mark that the quotation has not got, nearest first, four at most. */
function outward({ text, quote, gap, quoteGap }: Surroundings, at: number, quoteAt: number, step: 1 | -1): string {
  let near = '';
  for (let place = at, own = quoteAt; near.length < 4; place += step, own += step) {
    const next = step === 1 ? place : place - 1;
    if (next < 0 || next >= text.length) break;
    const marks = gap(place);
    if (marks !== '' && (omitted(marks) || own <= 0 || own >= quote.length || quoteGap(own) === '')) break;
    near += text.charAt(next);
  }
  return near;
}

/** Takes into an alignment an error at the very beginning or end of the quotation. */
export function withEdges(alignment: Alignment, surroundings: Surroundings): Alignment {
  const { quote, gap, run } = surroundings;
  const result = { ...alignment };
  const { textFrom, textTo, quoteFrom, quoteTo } = alignment;
  const around = run(textFrom);
  const inRun = around && textTo <= around.to ? around : undefined;
  const long = quote.length >= 8;

  const before = outward(surroundings, textFrom, quoteFrom, -1);
  const head = [...quote.slice(0, quoteFrom)].reverse().join('');
  const start = omitted(gap(textFrom)) ? undefined : reach(before, head, looseHeads, long && quoteTo >= quote.length - 1);
  if (start) {
    result.textFrom -= start.take;
    result.quoteFrom = 0;
    result.matched += start.matched;
  }
  const after = outward(surroundings, textTo, quoteTo, 1);
  const end = omitted(gap(textTo)) ? undefined : reach(after, quote.slice(quoteTo), looseTails, long && quoteFrom <= 1);
  if (end) {
    result.textTo += end.take;
    result.quoteTo = quote.length;
    result.matched += end.matched;
  }
  // Inside quotation marks that hold the whole quotation and one character more, that character is one too many.
  if (inRun && quoteFrom === 0 && quoteTo === quote.length) {
    if (textFrom - inRun.from === 1 && inRun.to === textTo && before.length === 1) result.textFrom -= 1;
    else if (inRun.to - textTo === 1 && inRun.from === textFrom && after.length === 1) result.textTo += 1;
  }
  return result;
}
