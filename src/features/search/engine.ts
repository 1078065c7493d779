import { excerpt, gap, type Excerpt } from './excerpt.ts';
import { norm } from '../../text/norm.ts';

/** The part of Pagefind's interface that is used (its own types cover the Node side only). */
interface PagefindResult {
  id: string;
  score: number;
  data: () => Promise<PagefindData>;
}
interface PagefindData {
  url: string;
  raw_content?: string;
  content: string;
  meta: { title?: string; type?: string; note?: string };
  anchors?: { id: string; location: number }[];
}
interface PagefindInstance {
  search: (query: string, options?: { filters?: Record<string, string> }) => Promise<{ results: PagefindResult[]; filters?: Record<string, Record<string, number>>; totalFilters?: Record<string, Record<string, number>> }>;
  filters: () => Promise<Record<string, Record<string, number>>>;
  init: () => Promise<void>;
}
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => Promise<PagefindInstance> | PagefindInstance;
}

/** One answer, ready to be shown. */
export interface Hit {
  url: string;
  type: string;
  title: string;
  note: string;
  excerpt: Excerpt | undefined;
}

export interface Answer {
  total: number;
  /** Hits of each type, before the type filter. */
  counts: Record<string, number>;
  hits: (from: number, to: number) => Promise<Hit[]>;
}

/** The phrases of a query in normal form: spaces separate phrases that must all stand on the page. */
export const termsOf = (query: string): string[] => [...new Set(query.split(/\s+/).map(norm).filter(Boolean))];

const spaced = (term: string) => Array.from(term).join(' ');

/** Asks the index on the device. Loaded once; a failed load throws and may be tried again. */
export class SearchEngine {
  private instance: Promise<PagefindInstance> | undefined;
  private readonly indexUrl: string;

  constructor(indexUrl: string) {
    this.indexUrl = indexUrl;
  }

  /** Starts loading; also called on focus, so that the index is there when the first query is. */
  load(): Promise<PagefindInstance> {
    if (!this.instance) {
      this.instance = this.start();
      this.instance.catch(() => (this.instance = undefined));
    }
    return this.instance;
  }

  private async start(): Promise<PagefindInstance> {
    // The address must be a run-time value: a literal one is rewritten by the bundler and breaks (withastro/astro 17265).
    const url = new URL(this.indexUrl, location.href);
    const pagefind = (await import(/* @vite-ignore */ url.href)) as PagefindModule;
    const instance = await pagefind.createInstance({
      basePath: url.pathname.replace(/[^/]*$/, ''),
      noWorker: true,
      ranking: { termSimilarity: 9, metaWeights: { k: 8, title: 0, note: 0, type: 0 } },
    });
    await instance.init();
    return instance;
  }

  /** All records in which every term stands word for word, best first. `type` narrows to one kind of record. */
  async search(terms: string[], type: string): Promise<Answer> {
    const pagefind = await this.load();
    const lists = await Promise.all(terms.map((term) => pagefind.search(`"${spaced(term)}"`)));
    const [first, ...rest] = lists.map(({ results }) => results);
    let found = (first || []).filter((result) => rest.every((list) => list.some((other) => other.id === result.id)));
    if (found.length > 1) {
      const ranked = await pagefind.search(terms.map(spaced).join(' '));
      const scores = new Map(ranked.results.map((result) => [result.id, result.score]));
      found = found.slice().sort((a, b) => (scores.get(b.id) || 0) - (scores.get(a.id) || 0));
    }
    if (found.length === 0 && terms.length === 1) found = await this.acrossBlocks(pagefind, terms[0] || '');
    return this.answer(pagefind, terms, type, found);
  }

  /**
   * Records where a phrase runs from one block into the next: the end of a heading and the words after it, two cells of a
   * table. Asked only when no block has the phrase, because the candidates' texts must be fetched; the best 40 are.
   */
  private async acrossBlocks(pagefind: PagefindInstance, term: string): Promise<PagefindResult[]> {
    if (Array.from(term).length < 2) return [];
    const { results } = await pagefind.search(spaced(term));
    const candidates = results.slice(0, 40);
    const texts = await Promise.all(candidates.map(async (result) => norm((await result.data()).raw_content || '')));
    return candidates.filter((_result, at) => (texts[at] || '').includes(term));
  }

  private async answer(pagefind: PagefindInstance, terms: string[], type: string, found: PagefindResult[]): Promise<Answer> {
    const kinds = Object.keys((await pagefind.filters()).type || {});
    const ids = new Set(found.map((result) => result.id));
    const counts: Record<string, number> = { '': found.length };
    let members = ids;
    for (const kind of found.length > 0 ? kinds : []) {
      const { results } = await pagefind.search(spaced(terms[0] || ''), { filters: { type: kind } });
      const ofKind = new Set(results.map((result) => result.id).filter((id) => ids.has(id)));
      counts[kind] = ofKind.size;
      if (kind === type) members = ofKind;
    }
    const list = type ? found.filter((result) => members.has(result.id)) : found;
    return {
      total: list.length,
      counts,
      hits: (from, to) => Promise.all(list.slice(from, to).map(async (result) => toHit(await result.data(), terms))),
    };
  }
}

/** The passage for a match in the title: the next match, or the words that follow, not the title once more. */
function beside(content: string, title: string, terms: string[]): Excerpt | undefined {
  const blocks = content.split(gap);
  const rest = blocks.slice(blocks.indexOf(title) + 1);
  const words = rest[0] || '';
  return excerpt(rest.join(gap), terms) || (words ? { stretches: [{ text: words.length > 90 ? `${words.slice(0, 90)}……` : words, hit: false }], at: 0 } : undefined);
}

function toHit(data: PagefindData, terms: string[]): Hit {
  const content = data.raw_content || data.content;
  const passage = excerpt(content, terms) || excerpt(content.split(gap).join(' '), terms);
  const title = data.meta.title || '';
  const shown = passage && passage.stretches.map((stretch) => stretch.text).join('') === title ? beside(content, title, terms) : passage;
  const anchor = passage && (data.anchors || []).filter(({ id, location }) => id && location <= passage.at).pop();
  const url = anchor && !data.url.includes('#') ? `${data.url}#${anchor.id}` : data.url;
  return { url, type: data.meta.type || '', title, note: data.meta.note || '', excerpt: shown };
}
