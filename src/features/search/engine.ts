import type { Catalogue, FacetName } from './index/format.ts';
import type { Source } from './index/source.ts';
import { findAllButOne } from './query/all-but-one.ts';
import { findAcross } from './query/across.ts';
import { findExact, type Found, type Match } from './query/exact.ts';
import { narrow, type Choice, type Counts } from './query/facets.ts';
import { byDate, byRelevance } from './query/rank.ts';
import { findNear } from './query/near.ts';
import { knownMisquotes } from './query/misquotes.ts';
import { termsOf, type Term } from './query/terms.ts';
import { simplified } from './query/variants.ts';
import { correctingHit, exactHit, nearHit, type Hit } from './show/hit.ts';

export interface Answer {
  total: number;
  /** Before facets. */
  found: number;
  /** Counts of the facets: they come after the results, so that results need not wait. */
  counts: () => Promise<Counts>;
  hits: (from: number, to: number) => Promise<Hit[]>;
}

export interface Wishes {
  choice: Choice;
  sort: 'relevance' | 'date';
}

/** With no more exact results than this, near ones are looked for too. */
const few = 2;
/** Near results, as far as they are found in other ways than by likeness. */
const mostNear = 5;

const typesOf = ({ type }: Catalogue) => (record: number): string => (type.values[Number(type.of[record])] || { id: '' }).id;

/** Answers queries from a source. Every answer is exact: each record of it holds all terms character by character. */
export class SearchEngine {
  private readonly source: Source;
  private last: { query: string; found: Promise<{ terms: Term[]; found: Found; ranked: Match[] }> } | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  /** Starts loading what every query needs; called on focus. */
  async load(): Promise<void> {
    await this.source.catalogue();
  }

  async search(query: string, { choice, sort }: Wishes): Promise<Answer> {
    const catalogue = await this.source.catalogue();
    const { terms, ranked } = await this.matches(query);
    const columns = async () => ({ ...(await this.source.facets()), type: catalogue.type, speaker: catalogue.speaker });
    const open = (Object.keys(choice) as FacetName[]).every((name) => name === 'type' || name === 'speaker');
    // Type and speaker are known already; only other choices and the order by date have to wait for the rest.
    const none = { values: [], of: [] };
    const { kept } = narrow(ranked, open ? { topic: none, decade: none, place: none, class: none, type: catalogue.type, speaker: catalogue.speaker } : await columns(), choice);
    const list = sort === 'date' ? byDate(kept, await this.source.facets()) : kept;
    const typeOf = typesOf(catalogue);
    return {
      total: list.length,
      found: ranked.length,
      counts: async () => narrow(ranked, await columns(), choice).counts,
      hits: (from, to) => Promise.all(list.slice(from, to).map(async (match) => exactHit(await this.source.record(match.record), typeOf(match.record), match, terms))),
    };
  }

  /**
   * What comes near a query of which little or nothing stands anywhere: the right quotation for a known misquotation, then
   * records with nearly the same words, then those that lack one of several. Never mixed with the exact ones.
   */
  async near(query: string): Promise<Hit[]> {
    const { terms, ranked } = await this.matches(query);
    if (terms.length === 0) return [];
    const typeOf = typesOf(await this.source.catalogue());
    const quoted = ranked.some(({ record, terms: hits }) => typeOf(record) === '论述' && hits.every(({ counts }) => counts[0] > 0));
    const misquotes = await knownMisquotes(this.source, terms, quoted);
    const corrections = misquotes.reduce<{ record: number; wrong: string; url: string }[]>((all, { records, wrong, url }) => all.concat(records.map((record) => ({ record, wrong, url }))), []);
    const hits = await Promise.all(corrections.map(async ({ record, wrong, url }) => correctingHit(await this.source.record(record), typeOf(record), { wrong, url })));
    if (ranked.length > few) return hits;
    const known = new Set([...ranked.map(({ record }) => record), ...corrections.map(({ record }) => record)]);
    const near = await findNear(this.source, terms.map(({ typed }) => typed).join(''), typeOf, known);
    const close = hits.concat(near.map((match) => nearHit(match, typeOf(match.record))));
    if (ranked.length > 0) return close;
    near.forEach(({ record }) => known.add(record));
    const lacking = await findAllButOne(this.source, terms, known, Math.max(0, mostNear - close.length));
    const partly = lacking.map(async ({ match, terms: others, missing }) => ({ ...exactHit(await this.source.record(match.record), typeOf(match.record), match, others), missing: missing.typed }));
    return close.concat(await Promise.all(partly));
  }

  /** The ranked matches of a query; kept while only facets and order change. */
  private matches(query: string): Promise<{ terms: Term[]; found: Found; ranked: Match[] }> {
    if (this.last && this.last.query === query) return this.last.found;
    const found = this.find(query);
    const entry = { query, found };
    this.last = entry;
    found.catch(() => {
      if (this.last === entry) this.last = undefined;
    });
    return found;
  }

  private async find(query: string) {
    const catalogue = await this.source.catalogue();
    let terms = termsOf(query);
    let found = await findExact(this.source, terms);
    if (found.matches.length === 0 && terms.length > 0) {
      const other = await simplified(this.source, terms);
      if (other) {
        terms = other;
        found = await findExact(this.source, terms);
      }
    }
    const [only] = terms;
    if (found.matches.length === 0 && terms.length === 1 && only) found = await findAcross(this.source, only);
    return { terms, found, ranked: byRelevance(found, catalogue, terms.map(({ typed }) => typed)) };
  }
}
