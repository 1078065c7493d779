import { gap, partOf } from './format.ts';
import { ShardWriter } from './shard-writer.ts';

/** A pair with files of its own: all its places, and its places divided by the character on either side. */
export interface CommonPair {
  pair: string;
  whole: Uint8Array;
  before: Uint8Array[];
  after: Uint8Array[];
}

/** Bytes that the places of a pair may take among those of others. */
export const mostBytes = 2048;

/** Bytes that places take in an index file. */
export function bytesOf(places: Uint32Array): number {
  let bytes = 0;
  let last = 0;
  for (const place of places) {
    for (let rest = place - last; rest > 127; rest = Math.floor(rest / 128)) bytes += 1;
    bytes += 1;
    last = place;
  }
  return bytes;
}

/** Files of the places of three characters each, in which `beside` is where the third one stands; none across a gap. */
function divided(text: string, places: Uint32Array, parts: number, beside: -1 | 2): Uint8Array[] {
  const byCharacter = new Map<string, number[]>();
  for (const place of places) {
    const character = text.charAt(place + beside);
    if (character === '' || character === gap) continue;
    const list = byCharacter.get(character);
    const from = Math.min(place, place + beside);
    if (list) list.push(from);
    else byCharacter.set(character, [from]);
  }
  const writers = Array.from({ length: parts }, () => new ShardWriter());
  for (const [character, list] of [...byCharacter].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = beside < 0 ? character + text.charAt(places[0] ?? 0) : text.charAt((places[0] ?? 0) + 1) + character;
    writers[partOf(character, parts)]?.add(key, Uint32Array.from(list));
  }
  return writers.map((writer) => writer.take());
}

/** The files of a common pair. */
export function commonPair(text: string, pair: string, places: Uint32Array, parts: number): CommonPair {
  const writer = new ShardWriter();
  writer.add(pair, places);
  return { pair, whole: writer.take(), before: divided(text, places, parts, -1), after: divided(text, places, parts, 2) };
}
