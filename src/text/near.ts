import { align, editsOf, fromBlocks, similarityOf, type Alignment } from './alignment.ts';
import { withEdges, type Surroundings } from './edges.ts';
import type { Shared } from './gram-index.ts';

/** A stretch of text that is like a quotation but not the same. */
export interface Near {
  kind: 'near' | 'order';
  alignment: Alignment;
}

/** Below this length (in characters that count) a wording is too common to be called a misquotation. */
export const shortest = 8;
/** Runs looked at in one window; text made to be slow has more. */
const mostRuns = 120;

/** Cuts the runs of a window into pieces that overlap neither in the text nor in the quotation, longest first. */
function tiles(runs: readonly Shared[]): Shared[] {
  const queue = runs.slice(0, mostRuns).sort((a, b) => b.length - a.length);
  const taken: Shared[] = [];
  while (queue.length > 0) {
    const run = queue.shift();
    if (!run) break;
    let { text, quote, length } = run;
    for (const other of taken) {
      const inText = text < other.text + other.length && text + length > other.text;
      const inQuote = quote < other.quote + other.length && quote + length > other.quote;
      if (!inText && !inQuote) continue;
      // The overlap in the text may lie at one end of the run, that in the quotation at the other.
      const cut = (start: number, otherStart: number): [number, number] => {
        const head = otherStart + other.length - start;
        const tail = start + length - otherStart;
        return head <= tail ? [head, 0] : [0, tail];
      };
      const [textHead, textTail] = inText ? cut(text, other.text) : [0, 0];
      const [quoteHead, quoteTail] = inQuote ? cut(quote, other.quote) : [0, 0];
      const head = Math.max(textHead, quoteHead);
      text += head;
      quote += head;
      length -= head + Math.max(textTail, quoteTail);
      if (length < 2) break;
    }
    if (length < 2) continue;
    if (length === run.length) taken.push(run);
    else {
      const place = queue.findIndex((other) => other.length < length);
      queue.splice(place < 0 ? queue.length : place, 0, { text, quote, length });
    }
  }
  return taken.sort((a, b) => a.text - b.text);
}

/** Adds what is left of the quotation, two characters or more, where it stands beside the pieces or between them. */
function withRemnants(pieces: Shared[], text: string, quote: string): Shared[] {
  const taken = new Uint8Array(quote.length);
  for (const piece of pieces) taken.fill(1, piece.quote, piece.quote + piece.length);
  const all = [...pieces];
  for (let from = 0; from < quote.length; from += 1) {
    if (taken[from]) continue;
    let to = from;
    while (to < quote.length && !taken[to]) to += 1;
    const remnant = quote.slice(from, to);
    from = to;
    if (remnant.length < 2 || remnant.length > 8) continue;
    const first = all[0];
    const last = all[all.length - 1];
    if (!first || !last) break;
    const start = Math.max(0, first.text - remnant.length - 1);
    const within = text.slice(start, last.text + last.length + remnant.length + 1);
    for (let at = within.indexOf(remnant); at >= 0; at = within.indexOf(remnant, at + 1)) {
      const place = start + at;
      if (all.some((piece) => place < piece.text + piece.length && place + remnant.length > piece.text)) continue;
      all.push({ text: place, quote: to - remnant.length, length: remnant.length });
      all.sort((a, b) => a.text - b.text);
      break;
    }
  }
  return all;
}

/** Takes off short runs at the ends of an excerpt, which are chance rather than quotation. */
function withoutChance(alignment: Alignment, quote: string): Alignment {
  let blocks = [...alignment.blocks];
  while (blocks.length > 1 && (blocks[0]?.quote ?? 0) > 3 && (blocks[0]?.length ?? 0) < 4) blocks = blocks.slice(1);
  for (let last = blocks[blocks.length - 1]; blocks.length > 1 && last && last.quote + last.length < quote.length - 3 && last.length < 4; last = blocks[blocks.length - 1])
    blocks = blocks.slice(0, -1);
  return blocks.length === alignment.blocks.length ? alignment : fromBlocks(blocks);
}

/**
 * Whether an alignment with errors is enough of the quotation, and like enough, to be called one. What stands in quotation
 * marks claims to be a quotation; prose without them may share half a sentence and mean nothing by it.
 */
function isNear(alignment: Alignment, quote: string, marked: boolean): boolean {
  const alike = similarityOf(alignment);
  if (alignment.quoteTo - alignment.quoteFrom >= quote.length * 0.8) return alignment.matched >= 6 && alike >= (!marked ? 0.85 : quote.length < 12 ? 0.8 : 0.75);
  return marked ? alignment.matched >= 14 && alike >= 0.85 : alignment.matched >= 18 && alike >= 0.9;
}

