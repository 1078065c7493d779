/**
 * Text as search sees it: width, case, accents, punctuation, symbols and white space do not count; letters and digits of
 * every script do. Index and query go through the same function, so what one drops the other drops.
 */
const dropped = /[^\p{L}\p{N}]/gu;

/** The normal form of a text: a run of characters, each of which is one token of the index. */
export const norm = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase().replace(dropped, '');

/** One token and the stretch of the original text it stands for (its own characters and the marks after them). */
export interface Piece {
  token: string;
  shown: string;
}

/** Cuts a text into tokens that keep the original wording, so that excerpts show it with its punctuation. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let lead = '';
  for (const character of text) {
    const tokens = [...norm(character)];
    const last = found[found.length - 1];
    if (tokens.length === 0) {
      if (last) last.shown += character;
      else lead += character;
      continue;
    }
    tokens.forEach((token, at) => {
      found.push({ token, shown: at === 0 ? lead + character : '' });
      lead = '';
    });
  }
  return found;
}
