import type { Shared } from './gram-index.ts';

/** The stretch of a text that answers best to a stretch of a wording, and the runs that are the same in both. */
export interface Alignment {
  textFrom: number;
  textTo: number;
  quoteFrom: number;
  quoteTo: number;
  blocks: Shared[];
  matched: number;
}

/** A place where the two differ: characters of the text, characters of the wording; either may be none. */
export interface Edit {
  textFrom: number;
  textTo: number;
  quoteFrom: number;
  quoteTo: number;
}

const up = 1;
const left = 2;
const diagonal = 3;

/**
 * Best local alignment of text[from, to) with a wording: a match counts one, a character changed, added or dropped takes
 * one off. Offsets are those of the whole text. Cost is the product of the lengths; callers pass windows of a sentence.
 */
export function align(text: string, from: number, to: number, quote: string): Alignment | undefined {
  const rows = to - from;
  const width = quote.length + 1;
  const steps = new Uint8Array((rows + 1) * width);
  let above = new Int16Array(width);
  let row = new Int16Array(width);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= rows; i += 1) {
    const code = text.charCodeAt(from + i - 1);
    for (let j = 1; j < width; j += 1) {
      const fits = (above[j - 1] ?? 0) + (code === quote.charCodeAt(j - 1) ? 1 : -1);
      const skipped = (above[j] ?? 0) - 1;
      const lacking = (row[j - 1] ?? 0) - 1;
      let value = fits;
      let step = diagonal;
      if (skipped > value) {
        value = skipped;
        step = up;
      }
      if (lacking > value) {
        value = lacking;
        step = left;
      }
      if (value <= 0) {
        row[j] = 0;
        continue;
      }
      row[j] = value;
      steps[i * width + j] = step;
      if (value > best) {
        best = value;
        bestAt = i * width + j;
      }
    }
    [above, row] = [row, above];
  }
  return best > 0 ? trace(text, from, quote, steps, bestAt) : undefined;
}

/** Follows the steps back from the best cell and collects the runs of equal characters. */
function trace(text: string, from: number, quote: string, steps: Uint8Array, end: number): Alignment {
  const width = quote.length + 1;
  const blocks: Shared[] = [];
  let at = end;
  let matched = 0;
  let open = false;
  while (at > 0 && steps[at] !== 0) {
    const i = from + Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    if (steps[at] === diagonal && text.charCodeAt(i) === quote.charCodeAt(j)) {
      const first = blocks[blocks.length - 1];
      if (open && first) {
        first.text = i;
        first.quote = j;
        first.length += 1;
      } else blocks.push({ text: i, quote: j, length: 1 });
      open = true;
      matched += 1;
    } else open = false;
    at -= steps[at] === diagonal ? width + 1 : steps[at] === up ? width : 1;
  }
  blocks.reverse();
  return fromBlocks(blocks, matched);
}

/** The alignment that a list of shared runs in order makes. */
export function fromBlocks(blocks: Shared[], matched = blocks.reduce((sum, { length }) => sum + length, 0)): Alignment {
  const first = blocks[0] ?? { text: 0, quote: 0, length: 0 };
  const last = blocks[blocks.length - 1] ?? first;
  return { textFrom: first.text, textTo: last.text + last.length, quoteFrom: first.quote, quoteTo: last.quote + last.length, blocks, matched };
}

/** The places where an alignment differs, edges included when it reaches beyond its first or last shared run. */
export function editsOf({ textFrom, textTo, quoteFrom, quoteTo, blocks }: Alignment): Edit[] {
  const edits: Edit[] = [];
  let text = textFrom;
  let quote = quoteFrom;
  for (const block of [...blocks, { text: textTo, quote: quoteTo, length: 0 }]) {
    if (block.text > text || block.quote > quote) edits.push({ textFrom: text, textTo: block.text, quoteFrom: quote, quoteTo: block.quote });
    text = block.text + block.length;
    quote = block.quote + block.length;
  }
  return edits;
}

/** How alike the aligned stretches are: twice the shared characters through all characters, 1 for the same. */
export const similarityOf = ({ textFrom, textTo, quoteFrom, quoteTo, matched }: Alignment): number =>
  (2 * matched) / Math.max(1, textTo - textFrom + (quoteTo - quoteFrom));
