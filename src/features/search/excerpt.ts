import { pieces } from '../../text/norm.ts';

/** A stretch of an excerpt; `hit` where it answers the query. */
export interface Stretch {
  text: string;
  hit: boolean;
}

/** A passage around the first match, cut at sentence ends where that is near, with every match marked. */
export interface Excerpt {
  stretches: Stretch[];
  /** Number of the token at which the first match begins. */
  at: number;
}

/** Stands between blocks, in the index and in the stored text; it is never part of a phrase. */
export const gap = '¶';
/** A piece cut into the punctuation before its character, the character, and the punctuation after it. */
const marksAround = /^([^\p{L}\p{N}]*)([^]*?)([^\p{L}\p{N}]*)$/u;

/** Every place where a phrase stands in the tokens, as token numbers. Phrases do not run across a gap. */
function places(tokens: string[], phrase: string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + phrase.length <= tokens.length; at += 1)
    if (phrase.every((token, offset) => tokens[at + offset] === token)) found.push(at);
  return found;
}

/**
 * The excerpt for a record whose text comes as blocks joined by the gap mark. `terms` are normal forms. Returns undefined
 * when no term stands in the text, which happens only if the match is in the title.
 */
export function excerpt(content: string, terms: string[], before = 28, after = 80): Excerpt | undefined {
  const cut = content.split(gap).flatMap((block) => [...pieces(block), { token: gap, shown: gap }]);
  const shown = cut.map((piece) => piece.shown);
  const tokens = cut.map((piece) => piece.token);
  const hits = new Array<boolean>(shown.length).fill(false);
  let first = -1;
  for (const term of terms) {
    const phrase = Array.from(term);
    for (const at of places(tokens, phrase)) {
      if (first < 0 || at < first) first = at;
      hits.fill(true, at, at + phrase.length);
    }
  }
  if (first < 0) return undefined;
  let from = first;
  while (from > 0 && shown[from - 1] !== gap && first - from < before) from -= 1;
  let to = first;
  while (to < shown.length && shown[to] !== gap && to - first < after) to += 1;
  const stretches: Stretch[] = [];
  const push = (text: string, hit: boolean) => {
    if (!text) return;
    const last = stretches[stretches.length - 1];
    if (last && last.hit === hit) last.text += text;
    else stretches.push({ text, hit });
  };
  if (from > 0 && shown[from - 1] !== gap) push('……', false);
  for (let at = from; at < to; at += 1) {
    const hit = hits[at] === true;
    const [, lead = '', word = '', tail = ''] = marksAround.exec(shown[at] || '') || [];
    push(lead, hit && at > from && hits[at - 1] === true);
    push(word, hit);
    push(tail, hit && hits[at + 1] === true);
  }
  if (to < shown.length && shown[to] !== gap) push('……', false);
  return { stretches, at: first };
}

/** A short text, such as a title, with the matches marked. */
export const markTerms = (text: string, terms: string[]): Stretch[] => {
  const found = excerpt(text, terms, text.length, text.length);
  return found ? found.stretches : [{ text, hit: false }];
};
