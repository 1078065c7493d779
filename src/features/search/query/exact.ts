import type { Catalogue } from '../index/format.ts';
import { startsOf } from '../index/layout.ts';
import type { Source } from '../index/source.ts';
import type { Term } from './terms.ts';

/** The record that a place of the indexed text belongs to. */
export function recordAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] || 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How often, and where, one term stands in one record. */
export interface TermHit {
  /** Occurrences in the title, the headings, the body. */
  counts: [number, number, number];
  /** The title is the term and nothing else. */
  whole: boolean;
  /** The words as typed stand in the record, not only another form of them. */
  asTyped: boolean;
  /** Forms that stand in it. */
  forms: string[];
  /** First places in the record, a few, for how near two terms are. */
  places: number[];
}

/** A record that answers the query: for each term what it has of it. */
export interface Match {
  record: number;
  terms: TermHit[];
}

/** What the whole library has of a query. */
export interface Found {
  matches: Match[];
  /** In how many records each term stands. */
  spread: number[];
}

const keptPlaces = 24;

/** What every record has of one term. */
function hitsOf(term: Term, places: Uint32Array[], catalogue: Catalogue, starts: Uint32Array): Map<number, TermHit> {
  const hits = new Map<number, TermHit>();
  term.forms.forEach((form, number) => {
    let record = 0;
    for (const place of places[number] || []) {
      if (place >= (starts[record + 1] || 0)) record = recordAt(starts, place);
      const from = place - (starts[record] || 0);
      const title = catalogue.extents.title[record] || 0;
      const headings = catalogue.extents.headings[record] || 0;
      let hit = hits.get(record);
      if (!hit) hits.set(record, (hit = { counts: [0, 0, 0], whole: false, asTyped: false, forms: [], places: [] }));
      const part = from < title ? 0 : from < title + headings ? 1 : 2;
      hit.counts[part] += 1;
      // The title's extent counts the gap that closes it.
      if (part === 0 && form.length === title - 1) hit.whole = true;
      if (number === 0) hit.asTyped = true;
      if (hit.forms[hit.forms.length - 1] !== form) hit.forms.push(form);
      if (hit.places.length < keptPlaces) hit.places.push(from);
    }
  });
  return hits;
}

/** The records in which every term stands, in one of its forms, character by character. */
export async function findExact(source: Source, terms: readonly Term[]): Promise<Found> {
  const [catalogue, ...found] = await Promise.all([source.catalogue(), ...terms.map((term) => Promise.all(term.forms.map((form) => source.find(form))))]);
  const starts = startsOf(catalogue);
  const lists = terms.map((term, at) => hitsOf(term, found[at] || [], catalogue, starts));
  const matches: Match[] = [];
  const [first, ...rest] = lists;
  if (first)
    first.forEach((hit, record) => {
      const others = rest.map((list) => list.get(record));
      if (others.every(Boolean)) matches.push({ record, terms: [hit, ...(others as TermHit[])] });
    });
  return { matches: matches.sort((a, b) => a.record - b.record), spread: lists.map((list) => list.size) };
}
