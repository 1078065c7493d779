import { originalRange } from '../../../text/normal-form.ts';
import { keptForm } from './normal-forms.ts';

/** A stretch of an excerpt; `hit` where it answers the query. */
export interface Stretch {
  text: string;
  hit: boolean;
  /** Characters of a near match that the query has not got. */
  off?: boolean;
}

/** A stretch of a text, from its first to past its last character. */
export interface Range {
  from: number;
  to: number;
}

/** Every place where one of the forms stands in the text, punctuation within it included; overlapping ones are joined. */
export function rangesOf(text: string, forms: readonly string[]): Range[] {
  const normal = keptForm(text);
  const found: Range[] = [];
  for (const form of forms)
    for (let at = normal.form.indexOf(form); form && at >= 0; at = normal.form.indexOf(form, at + 1)) found.push(originalRange(normal, at, at + form.length));
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const joined: Range[] = [];
  for (const range of found) {
    const last = joined[joined.length - 1];
    if (last && range.from < last.to) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}

/** A part of a text, cut at the ranges that are to be marked. */
export function stretchesOf(text: string, ranges: readonly Range[], from = 0, to = text.length): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  for (const range of ranges) {
    const start = Math.max(at, range.from);
    const end = Math.min(to, range.to);
    if (end <= start) continue;
    if (start > at) stretches.push({ text: text.slice(at, start), hit: false });
    stretches.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) stretches.push({ text: text.slice(at, to), hit: false });
  return stretches;
}

/** A short text, such as a title, with the matches marked. */
export const markForms = (text: string, forms: readonly string[]): Stretch[] => stretchesOf(text, rangesOf(text, forms));

const ends = '。！？!?';
const closing = '”’」』）》〉"';
const pauses = '，；：、—…';
/** A sentence longer than this is shown in part. */
const longest = 130;
const before = 40;

const isIn = (set: string, character: string): boolean => character !== '' && set.indexOf(character) >= 0;

/** The whole sentences around a stretch; of very long ones the clauses around it. */
export function sentenceAround(text: string, { from, to }: Range): Range {
  let start = from;
  while (start > 0 && !(isIn(ends, text.charAt(start - 1)) || (isIn(closing, text.charAt(start - 1)) && isIn(ends, text.charAt(start - 2))))) start -= 1;
  let end = Math.max(from, to - 1);
  while (end < text.length && !isIn(ends, text.charAt(end))) end += 1;
  end = Math.min(text.length, end + 1);
  while (end < text.length && (isIn(closing, text.charAt(end)) || isIn(ends, text.charAt(end)))) end += 1;
  while (start < from && /\s/.test(text.charAt(start))) start += 1;
  if (end - start <= longest) return { from: start, to: end };
  if (from - start > before) {
    let cut = from - before;
    while (cut < from && !isIn(pauses, text.charAt(cut - 1))) cut += 1;
    start = cut < from ? cut : from - before;
  }
  if (end - start > longest) {
    let cut = Math.max(to, start + longest);
    while (cut < end && cut - start < longest + 20 && !isIn(pauses, text.charAt(cut - 1))) cut += 1;
    end = cut;
  }
  return { from: start, to: end };
}

const omission = '……';

/** The sentences around the given ranges of one block, every match in them marked. */
export function excerptOf(text: string, shown: readonly Range[], marked: readonly Range[]): Stretch[] {
  const parts: Range[] = [];
  for (const range of [...shown].sort((a, b) => a.from - b.from)) {
    const sentence = sentenceAround(text, range);
    const last = parts[parts.length - 1];
    if (last && sentence.from <= last.to + 1) last.to = Math.max(last.to, sentence.to);
    else parts.push(sentence);
  }
  const stretches: Stretch[] = [];
  const push = (stretch: Stretch) => {
    const last = stretches[stretches.length - 1];
    if (last && last.hit === stretch.hit) last.text += stretch.text;
    else stretches.push({ ...stretch });
  };
  parts.forEach((part, at) => {
    const cutBefore = at > 0 || (part.from > 0 && !isIn(ends + closing, text.slice(0, part.from).trim().slice(-1)));
    if (cutBefore) push({ text: omission, hit: false });
    stretchesOf(text, marked, part.from, part.to).forEach(push);
    if (at === parts.length - 1 && part.to < text.length && !isIn(ends + closing, text.charAt(part.to - 1))) push({ text: omission, hit: false });
  });
  return stretches;
}

/** The sentence that resembles a query, the like stretch marked and within it what differs; `whole` keeps all of the text. */
export function markResemblance(text: string, { stretch, differs }: { stretch: Range; differs: readonly Range[] }, whole = false): Stretch[] {
  const around = whole ? { from: 0, to: text.length } : sentenceAround(text, stretch);
  return stretchesOf(text, [stretch], around.from, around.to).reduce<Stretch[]>((all, part) => {
    if (!part.hit) return all.concat(part);
    return all.concat(stretchesOf(text, differs, stretch.from, stretch.to).map(({ text: words, hit }) => ({ text: words, hit: true, ...(hit && { off: true }) })));
  }, []);
}
