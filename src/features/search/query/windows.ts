import type { Catalogue } from '../index/format.ts';
import { filesOf } from '../index/cover.ts';
import { startsOf } from '../index/layout.ts';
import type { Source } from '../index/source.ts';
import { recordAt } from './exact.ts';

/** A stretch of a record that has many pairs of characters of a phrase. */
export interface Window {
  record: number;
  /** Part of the phrase's pairs it has, weighed by rarity: 1 for all. */
  share: number;
  inTitle: boolean;
}

/** Pairs looked up of a long phrase; more would cost more files than they tell. */
const mostPairs = 20;

/** In a phrase as short as this one wrong character spoils most pairs, so those with one character between count too. */
const short = 6;

/** A character that fills more index files than this is too common to be looked up by itself. */
const mostFiles = 6;

/** The pairs of a phrase, with their weights and places. */
async function pairsOf(source: Source, catalogue: Catalogue, phrase: string, characters: number): Promise<{ places: Uint32Array; weight: number }[]> {
  const step = Math.ceil((phrase.length - 1) / mostPairs);
  const pairs = new Set<string>();
  for (let at = 0; at < phrase.length - 1; at += step) pairs.add(phrase.slice(at, at + 2));
  const common = (character: string) => filesOf(catalogue, character).length > mostFiles + 1;
  const around = Array.from({ length: phrase.length - 2 }, (_value, at) => at).filter((at) => phrase.length <= short && !common(phrase.charAt(at)) && !common(phrase.charAt(at + 2)));
  const lists = await Promise.all([...[...pairs].map((pair) => source.find(pair)), ...around.map((at) => source.apart(phrase.charAt(at), phrase.charAt(at + 2)))]);
  // What stands nowhere is the error itself: it says little about where the rest stands.
  return lists.map((places) => ({ places, weight: Math.log2(1 + characters / (1 + places.length)) * (places.length > 0 ? 1 : 0.4) }));
}

/**
 * Records with a stretch, not much longer than the phrase, that has a good part of its pairs in whatever order: at most
 * one stretch a record, the best ones first. It is a guess from the index alone; the texts decide.
 */
export async function windowsOf(source: Source, catalogue: Catalogue, phrase: string): Promise<Window[]> {
  const starts = startsOf(catalogue);
  const pairs = await pairsOf(source, catalogue, phrase, starts[starts.length - 1] || 1);
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const size = pairs.length;
  const events = new Float64Array(pairs.reduce((sum, { places }) => sum + places.length, 0));
  let filled = 0;
  pairs.forEach(({ places }, number) => {
    for (const place of places) {
      events[filled] = place * size + number;
      filled += 1;
    }
  });
  events.sort();
  const span = phrase.length + Math.max(2, Math.ceil(phrase.length / 4));
  const best = new Map<number, Window>();
  const inside = new Uint16Array(size);
  let sum = 0;
  let from = 0;
  let record = -1;
  for (let at = 0; at < events.length; at += 1) {
    const place = Math.floor((events[at] || 0) / size);
    const number = (events[at] || 0) % size;
    const leave = (upTo: number) => {
      for (; from < at && Math.floor((events[from] || 0) / size) < upTo; from += 1) {
        const left = (events[from] || 0) % size;
        inside[left] = (inside[left] || 0) - 1;
        if (inside[left] === 0) sum -= (pairs[left] && pairs[left].weight) || 0;
      }
    };
    if (record < 0 || place >= (starts[record + 1] || 0)) {
      record = recordAt(starts, place);
      leave(starts[record] || 0);
    }
    leave(place - span);
    if (inside[number] === 0) sum += (pairs[number] && pairs[number].weight) || 0;
    inside[number] = (inside[number] || 0) + 1;
    const known = best.get(record);
    const share = sum / total;
    if (!known || share > known.share + 1e-9) {
      best.set(record, { record, share, inTitle: place - (starts[record] || 0) < (catalogue.extents.title[record] || 0) });
    }
  }
  return [...best.values()].sort((a, b) => b.share - a.share || a.record - b.record);
}
