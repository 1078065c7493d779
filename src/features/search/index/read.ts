import { ByteReader } from './varint.ts';

/** Places of each pair that an index file holds. */
export type Shard = Map<string, Uint32Array>;

/** Unpacks an index file; see write.ts for its form. */
export function readShard(bytes: Uint8Array): Shard {
  const reader = new ByteReader(bytes);
  const shard: Shard = new Map();
  let [first, second] = [0, 0];
  while (!reader.done) {
    const step = reader.varint();
    const other = reader.varint();
    second = step === 0 ? second + other : other;
    first += step;
    const places = new Uint32Array(reader.varint());
    let last = 0;
    for (let at = 0; at < places.length; at += 1) {
      last += reader.varint();
      places[at] = last;
    }
    shard.set(String.fromCharCode(first, second), places);
  }
  return shard;
}

/** Compares pairs by their code units, which is how index files are ordered. */
const before = (a: string, b: string): boolean => a.charCodeAt(0) < b.charCodeAt(0) || (a.charCodeAt(0) === b.charCodeAt(0) && a.charCodeAt(1) < b.charCodeAt(1));

/** The number of the index file that a pair is in, if it is in any. `firsts` are the first pairs of all files. */
export function shardOf(firsts: string, pair: string): number {
  let low = 0;
  let high = firsts.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(pair, firsts.slice(middle * 2, middle * 2 + 2))) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

/** The places where all parts stand at their offsets, in order. */
export function meet(parts: { places: Uint32Array; offset: number }[]): Uint32Array {
  const sorted = [...parts].sort((a, b) => a.places.length - b.places.length);
  const rarest = sorted[0];
  if (!rarest) return new Uint32Array(0);
  let kept = rarest.places;
  for (const part of sorted.slice(1)) {
    const shift = part.offset - rarest.offset;
    const next = new Uint32Array(kept.length);
    let count = 0;
    let at = 0;
    for (let number = 0; number < kept.length; number += 1) {
      const wanted = (kept[number] || 0) + shift;
      while (at < part.places.length && (part.places[at] || 0) < wanted) at += 1;
      if (part.places[at] === wanted) {
        next[count] = kept[number] || 0;
        count += 1;
      }
    }
    kept = next.subarray(0, count);
  }
  return rarest.offset === 0 ? kept : kept.map((place) => place - rarest.offset);
}
