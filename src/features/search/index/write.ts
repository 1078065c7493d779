import { gap } from './format.ts';
import { bytesOf, commonPair, mostBytes, type CommonPair } from './write-common.ts';
import { ShardWriter } from './shard-writer.ts';

/** Places of all pairs, ordered by pair and then by place: two stable passes of counting by one character each. */
function placesByPair(text: string): Uint32Array {
  const gapCode = gap.charCodeAt(0);
  const codes = new Uint16Array(text.length + 1);
  codes[text.length] = gapCode;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    codes[at] = text.charCodeAt(at);
    if (codes[at] !== gapCode) count += 1;
  }
  let places = new Uint32Array(count);
  for (let at = 0, next = 0; at < text.length; at += 1) if (codes[at] !== gapCode) places[next++] = at;
  for (const shift of [1, 0]) {
    const starts = new Uint32Array(65_537);
    for (const place of places) starts[(codes[place + shift] ?? 0) + 1] = (starts[(codes[place + shift] ?? 0) + 1] ?? 0) + 1;
    for (let code = 1; code < starts.length; code += 1) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
    const sorted = new Uint32Array(count);
    for (const place of places) {
      const code = codes[place + shift] ?? 0;
      const to = starts[code] ?? 0;
      sorted[to] = place;
      starts[code] = to + 1;
    }
    places = sorted;
  }
  return places;
}

/** Bytes of an index file: larger for a large library, so that there are not too many. */
export const shardBytes = (characters: number): number => Math.min(4096, Math.max(3072, Math.round(2 * Math.sqrt(characters))));

/** The index files of a text, the first pair of each as one string, and the pairs that have files of their own. */
export interface Shards {
  shards: Uint8Array[];
  firsts: string;
  common: CommonPair[];
}

/**
 * Writes the index files. A file is closed when it has reached its size, at the next pair. `most` is how many bytes the
 * places of a pair may take before it gets files of its own.
 */
export function writeShards(text: string, most = mostBytes): Shards {
  const places = placesByPair(text);
  const limit = shardBytes(text.length);
  const shards: Uint8Array[] = [];
  const common: CommonPair[] = [];
  const writer = new ShardWriter();
  let firsts = '';
  for (let from = 0; from < places.length; ) {
    const place = places[from] ?? 0;
    const pair = text.charAt(place) + (text.charAt(place + 1) || gap);
    let to = from + 1;
    while (to < places.length && text.startsWith(pair, places[to] ?? 0)) to += 1;
    const own = places.subarray(from, to);
    from = to;
    const bytes = bytesOf(own);
    if (bytes > most) {
      common.push(commonPair(text, pair, own, Math.ceil(bytes / most)));
      continue;
    }
    if (writer.length >= limit) shards.push(writer.take());
    if (writer.length === 0) firsts += pair;
    writer.add(pair, own);
  }
  if (writer.length > 0) shards.push(writer.take());
  return { shards, firsts, common };
}
