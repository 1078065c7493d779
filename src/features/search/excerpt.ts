import { norm } from './norm.ts';

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

const separator = '\u200b';
const gap = '¶';

/** Every place where a phrase stands in the tokens, as token numbers. Phrases do not run across a gap. */
function places(tokens: string[], phrase: string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + phrase.length <= tokens.length; at += 1)
    if (phrase.every((token, offset) => tokens[at + offset] === token)) found.push(at);
  return found;
}

/**
 * The excerpt for a record whose text comes as pieces, one per token. `terms` are normal forms. Returns undefined when
 * no term stands in the text, which happens only if the match is in the title.
 */
export function excerpt(content: string, terms: string[], before = 28, after = 80): Excerpt | undefined {
  const shown = content.split(separator);
  const tokens = tokensOf(shown);
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
    const last = stretches[stretches.length - 1];
    if (last && last.hit === hit) last.text += text;
    else stretches.push({ text, hit });
  };
  if (from > 0 && shown[from - 1] !== gap) push('……', false);
  for (let at = from; at < to; at += 1) push(shown[at] || '', hits[at] === true);
  if (to < shown.length && shown[to] !== gap) push('……', false);
  return { stretches, at: first };
}

/** The token of each piece. A character that has several tokens shows in its first piece; the others are empty. */
function tokensOf(shown: string[]): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < shown.length; at += 1) {
    const piece = shown[at] || '';
    if (piece === gap) {
      tokens.push(gap);
      continue;
    }
    const own = Array.from(norm(piece));
    if (own.length === 0 && tokens.length > at) continue;
    for (const token of own) tokens.push(token);
  }
  return tokens;
}
