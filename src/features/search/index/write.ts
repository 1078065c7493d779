import { gap } from './format.ts';
import { ByteWriter } from './varint.ts';

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

/** The index files of a text, and the first pair of each as one string. */
export interface Shards {
  shards: Uint8Array[];
  firsts: string;
}

/**
 * Writes the index files. A file is closed when it has reached its size, at
 * the next pair, so a very common pair makes a longer one.
 */
export function writeShards(text: string): Shards {
  const places = placesByPair(text);
  const limit = shardBytes(text.length);
  const shards: Uint8Array[] = [];
  const writer = new ByteWriter();
  let firsts = '';
  let [first, second] = [0, 0];
  for (let from = 0; from < places.length; ) {
    const place = places[from] ?? 0;
    const a = text.charCodeAt(place);
    const b = place + 1 < text.length ? text.charCodeAt(place + 1) : gap.charCodeAt(0);
    let to = from + 1;
    while (to < places.length && text.charCodeAt(places[to] ?? 0) === a && text.charCodeAt((places[to] ?? 0) + 1) === b) to += 1;
    if (writer.length >= limit) shards.push(writer.take());
    if (writer.length === 0) {
      firsts += String.fromCharCode(a, b);
      [first, second] = [0, 0];
    }
    writer.varint(a - first);
    writer.varint(a === first ? b - second : b);
    writer.varint(to - from);
    for (let at = from, last = 0; at < to; at += 1) {
      writer.varint((places[at] ?? 0) - last);
      last = places[at] ?? 0;
    }
    [first, second] = [a, b];
    from = to;
  }
  if (writer.length > 0) shards.push(writer.take());
  return { shards, firsts };
}
