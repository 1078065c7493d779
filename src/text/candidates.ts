import { editsOf, type Edit } from './alignment.ts';
import type { Same } from './exact.ts';
import type { Near } from './near.ts';

/** What a stretch of text may be: a quotation unchanged (`same`) or with an error (`near`). */
export interface Candidate {
  same?: Same;
  near?: Near;
  quotation: number;
  textFrom: number;
  textTo: number;
  quoteFrom: number;
  quoteTo: number;
  matched: number;
  score: number;
}

/** A quotation unchanged; the whole of one counts a little more than as much of another. */
export const sameCandidate = (same: Same, quoteLength: number): Candidate => ({ ...same, same, score: same.matched + (same.matched === quoteLength ? 1.5 : 0) });

/** A quotation with an error; a whole one with one error counts more than a part of another that stops at the error. */
export function nearCandidate(quotation: number, near: Near, quoteLength: number): Candidate {
  const { textFrom, textTo, quoteFrom, quoteTo, matched } = near.alignment;
  const errors = Math.max(textTo - textFrom, quoteTo - quoteFrom) - matched;
  const whole = quoteTo - quoteFrom >= quoteLength * 0.8;
  return { quotation, near, textFrom, textTo, quoteFrom, quoteTo, matched, score: matched + (whole ? 1 : 0) - (near.kind === 'order' ? 2 : errors * 0.5) };
}

/**
 * Whether what seems wrong against one quotation is, at the very places that differ, another one to the character. Only
 * quotations of some weight count: nine characters that happen to be right do not excuse an error within sixty.
 */
export function explained(candidate: Candidate, right: readonly Candidate[], lengthOf: (quotation: number) => number): boolean {
  if (!candidate.near) return false;
  const { kind, alignment } = candidate.near;
  const edits: Edit[] = kind === 'near' ? editsOf(alignment) : alignment.blocks.slice(1).map(({ text }) => ({ textFrom: text, textTo: text, quoteFrom: 0, quoteTo: 0 }));
  const weighty = right.filter((other) => other.quotation !== candidate.quotation && other.textFrom < candidate.textTo && other.textTo > candidate.textFrom && other.matched >= candidate.matched * 0.5);
  return edits.every((edit) =>
    weighty.some((other) => {
      const spans = other.textFrom < edit.textFrom && other.textTo > edit.textTo;
      const edge = edit.textFrom === candidate.textFrom || edit.textTo === candidate.textTo;
      if (spans || !edge) return spans;
      // At the edge of the quotation the other one need not go on; but a part of it that stops here proves nothing.
      const enough = edit.textTo > edit.textFrom || other.matched === lengthOf(other.quotation);
      return enough && other.textFrom <= edit.textFrom && other.textTo >= edit.textTo;
    }),
  );
}

/**
 * A whole quotation that no longer stretch contains goes first: a part of another one that overlaps it is cut, not the
 * quotation itself.
 */
export function wholesFirst(candidates: readonly Candidate[], lengthOf: (quotation: number) => number): Candidate[] {
  return candidates.map((candidate) => {
    if (!candidate.same || candidate.matched < lengthOf(candidate.quotation)) return candidate;
    const { textFrom, textTo, score } = candidate;
    const contained = candidates.some((other) => other.textFrom <= textFrom && other.textTo >= textTo && other.score > score);
    return contained ? candidate : { ...candidate, score: score + 100_000 };
  });
}

/** Picks, best first, what does not overlap what is picked already; of an unchanged quotation the part that is left. */
export function select(candidates: Candidate[], length: number, lengthOf: (quotation: number) => number, shortest: number): Candidate[] {
  const taken = new Uint8Array(length + 1);
  const picked: Candidate[] = [];
  const order = (a: Candidate, b: Candidate) =>
    b.score - a.score || Number(Boolean(b.same)) - Number(Boolean(a.same)) || b.matched / lengthOf(b.quotation) - a.matched / lengthOf(a.quotation) || a.quotation - b.quotation;
  let queue = candidates.sort(order);
  while (queue.length > 0) {
    const rest: Candidate[] = [];
    for (const candidate of queue) {
      let { textFrom, textTo, quoteFrom, quoteTo } = candidate;
      if (candidate.same && !candidate.same.omission) {
        for (; textFrom < textTo && taken[textFrom]; textFrom += 1) quoteFrom += 1;
        for (; textTo > textFrom && taken[textTo - 1]; textTo -= 1) quoteTo -= 1;
      }
      const matched = textTo - textFrom;
      if (candidate.same && matched < candidate.textTo - candidate.textFrom) {
        if (matched >= shortest) rest.push(sameCandidate({ ...candidate.same, textFrom, textTo, quoteFrom, quoteTo, matched }, lengthOf(candidate.quotation)));
        continue;
      }
      if (taken.subarray(textFrom, textTo).includes(1)) continue;
      taken.fill(1, textFrom, textTo);
      picked.push(candidate);
    }
    queue = rest.sort(order);
  }
  return picked;
}
