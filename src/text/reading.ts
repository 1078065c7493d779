import { normalForm, type NormalForm } from './normal-form.ts';
import { quotedRuns } from './quoted-runs.ts';

/** A text read once: its normal form, and the marks that the normal form leaves out, by its places. */
export interface Reading {
  text: string;
  normal: NormalForm;
  /** The marks before the n-th character of the normal form (line breaks within a paragraph and spaces aside). */
  gap: (at: number) => string;
  /** The run in quotation marks around the n-th character. */
  run: (at: number) => { from: number; to: number } | undefined;
  /** The place in the normal form of an offset of the text. */
  place: (offset: number) => number;
}

/** First index of a rising list whose value is not below the one sought. */
function lowest(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads a text, or a wording, for comparison. */
export function read(text: string): Reading {
  const normal = normalForm(text);
  const place = (offset: number) => lowest(normal.from, offset);
  const runs = quotedRuns(text).map(({ from, to }) => ({ from: place(from), to: place(to) }));
  const starts = Uint32Array.from(runs.map(({ from }) => from));
  return {
    text,
    normal,
    place,
    gap: (at) => text.slice(at > 0 ? (normal.to[at - 1] ?? 0) : 0, at < normal.form.length ? normal.from[at] : text.length).replace(/[ \t\r\u3000]|\n(?!\s*\n)/g, ''),
    run: (at) => {
      const run = runs[lowest(starts, at + 1) - 1];
      return run && at < run.to ? run : undefined;
    },
  };
}
