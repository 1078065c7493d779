import type { Shared } from './gram-index.ts';
import type { Reading } from './reading.ts';

/** Where a text has a quotation, or a part of one, to the character; offsets in the normal forms. */
export interface Same {
  quotation: number;
  textFrom: number;
  textTo: number;
  quoteFrom: number;
  quoteTo: number;
  matched: number;
  /** Parts of the quotation in order, with …… for what is left out between them. */
  omission: boolean;
}

/** A part of a quotation shorter than this is not told apart from common speech. */
export const shortestPart = 8;

/** Places of the normal form where the text has an omission mark, in order. */
export function omissionsOf(text: string, lengthAt: (offset: number) => number): number[] {
  const cuts: number[] = [];
  const mark = /…+|\.{3,}|。{3,}/g;
  for (let found = mark.exec(text); found; found = mark.exec(text)) cuts.push(lengthAt(found.index));
  return cuts;
}

/** Cuts runs where the text has an omission mark, so that chance agreement across it does not blur the parts. */
function cut(runs: readonly Shared[], cuts: readonly number[]): Shared[] {
  const parts: Shared[] = [];
  for (const run of runs) {
    let { text, quote, length } = run;
    let low = 0;
    for (let high = cuts.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((cuts[middle] ?? 0) <= text) low = middle + 1;
      else high = middle;
    }
    for (; low < cuts.length && (cuts[low] ?? 0) < text + length; low += 1) {
      const place = cuts[low] ?? 0;
      parts.push({ text, quote, length: place - text });
      quote += place - text;
      length -= place - text;
      text = place;
    }
    parts.push({ text, quote, length });
  }
  return parts;
}

/** All places where one quotation, or a part of eight or more characters, stands in the text unchanged. */
export function sameOnes(quotation: number, quoteLength: number, runs: readonly Shared[], cuts: readonly number[]): Same[] {
  const found: Same[] = [];
  const add = (text: number, quote: number, textTo: number, quoteTo: number, matched: number, omission: boolean) => {
    if (matched >= shortestPart || matched === quoteLength) found.push({ quotation, textFrom: text, textTo, quoteFrom: quote, quoteTo, matched, omission });
  };
  for (const run of runs) add(run.text, run.quote, run.text + run.length, run.quote + run.length, run.length, false);
  if (cuts.length === 0) return found;
  const parts = cut(runs, cuts).sort((a, b) => a.text - b.text);
  const ending = new Set(cuts);
  const byStart = new Map<number, Shared[]>();
  for (const part of parts) {
    const list = byStart.get(part.text);
    if (list) list.push(part);
    else byStart.set(part.text, [part]);
  }
  for (const part of parts) {
    let end = part;
    let matched = part.length;
    let joined = false;
    while (ending.has(end.text + end.length)) {
      const at = end.text + end.length;
      const past = end.quote + end.length;
      const following = (byStart.get(at) ?? []).filter(({ quote }) => quote > past).sort((a, b) => b.length - a.length)[0];
      if (!following) break;
      end = following;
      matched += following.length;
      joined = true;
    }
    if (joined) add(part.text, part.quote, end.text + end.length, end.quote + end.length, matched, true);
  }
  return found;
}

const quotationMark = /[“”‘’「」『』"＂]/;
const outerMark = /[“”「」『』"＂]/;
const speechMark = /[：:]\s*[“「『"＂]/;

/**
 * A part of a quotation does not run on past quotation marks that the quotation has not got: what stands beyond them is
 * the author's own. The whole of one does (marks may be set within it), unless a colon shows that speech begins there.
 * Returns the longest side, if it is long enough.
 */
export function inOneRun(same: Same, text: Reading, quote: Reading): Same | undefined {
  const divides = same.matched === quote.normal.form.length ? speechMark : outerMark;
  let best: Same | undefined;
  let from = same.textFrom;
  const shift = same.quoteFrom - same.textFrom;
  for (let at = from + 1; at <= same.textTo; at += 1) {
    if (at < same.textTo && !(divides.test(text.gap(at)) && !quotationMark.test(quote.gap(at + shift)))) continue;
    const matched = at - from;
    if ((matched >= shortestPart || matched === same.matched) && matched > (best?.matched ?? 0)) best = { ...same, textFrom: from, textTo: at, quoteFrom: from + shift, quoteTo: at + shift, matched };
    from = at;
  }
  return best && best.matched < quote.normal.form.length ? withoutStray(best, text, quote) : best;
}

/** Takes off one or two characters that agree by chance with the beginning of the next (end of the last) clause. */
function withoutStray(same: Same, text: Reading, quote: Reading): Same | undefined {
  let { textFrom, textTo, quoteFrom, quoteTo } = same;
  const clause = (at: number) => text.gap(at) !== '' && quote.gap(at + same.quoteFrom - same.textFrom) !== '';
  if (text.gap(textTo) === '' || quote.gap(quoteTo) === '')
    for (const back of [1, 2])
      if (clause(same.textTo - back)) {
        textTo = same.textTo - back;
        quoteTo = same.quoteTo - back;
        break;
      }
  if (text.gap(textFrom) === '' || quote.gap(quoteFrom) === '')
    for (const on of [1, 2])
      if (clause(same.textFrom + on)) {
        textFrom = same.textFrom + on;
        quoteFrom = same.quoteFrom + on;
        break;
      }
  const matched = textTo - textFrom;
  return matched >= shortestPart ? { ...same, textFrom, textTo, quoteFrom, quoteTo, matched } : undefined;
}