/** Whether the pieces are most of the quotation (or of one stretch of it), closely packed in the text, in other order. */
function inOtherOrder(pieces: Shared[], straight: number, surroundings: Surroundings): Alignment | undefined {
  if (pieces.every((piece, at) => at === 0 || piece.quote > (pieces[at - 1]?.quote ?? 0))) return undefined;
  const matched = pieces.reduce((sum, { length }) => sum + length, 0);
  const textFrom = pieces[0]?.text ?? 0;
  const last = pieces[pieces.length - 1];
  const textTo = last ? last.text + last.length : 0;
  const quoteFrom = Math.min(...pieces.map(({ quote }) => quote));
  const quoteTo = Math.max(...pieces.map(({ quote, length }) => quote + length));
  const whole = quoteTo - quoteFrom >= surroundings.quote.length * 0.8;
  if (matched < straight + 3 || matched < (whole ? shortest : 16)) return undefined;
  if (matched < 0.85 * (textTo - textFrom) || matched < 0.85 * (quoteTo - quoteFrom)) return undefined;
  // Two pairs of quotation marks hold two excerpts, which may come in any order.
  const runs = pieces.map(({ text }) => surroundings.run(text));
  if (runs.some((run, at) => run && runs[at - 1] && run !== runs[at - 1])) return undefined;
  return { textFrom, textTo, quoteFrom, quoteTo, blocks: pieces, matched };
}

/** What one window of the text has of a quotation, if it has an error. */
function judge(from: number, to: number, runs: readonly Shared[], surroundings: Surroundings): { near?: Near; end: number; start: number } {
  const { text, quote } = surroundings;
  let found = align(text, from, to, quote);
  if (!found) return { start: from, end: from };
  // The window was laid by guess; lay it again by what it showed.
  const first = Math.max(0, found.textFrom - found.quoteFrom - 8);
  const past = Math.min(text.length, first + Math.ceil(quote.length * 1.25) + 16);
  if (found.textTo > to - 6 || found.textFrom < from + 6) found = align(text, first, past, quote) ?? found;
  const within = runs.filter((run) => run.text < Math.max(to, past) && run.text + run.length > Math.min(from, first));
  const swapped = inOtherOrder(withRemnants(trimmed(tiles(within), quote), text, quote), found.matched, surroundings);
  if (swapped) return { near: { kind: 'order', alignment: swapped }, start: swapped.textFrom, end: swapped.textTo };
  const alignment = withEdges(withoutChance(found, quote), surroundings);
  const wrong = editsOf(alignment).length > 0 && isNear(alignment, quote, surroundings.run(alignment.textFrom) !== undefined);
  return { ...(wrong ? { near: { kind: 'near', alignment } } : {}), start: alignment.textFrom, end: alignment.textTo };
}

/** Leaves off pieces at either end that lie apart from the rest: chance, or another quotation of the same words. */
function trimmed(pieces: Shared[], quote: string): Shared[] {
  let kept = [...pieces];
  const far = Math.max(6, Math.ceil(quote.length * 0.15));
  for (let at = 1; at < kept.length; at += 1) {
    const before = kept[at - 1];
    const here = kept[at];
    if (!before || !here || here.text - before.text - before.length <= far) continue;
    const left = kept.slice(0, at);
    const right = kept.slice(at);
    const weight = (list: Shared[]) => list.reduce((sum, { length }) => sum + length, 0);
    kept = weight(left) >= weight(right) ? left : right;
    at = 0;
  }
  return kept;
}

/** All stretches of a text that are like one quotation but not the same. `runs` are what the two share, in text order. */
export function nearOnes(runs: readonly Shared[], surroundings: Surroundings): Near[] {
  const { quote, text } = surroundings;
  if (quote.length < shortest) return [];
  const need = Math.min(12, Math.ceil(quote.length * 0.4));
  const span = Math.ceil(quote.length * 1.5) + 8;
  const found: Near[] = [];
  const covered = new Uint32Array(quote.length);
  let stamp = 0;
  let possible = 0;
  for (const run of runs) for (let place = run.quote; place < run.quote + run.length && possible < need; place += 1) if (covered[place] === 0) possible += covered[place] = 1;
  if (possible < need) return [];
  covered.fill(0);
  for (let at = 0; at < runs.length; ) {
    const first = runs[at];
    if (!first) break;
    const to = Math.min(text.length, first.text + span);
    stamp += 1;
    let cover = 0;
    let past = at;
    for (; past < runs.length && (runs[past]?.text ?? 0) < to; past += 1) {
      const run = runs[past];
      if (run && cover < need)
        for (let place = run.quote; place < run.quote + run.length; place += 1)
          if (covered[place] !== stamp) {
            covered[place] = stamp;
            cover += 1;
          }
    }
    const whole = first.length === quote.length;
    if (cover < need || whole) {
      const alignment = whole ? withEdges(fromBlocks([first]), surroundings) : undefined;
      if (alignment && editsOf(alignment).length > 0) found.push({ kind: 'near', alignment });
      const end = whole ? first.text + first.length : 0;
      at += 1;
      while (at < runs.length && (runs[at]?.text ?? 0) + 3 <= end) at += 1;
      continue;
    }
    const from = Math.max(0, first.text - Math.min(first.quote, 12) - 2);
    const result = judge(from, to, runs.slice(Math.max(0, at - 8), past + 8), surroundings);
    if (result.near) found.push(result.near);
    const step = first.text + Math.max(4, Math.floor(quote.length / 4));
    const next = result.near && result.start < step ? result.end : step;
    at += 1;
    while (at < runs.length && (runs[at]?.text ?? 0) < next) at += 1;
  }
  return found;
}
