/** What is needed to find marked words again. */
export interface Anchor {
  n: string;
  words: string;
  before: string;
}

/** Where marked words stand now. */
export interface Found {
  /** Number of the paragraph. */
  n: string;
  from: number;
  to: number;
}

/** How many characters before the words are remembered. */
export const beforeLength = 16;

/** How many characters at the ends of two texts agree. */
function agreement(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.charAt(a.length - 1 - count) === b.charAt(b.length - 1 - count)) count += 1;
  return count;
}

/** Every place where the words stand in a text, the one whose left side agrees best first. */
function placesIn(text: string, { words, before }: Anchor): { from: number; agrees: number }[] {
  const found: { from: number; agrees: number }[] = [];
  for (let at = text.indexOf(words); at >= 0 && words; at = text.indexOf(words, at + 1)) found.push({ from: at, agrees: agreement(text.slice(0, at), before) });
  return found.sort((a, b) => b.agrees - a.agrees || a.from - b.from);
}

/**
 * Finds marked words: in their paragraph, or, when paragraphs were put in or taken out before it, in the nearest one that
 * has them. Not found means that the text was changed there; nothing is guessed.
 */
export function locate(anchor: Anchor, paragraphs: readonly { n: string; text: string }[]): Found | undefined {
  const home = Number(anchor.n);
  const byDistance = paragraphs.slice().sort((a, b) => Math.abs(Number(a.n) - home) - Math.abs(Number(b.n) - home));
  for (const { n, text } of byDistance) {
    const place = placesIn(text, anchor)[0];
    if (!place) continue;
    // A short phrase elsewhere may be another one: its left side must be the same.
    const elsewhere = n !== anchor.n && anchor.words.length < 8;
    if (!elsewhere || (anchor.before.length > 0 && place.agrees >= Math.min(4, anchor.before.length))) return { n, from: place.from, to: place.from + anchor.words.length };
  }
  return undefined;
}
