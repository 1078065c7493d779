import type { StoredRecord } from './index/format.ts';
import type { Source } from './index/source.ts';
import { findAcross } from './query/across.ts';
import { findExact, type Found, type Match } from './query/exact.ts';
import { narrow, type Choice, type Counts } from './query/facets.ts';
import { byDate, byRelevance } from './query/rank.ts';
import { termsOf, type Term } from './query/terms.ts';
import { simplified } from './query/variants.ts';
import { markForms, type Stretch } from './show/excerpt.ts';
import { afterTitle, passageAcross, passagesOf, type Passage } from './show/passage.ts';

/** One answer, ready to be shown. */
export interface Hit {
  url: string;
  type: string;
  title: Stretch[];
  /** The title without marks. */
  name: string;
  note: string;
  grade: string;
  passages: Passage[];
  /** How often the words stand in the record. */
  occurrences: number;
  /** What a quotation rests on, one entry a source. */
  sources: string[];
  /** Whether the words stand as they were typed, not only in another form of them. */
  asTyped: boolean;
  /** The words that were found, to be marked on the page itself. */
  words: string[];
}

export interface Answer {
  total: number;
  /** Before facets. */
  found: number;
  counts: Counts;
  hits: (from: number, to: number) => Promise<Hit[]>;
}

export interface Wishes {
  choice: Choice;
  sort: 'relevance' | 'date';
}

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
    const { kept, counts } = narrow(ranked, catalogue, choice);
    const list = sort === 'date' ? byDate(kept, catalogue) : kept;
    const types = catalogue.facets.type;
    const typeOf = (record: number) => (types.values[Number(types.of[record])] || { id: '' }).id;
    return {
      total: list.length,
      found: ranked.length,
      counts,
      hits: (from, to) => Promise.all(list.slice(from, to).map(async (match) => toHit(await this.source.record(match.record), typeOf(match.record), match, terms))),
    };
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
    return { terms, found, ranked: byRelevance(found, catalogue, terms.map(({ typed }) => typed.length)) };
  }
}

function toHit(record: StoredRecord, type: string, match: Match, terms: readonly Term[]): Hit {
  const forms = match.terms.map((hit) => hit.forms);
  const words = forms.reduce<string[]>((all, term) => all.concat(term), []);
  const title = markForms(record.title, words);
  const titleHit = title.some(({ hit }) => hit);
  const passages = passagesOf(record, forms);
  if (passages.length === 0 && !titleHit) {
    const across = passageAcross(record, (terms[0] && terms[0].typed) || '');
    if (across) passages.push(across);
  }
  const first = passages[0];
  // A hit in the title leads to the top of the page, any other to the block it stands in.
  const anchor = titleHit || !first ? '' : first.anchor;
  const following = passages.length === 0 && record.note === '' ? afterTitle(record) : undefined;
  return {
    url: anchor && record.url.indexOf('#') < 0 ? `${record.url}#${anchor}` : record.url,
    type,
    title,
    name: record.title,
    note: record.note,
    grade: record.grade || '',
    passages: following ? [following] : passages,
    occurrences: match.terms.reduce((sum, { counts }) => sum + counts[0] + counts[1] + counts[2], 0),
    sources: record.sources || [],
    asTyped: match.terms.every((hit) => hit.asTyped),
    words,
  };
}
