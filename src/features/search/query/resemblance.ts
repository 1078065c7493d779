import { align, editsOf } from '../../../text/alignment.ts';
import { normalForm, originalRange, type NormalForm } from '../../../text/normal-form.ts';
import type { Range } from '../show/excerpt.ts';

/** How a text resembles a phrase: the stretch that does, the characters in it that differ, and how much: 1 for the same. */
export interface Resemblance {
  similarity: number;
  stretch: Range;
  differs: Range[];
}

/** A likeness in the normal form of a text, and how many characters of the phrase it has. */
interface Likeness {
  from: number;
  to: number;
  matched: number;
  similarity: number;
  differs: Range[];
}

/** Below this a resemblance is chance: of three characters two must be right, of four three. */
export const enough = (length: number): number => (length <= 3 ? 0.66 : length <= 8 ? 0.7 : length < 12 ? 0.62 : 0.56);

/** Longer phrases are aligned well enough. */
const slipping = 12;

/** The stretch of the phrase's own length that has most of its characters at their places: for one that is changed. */
function inPlace(form: string, phrase: string): Likeness | undefined {
  let best = { from: 0, matched: 0 };
  for (let from = 0; from + phrase.length <= form.length; from += 1) {
    let matched = 0;
    for (let at = 0; at < phrase.length; at += 1) if (form.charCodeAt(from + at) === phrase.charCodeAt(at)) matched += 1;
    if (matched > best.matched) best = { from, matched };
  }
  if (best.matched === 0) return undefined;
  const differs: Range[] = [];
  for (let at = 0; at < phrase.length; at += 1) if (form.charAt(best.from + at) !== phrase.charAt(at)) differs.push({ from: best.from + at, to: best.from + at + 1 });
  return { ...best, to: best.from + phrase.length, similarity: best.matched / phrase.length, differs };
}

/** The stretch that aligns best: for characters that are missing or added. */
function inLine(form: string, phrase: string): Likeness | undefined {
  const aligned = align(form, 0, form.length, phrase);
  if (!aligned) return undefined;
  const { textFrom: from, textTo: to, matched } = aligned;
  const differs = editsOf(aligned).filter(({ textFrom, textTo }) => textTo > textFrom).map(({ textFrom, textTo }) => ({ from: textFrom, to: textTo }));
  return { from, to, matched, similarity: (2 * matched) / (phrase.length + to - from), differs };
}

/** The stretch with most pairs of the phrase in any order: for clauses or characters that have changed places. */
function inOtherOrder(form: string, phrase: string): Likeness | undefined {
  const wanted = new Set(Array.from({ length: phrase.length - 1 }, (_value, at) => phrase.slice(at, at + 2)));
  const places: number[] = [];
  for (let at = 0; at < form.length - 1; at += 1) if (wanted.has(form.slice(at, at + 2))) places.push(at);
  let best: Likeness | undefined;
  places.forEach((from) => {
    const inside = places.filter((place) => place >= from && place + 2 <= from + phrase.length + 2);
    const share = new Set(inside.map((place) => form.slice(place, place + 2))).size / wanted.size;
    if (!best || share * 0.95 > best.similarity)
      best = { from, to: (inside[inside.length - 1] || from) + 2, matched: Math.round(share * phrase.length), similarity: share * 0.95, differs: [] };
  });
  return best;
}

/** Two neighbours that have changed places: 三下进党 for 三进下党. */
function withNeighboursSwapped(form: string, phrase: string): Likeness | undefined {
  for (let at = 0; at < phrase.length - 1; at += 1) {
    const swapped = phrase.slice(0, at) + phrase.charAt(at + 1) + phrase.charAt(at) + phrase.slice(at + 2);
    const from = swapped === phrase ? -1 : form.indexOf(swapped);
    if (from >= 0) return { from, to: from + phrase.length, matched: phrase.length, similarity: 0.94, differs: [{ from: from + at, to: from + at + 2 }] };
  }
  return undefined;
}

/**
 * One character too many, or one left out: 四个下基层, 四基层 for 四下基层. The alignment sees no further than the slip where
 * it stands beside the first or the last character.
 */
function withOneSlip(form: string, phrase: string): Likeness | undefined {
  const size = phrase.length;
  for (let at = 1; at < size; at += 1) {
    const [before, after] = [phrase.slice(0, at), phrase.slice(at)];
    const less = size > 3 && at < size - 1 ? form.indexOf(before + after.slice(1)) : -1;
    if (less >= 0) return { from: less, to: less + size - 1, matched: size - 1, similarity: (2 * (size - 1)) / (2 * size - 1), differs: [] };
    for (let from = form.indexOf(before); from >= 0; from = form.indexOf(before, from + 1)) {
      if (form.slice(from + at + 1, from + size + 1) !== after) continue;
      return { from, to: from + size + 1, matched: size, similarity: (2 * size) / (2 * size + 1), differs: [{ from: from + at, to: from + at + 1 }] };
    }
  }
  return undefined;
}

const original = (normal: NormalForm, { from, to }: Range): Range => originalRange(normal, from, to);

/** How a text resembles a phrase in normal form; undefined where not even two thirds of the characters are there. */
export function resemblanceOf(text: string, phrase: string): Resemblance | undefined {
  const normal = normalForm(text);
  const { form } = normal;
  const placed = inPlace(form, phrase);
  const line = inLine(form, phrase);
  // A wrong first or last character lies outside the alignment, where it could not be shown.
  if (placed && line && placed.matched >= line.matched) placed.similarity = Math.max(placed.similarity, line.similarity);
  const ways = [withNeighboursSwapped(form, phrase), phrase.length <= slipping ? withOneSlip(form, phrase) : undefined, placed, line, phrase.length >= 4 ? inOtherOrder(form, phrase) : undefined];
  let best: Likeness | undefined;
  for (const way of ways) if (way && way.matched / phrase.length >= (phrase.length < 12 ? 0.65 : 0.5) && (!best || way.similarity > best.similarity + 1e-9)) best = way;
  return best && { similarity: best.similarity, stretch: original(normal, best), differs: best.differs.map((range) => original(normal, range)) };
}
