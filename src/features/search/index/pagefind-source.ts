import type { KnownMisquote } from '../query/misquotes.ts';
import { catalogueFile, facetsFile, misquotesFile, tokensOf, tongue, variantsFile, type Catalogue, type Facets, type StoredRecord } from './format.ts';
import { layOut, placesIn, startsOf } from './layout.ts';
import { meet } from './read.ts';
import type { Source } from './source.ts';

/** The part of Pagefind's interface that is used (its own types cover the Node side only). */
interface PagefindResult {
  id: string;
  data: () => Promise<{ url: string; raw_content?: string; content: string }>;
}
interface PagefindInstance {
  init: () => Promise<void>;
  search: (query: string | null) => Promise<{ results: PagefindResult[] }>;
}
interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => Promise<PagefindInstance> | PagefindInstance;
}

/** A record with its indexed text. */
interface Loaded {
  number: number;
  record: StoredRecord;
  text: string;
}

/** Answers by Pagefind: it says which records have a phrase, their texts say where. */
export class PagefindSource implements Source {
  private readonly folder: string;
  private readonly pagefind: PagefindInstance;
  private readonly known: Catalogue;
  private readonly starts: Uint32Array;
  private readonly loaded = new Map<string, Promise<Loaded>>();
  private all: Promise<Map<number, PagefindResult>> | undefined;

  constructor(folder: string, pagefind: PagefindInstance, catalogue: Catalogue) {
    this.folder = folder;
    this.pagefind = pagefind;
    this.known = catalogue;
    this.starts = startsOf(catalogue);
  }

  catalogue = () => Promise.resolve(this.known);
  facets = async () => (await fetched(this.folder + facetsFile)).json() as Promise<Facets>;
  variants = async () => (await fetched(this.folder + variantsFile)).text();
  misquotes = async () => (await fetched(this.folder + misquotesFile)).json() as Promise<KnownMisquote[]>;
  has = async (character: string) => (await this.holding(character)).length > 0;

  async find(phrase: string): Promise<Uint32Array> {
    return phrase ? this.placesOf(await this.holding(phrase), phrase) : new Uint32Array(0);
  }

  async apart(first: string, second: string): Promise<Uint32Array> {
    const [a, b] = await Promise.all([this.holding(first), this.holding(second)]);
    return meet([{ places: await this.placesOf(a, first), offset: 0 }, { places: await this.placesOf(b, second), offset: 2 }]);
  }

  async record(number: number): Promise<StoredRecord> {
    const results = await (this.all = this.all || this.everything());
    const result = results.get(number);
    if (!result) throw new Error(`search: no record ${number}`);
    return (await this.load(result)).record;
  }

  /** The records that hold a phrase. An index of pairs has single characters beside them. */
  private async holding(phrase: string): Promise<PagefindResult[]> {
    const { pairs } = this.known;
    const single = Array.from(phrase).length === 1;
    const tokens = tokensOf(phrase, pairs);
    // The last token of a phrase would be its last character alone, which ends a block only.
    const words = pairs && !single ? tokens.slice(0, -1) : tokens;
    return (await this.pagefind.search(`"${words.join(' ')}"`)).results;
  }

  private async placesOf(results: readonly PagefindResult[], phrase: string): Promise<Uint32Array> {
    const found = await Promise.all(results.map((result) => this.load(result)));
    const places: number[] = [];
    for (const { number, text } of found) for (const place of placesIn(text, phrase)) places.push((this.starts[number] || 0) + place);
    return Uint32Array.from(places).sort();
  }

  private load(result: PagefindResult): Promise<Loaded> {
    const known = this.loaded.get(result.id);
    if (known) return known;
    const loading = result.data().then((data): Loaded => {
      const record = JSON.parse(data.raw_content || data.content) as StoredRecord;
      const number = /(\d+)\/?$/.exec(data.url);
      return { number: Number(number && number[1]), record, text: layOut([record]).text };
    });
    loading.catch(() => this.loaded.delete(result.id));
    this.loaded.set(result.id, loading);
    return loading;
  }

  /** Every record by number: known only from its text, so all are loaded, once, when a record is asked for that no search gave. */
  private async everything(): Promise<Map<number, PagefindResult>> {
    const { results } = await this.pagefind.search(null);
    const numbers = await Promise.all(results.map(async (result) => [(await this.load(result)).number, result] as const));
    return new Map(numbers);
  }
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** Starts Pagefind from a folder, everything that is known beforehand fetched at once. Throws where it cannot run. */
export async function pagefindSource(folder: string): Promise<Source> {
  // The address must be a run-time value: a literal one is rewritten by the bundler and breaks (withastro/astro 17265).
  const url = new URL(folder, location.href);
  const [module, catalogue] = await Promise.all([import(/* @vite-ignore */ `${url.href}pagefind.js`) as Promise<PagefindModule>, fetched(folder + catalogueFile).then((response) => response.json() as Promise<Catalogue>)]);
  // Pagefind cuts a query into words where the page is Chinese; ours is cut already. It reads the language as it starts.
  const { documentElement: root } = document;
  const { lang } = root;
  root.lang = tongue;
  try {
    const instance = await module.createInstance({ basePath: url.pathname, noWorker: true });
    await instance.init();
    return new PagefindSource(folder, instance, catalogue);
  } finally {
    root.lang = lang;
  }
}
