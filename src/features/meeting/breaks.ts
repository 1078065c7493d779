/** A place at which a text may be cut: 0 after a block, 1 after a sentence, 2 after a clause, 3 between two characters. */
export interface Break {
  at: number;
  rank: 0 | 1 | 2 | 3;
}

const closers = '”’」』）》】〉〕］)]';
const sentence = '。！？!?';
const clause = '，；：、,;:';
/** What must not begin a line, nor a screen, and what must not end one. */
const notFirst = `${closers}${sentence}${clause}…—％%℃`;
const notLast = '“‘「『（《【〈〔［([';

const isLow = (text: string, at: number): boolean => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
const isLatin = (character: string): boolean => /[A-Za-z0-9.]/.test(character);

/** Rank of the place before the character `at`; undefined where a text must not be cut. */
function rankAt(text: string, at: number): Break['rank'] | undefined {
  if (isLow(text, at) || notFirst.indexOf(text.charAt(at)) >= 0 || notLast.indexOf(text.charAt(at - 1)) >= 0) return undefined;
  if (isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1))) return undefined;
  let mark = at - 1;
  while (mark > 0 && closers.indexOf(text.charAt(mark)) >= 0) mark -= 1;
  if (sentence.indexOf(text.charAt(mark)) >= 0) return 1;
  // A closing mark alone ends nothing: what stands in quotation marks may be the middle of a sentence.
  if (mark === at - 1 && clause.indexOf(text.charAt(mark)) >= 0) return 2;
  return 3;
}

/** All places at which a text may be cut, in order. `ends` are the offsets at which its blocks end; the last one is the length of the text. */
export function breaksOf(text: string, ends: readonly number[]): Break[] {
  const blocks = new Set([...ends, text.length]);
  const found: Break[] = [];
  for (let at = 1; at <= text.length; at += 1) {
    const rank = blocks.has(at) ? 0 : rankAt(text, at);
    if (rank !== undefined) found.push({ at, rank });
  }
  return found;
}

/** The last place, of those with a rank up to `rank`, that still fits after `from`. What fits is taken to fit shortened, too. */
function farthest(breaks: readonly Break[], from: number, rank: number, fits: (to: number) => boolean): number | undefined {
  const places = breaks.filter((place) => place.rank <= rank && place.at > from).map(({ at }) => at);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(places[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

/** Where the screen that begins at `from` ends: after a block if that does not leave it half empty, else after a sentence, a clause, a character. */
function endFrom(breaks: readonly Break[], from: number, fits: (to: number) => boolean): number {
  const bySentence = farthest(breaks, from, 1, fits);
  if (bySentence !== undefined) {
    const byBlock = farthest(breaks, from, 0, fits);
    return byBlock !== undefined && byBlock - from >= (bySentence - from) / 2 ? byBlock : bySentence;
  }
  const first = breaks.find(({ at }) => at > from);
  return farthest(breaks, from, 2, fits) ?? farthest(breaks, from, 3, fits) ?? (first ? first.at : from);
}

/**
 * Cuts a text into screens. `fits(from, to)` measures. The screens are then made even, so that the last one does not hold
 * three words: never more screens than the fewest possible.
 */
export function cutUp(breaks: readonly Break[], fits: (from: number, to: number) => boolean): [from: number, to: number][] {
  const length = breaks.length > 0 ? (breaks[breaks.length - 1] as Break).at : 0;
  const run = (most: number): [number, number][] => {
    const screens: [number, number][] = [];
    for (let from = 0; from < length; ) {
      const to = endFrom(breaks, from, (end) => (end - from <= most || !breaks.some(({ at }) => at > from && at < end)) && fits(from, end));
      screens.push([from, to]);
      from = to;
    }
    return screens;
  };
  const fewest = run(length);
  if (fewest.length < 2) return fewest;
  for (const slack of [1.05, 1.2, 1.4]) {
    const even = run(Math.ceil((length / fewest.length) * slack));
    if (even.length === fewest.length) return even;
  }
  return fewest;
}
