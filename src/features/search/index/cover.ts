import { commonFile, partFile, partOf, shardFile, type Catalogue } from './format.ts';
import { shardOf } from './read.ts';

/** Two or three characters of a phrase, and where in it. */
interface Part {
  gram: string;
  offset: number;
}

/** Where the places of a gram are kept, and what loading them costs, in ordinary index files. */
export interface Spot {
  file: string;
  key: string;
  cost: number;
}

/** What of the catalogue tells where a gram is kept. */
export type Whereabouts = Pick<Catalogue, 'shards' | 'common'>;

/** The number of a common pair, -1 for any other. */
function commonPair({ common: { pairs } }: Whereabouts, pair: string): number {
  const number = shardOf(pairs, pair);
  return pairs.slice(number * 2, number * 2 + 2) === pair ? number : -1;
}

/** Where a pair is kept; where three characters are, which are kept only beside a common pair. */
export function spotOf(where: Whereabouts, gram: string): Spot | undefined {
  const { parts } = where.common;
  const first = commonPair(where, gram.slice(0, 2));
  if (gram.length === 2) return first >= 0 ? { file: commonFile(first), key: gram, cost: parts[first] || 1 } : { file: shardFile(shardOf(where.shards, gram)), key: gram, cost: 1 };
  if (first >= 0) return { file: partFile(first, 'after', partOf(gram.charAt(2), parts[first] || 1)), key: gram.slice(1), cost: 1 };
  const second = commonPair(where, gram.slice(1));
  return second >= 0 ? { file: partFile(second, 'before', partOf(gram.charAt(0), parts[second] || 1)), key: gram.slice(0, 2), cost: 1 } : undefined;
}

/** The files that hold the pairs which begin with a character. */
export function filesOf(where: Whereabouts, character: string): string[] {
  const { shards, common } = where;
  const files: string[] = [];
  const last = shardOf(shards, `${character}\uffff`);
  for (let number = shardOf(shards, `${character}\u0000`); number <= last; number += 1) files.push(shardFile(number));
  for (let number = 0; number < common.parts.length; number += 1) if (common.pairs.charAt(number * 2) === character) files.push(commonFile(number));
  return files;
}

/**
 * The grams that together cover a phrase of two characters or more: those that cost least. Each character must be in one
 * of them. `cost` is Infinity for three characters that are kept nowhere.
 */
export function cover(phrase: string, cost: (gram: string) => number): Part[] {
  // The least cost at which the characters before each place are covered, and the last part and the place before it.
  const least = [0];
  const last: (Part & { from: number })[] = [];
  for (let end = 1; end <= phrase.length; end += 1) {
    least[end] = Infinity;
    for (const size of [2, 3]) {
      const offset = end - size;
      if (offset < 0) continue;
      const gram = phrase.slice(offset, end);
      const price = cost(gram);
      for (let from = offset; from < end; from += 1) {
        const sum = Number(least[from]) + price;
        if (sum >= Number(least[end])) continue;
        least[end] = sum;
        last[end] = { gram, offset, from };
      }
    }
  }
  const parts: Part[] = [];
  for (let part = last[phrase.length]; part; part = last[part.from]) parts.unshift({ gram: part.gram, offset: part.offset });
  return parts;
}
