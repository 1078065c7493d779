import { norm } from './norm.ts';

/** A stretch that two wordings share, that the right one has and the found one lacks, or the other way round. */
export interface Segment {
  kind: 'same' | 'missing' | 'extra';
  text: string;
}

const open = '“‘「『';
const close = '”’」』';
const omission = /^(?:…+|\.{3,}|。{3,})$/;
/** Above this many cells two wordings are not compared character by character; no quotation comes near it. */
const mostCells = 4_000_000;

/** The level of a quotation mark changes with what it stands in, so all opening (closing) ones count as one. */
const same = (a: string, b: string): boolean => a === b || (open.includes(a) && open.includes(b)) || (close.includes(a) && close.includes(b));

/** Characters that count: white space does not, since pasted text breaks lines anywhere. */
const characters = (text: string): string[] => Array.from(text).filter((character) => !/[\s\u200b-\u200f\u2060]/.test(character));

/** Lengths of the longest common subsequences of all tails of two wordings. */
function tails(a: string[], b: string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] = same(a[i] ?? '', b[j] ?? '')
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  return table;
}

/** Joins neighbours of one kind; within a change what is missing comes before what is extra. */
function tidy(steps: Segment[]): Segment[] {
  const joined: Segment[] = [];
  let missing = '';
  let extra = '';
  const flush = () => {
    // …… in an excerpt stands for the words it leaves out: an allowed omission, not an error.
    if (omission.test(extra) && !omission.test(missing)) joined.push({ kind: 'same', text: extra });
    else {
      if (missing) joined.push({ kind: 'missing', text: missing });
      if (extra) joined.push({ kind: 'extra', text: extra });
    }
    missing = extra = '';
  };
  for (const { kind, text } of steps) {
    if (kind === 'missing') missing += text;
    else if (kind === 'extra') extra += text;
    else {
      flush();
      const last = joined[joined.length - 1];
      if (last?.kind === 'same') last.text += text;
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/**
 * What has to change in the found wording to make it the right one, character by character. White space and the level
 * of quotation marks do not count; other punctuation does. Meant for sentences: very long texts come back as one change.
 */
export function difference(found: string, right: string): Segment[] {
  const a = characters(found);
  const b = characters(right);
  let head = 0;
  while (head < a.length && head < b.length && same(a[head] ?? '', b[head] ?? '')) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && same(a[a.length - 1 - tail] ?? '', b[b.length - 1 - tail] ?? '')) tail += 1;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const steps: Segment[] = [];
  if (head > 0) steps.push({ kind: 'same', text: a.slice(0, head).join('') });
  if (middleA.length * middleB.length > mostCells) steps.push({ kind: 'missing', text: middleB.join('') }, { kind: 'extra', text: middleA.join('') });
  else {
    const table = tails(middleA, middleB);
    const width = middleB.length + 1;
    let i = 0;
    let j = 0;
    while (i < middleA.length || j < middleB.length) {
      if (i < middleA.length && j < middleB.length && same(middleA[i] ?? '', middleB[j] ?? '')) {
        steps.push({ kind: 'same', text: middleA[i] ?? '' });
        i += 1;
        j += 1;
      } else if (j < middleB.length && (i >= middleA.length || (table[i * width + j + 1] ?? 0) >= (table[(i + 1) * width + j] ?? 0))) {
        steps.push({ kind: 'missing', text: middleB[j] ?? '' });
        j += 1;
      } else {
        steps.push({ kind: 'extra', text: middleA[i] ?? '' });
        i += 1;
      }
    }
  }
  if (tail > 0) steps.push({ kind: 'same', text: a.slice(a.length - tail).join('') });
  return tidy(steps);
}

/** The difference on one line for a terminal: 我至今还历历在［误：心；正：目］, ［多：的］, ［少：就］. */
export function printable(segments: readonly Segment[]): string {
  let line = '';
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at];
    const next = segments[at + 1];
    if (!segment) continue;
    if (segment.kind === 'missing' && next?.kind === 'extra') {
      line += `［误：${next.text}；正：${segment.text}］`;
      at += 1;
    } else line += segment.kind === 'same' ? segment.text : segment.kind === 'missing' ? `［少：${segment.text}］` : `［多：${segment.text}］`;
  }
  return line;
}

/** Whether two wordings are the same but for white space and the level of quotation marks. */
export const sameWording = (found: string, right: string): boolean => {
  const a = characters(found);
  const b = characters(right);
  return a.length === b.length && a.every((character, at) => same(character, b[at] ?? ''));
};

/** Whether two wordings have the same characters and differ in punctuation (or width, case) only. */
export const punctuationOnly = (found: string, right: string): boolean => !sameWording(found, right) && norm(found) === norm(right);
