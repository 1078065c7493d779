import type { Source } from '../index/source.ts';
import { findExact, type Match } from './exact.ts';
import { byRelevance } from './rank.ts';
import type { Term } from './terms.ts';

/** A record that has all terms but one, which is missing. */
export interface Lacking {
  match: Match;
  terms: Term[];
  missing: Term;
}

/** Terms of a query of which each is tried without; a longer one is a text rather than a few remembered words. */
const mostTerms = 5;

/**
 * The records that have all terms of a query but one, for when none has them all: a word that stands nowhere is left out
 * first, then the commonest, which says least. No more than `most`.
 */
export async function findAllButOne(source: Source, terms: readonly Term[], known: ReadonlySet<number>, most: number): Promise<Lacking[]> {
  if (most <= 0 || terms.length < 2 || terms.length > mostTerms) return [];
  const catalogue = await source.catalogue();
  const { spread } = await findExact(source, terms);
  const order = terms.map((missing, at) => ({ missing, records: spread[at] || 0 })).sort((a, b) => (a.records || Infinity) - (b.records || Infinity));
  // Where one stands nowhere, nothing else can be the one that is missing.
  const tried = order.some(({ records }) => records === 0) ? order.filter(({ records }) => records === 0) : order.reverse();
  const lacking: Lacking[] = [];
  for (const { missing } of tried) {
    const others = terms.filter((other) => other !== missing);
    const ranked = byRelevance(await findExact(source, others), catalogue, others.map(({ typed }) => typed)).filter(({ record }) => !known.has(record));
    for (const match of ranked.slice(0, most)) if (lacking.every((other) => other.match.record !== match.record)) lacking.push({ match, terms: others, missing });
  }
  // A record whose title has the words is about them.
  const titled = ({ match }: Lacking) => match.terms.filter(({ counts }) => counts[0] > 0).length;
  return lacking.sort((a, b) => titled(b) - titled(a)).slice(0, most);
}
