import { norm } from '../../../text/norm.ts';
import { startsOf } from '../index/layout.ts';
import type { Source } from '../index/source.ts';
import { recordAt, type Found, type Match } from './exact.ts';
import type { Term } from './terms.ts';

/** Candidates whose texts are fetched. */
const most = 12;

/**
 * Records where a phrase runs from one block into the next: the end of a heading and the words after it, two cells of a
 * table. Asked only when no block has the phrase; a record that has all but the pairs at the joints is a candidate, and its
 * text decides.
 */
export async function findAcross(source: Source, { typed }: Term): Promise<Found> {
  if (typed.length < 4 || typed.length > 60) return { matches: [], spread: [0] };
  const pairs = [...new Set(Array.from({ length: typed.length - 1 }, (_value, at) => typed.slice(at, at + 2)))];
  const [catalogue, ...lists] = await Promise.all([source.catalogue(), ...pairs.map((pair) => source.find(pair))]);
  const starts = startsOf(catalogue);
  const tally = new Map<number, number>();
  for (const places of lists) {
    const records = new Set<number>();
    let record = -1;
    for (const place of places) {
      if (record < 0 || place >= (starts[record + 1] || 0)) record = recordAt(starts, place);
      records.add(record);
    }
    records.forEach((number) => tally.set(number, (tally.get(number) || 0) + 1));
  }
  const needed = pairs.length - Math.max(1, Math.floor(pairs.length / 4));
  const candidates = [...tally].filter(([, count]) => count >= needed).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
  const texts = await Promise.all(candidates.map(async ([record]) => norm((await source.record(record)).blocks.map(([text]) => text).join(''))));
  const matches = candidates
    .filter((_candidate, at) => (texts[at] || '').indexOf(typed) >= 0)
    .map(([record]): Match => ({ record, terms: [{ counts: [0, 0, 1], whole: false, asTyped: true, forms: [typed], places: [0] }] }));
  return { matches: matches.sort((a, b) => a.record - b.record), spread: [matches.length] };
}
