import type { KnownMisquote } from '../query/misquotes.ts';
import { catalogueFile, facetsFile, largeShard, misquotesFile, packFile, shardFile, variantsFile, type Catalogue, type Facets, type StoredRecord } from './format.ts';
import { cover, meet, readShard, shardOf, type Shard } from './read.ts';
import type { Source } from './source.ts';

/** Answers from index files. Each is fetched once; one that failed may be asked for again. */
export class FetchedSource implements Source {
  private readonly folder: string;
  private readonly get: (url: string) => Promise<Response>;
  private readonly pending = new Map<string, Promise<unknown>>();

  /** `folder` is the address of the index, with a slash at its end. */
  constructor(folder: string, get = (url: string) => fetch(url, { credentials: 'same-origin' })) {
    this.folder = folder;
    this.get = get;
  }

  catalogue(): Promise<Catalogue> {
    return this.once(catalogueFile, (response) => response.json() as Promise<Catalogue>);
  }

  facets(): Promise<Facets> {
    return this.once(facetsFile, (response) => response.json() as Promise<Facets>);
  }

  async record(number: number): Promise<StoredRecord> {
    const { packs } = await this.catalogue();
    let pack = 0;
    let at = number;
    for (; at >= (packs[pack] || Infinity); pack += 1) at -= packs[pack] || 0;
    const records = await this.once(packFile(pack), (response) => response.json() as Promise<StoredRecord[]>);
    const record = records[at];
    if (!record) throw new Error(`search: no record ${number}`);
    return record;
  }

  variants(): Promise<string> {
    return this.once(variantsFile, (response) => response.text());
  }

  misquotes(): Promise<KnownMisquote[]> {
    return this.once(misquotesFile, (response) => response.json() as Promise<KnownMisquote[]>);
  }

  async find(phrase: string): Promise<Uint32Array> {
    if (phrase.length < 2) return phrase ? this.startingWith(phrase) : new Uint32Array(0);
    const { shards, large } = await this.catalogue();
    const parts = cover(phrase, (pair) => {
      const shard = shardOf(shards, pair);
      // A file that is here costs no more than looking at it.
      if (this.pending.has(shardFile(shard))) return 0.1;
      for (let at = 0; at < large.length; at += 2) if (large[at] === shard) return (large[at + 1] || 0) / largeShard;
      return 0.5;
    });
    const found = await Promise.all(parts.map(({ pair }) => this.shard(shardOf(shards, pair))));
    return meet(parts.map(({ pair, offset }, at) => ({ places: (found[at] && found[at].get(pair)) || new Uint32Array(0), offset })));
  }

  /** A character is there if a pair begins with it: in the file that would hold its first pair, or as the next file's first. */
  async has(character: string): Promise<boolean> {
    const { shards } = await this.catalogue();
    const number = shardOf(shards, `${character}\u0000`);
    if (shards.charAt(number * 2) === character || shards.charAt(number * 2 + 2) === character) return true;
    let found = false;
    (await this.shard(number)).forEach((_places, pair) => (found = found || pair.charAt(0) === character));
    return found;
  }

  async apart(first: string, second: string): Promise<Uint32Array> {
    const [a, b] = await Promise.all([this.startingWith(first), this.startingWith(second)]);
    return meet([{ places: a, offset: 0 }, { places: b, offset: 2 }]);
  }

  /** A single character: all pairs that begin with it. */
  private async startingWith(character: string): Promise<Uint32Array> {
    const { shards } = await this.catalogue();
    const last = shardOf(shards, `${character}\uffff`);
    const wanted: Promise<Shard>[] = [];
    for (let number = shardOf(shards, `${character}\u0000`); number <= last; number += 1) wanted.push(this.shard(number));
    const places: number[] = [];
    for (const shard of await Promise.all(wanted))
      shard.forEach((list, pair) => {
        if (pair.charAt(0) === character) list.forEach((place) => places.push(place));
      });
    return Uint32Array.from(places).sort();
  }

  private shard(number: number): Promise<Shard> {
    return this.once(shardFile(number), async (response) => readShard(new Uint8Array(await response.arrayBuffer())));
  }

  private once<Value>(file: string, read: (response: Response) => Promise<Value>): Promise<Value> {
    const kept = this.pending.get(file) as Promise<Value> | undefined;
    if (kept) return kept;
    const value = this.get(this.folder + file).then((response) => {
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return read(response);
    });
    value.catch(() => this.pending.delete(file));
    this.pending.set(file, value);
    return value;
  }
}
