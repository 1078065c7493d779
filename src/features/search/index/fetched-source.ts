import type { KnownMisquote } from '../query/misquotes.ts';
import { cover, filesOf, spotOf } from './cover.ts';
import { catalogueFile, facetsFile, misquotesFile, packFile, shardFile, variantsFile, type Catalogue, type Facets, type StoredRecord } from './format.ts';
import { meet, readShard, shardOf, type Shard } from './read.ts';
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
    const catalogue = await this.catalogue();
    const parts = cover(phrase, (gram) => {
      const spot = spotOf(catalogue, gram);
      // A file that is here costs no more than looking at it.
      return spot ? (this.pending.has(spot.file) ? 0.1 : spot.cost) : Infinity;
    });
    return meet(await Promise.all(parts.map(async ({ gram, offset }) => ({ places: await this.placesOf(gram), offset }))));
  }

  /** A character is there if a pair begins with it: in the file that would hold its first pair, or as the next file's first. */
  async has(character: string): Promise<boolean> {
    const { shards, common } = await this.catalogue();
    for (let at = 0; at < common.pairs.length; at += 2) if (common.pairs.charAt(at) === character) return true;
    const number = shardOf(shards, `${character}\u0000`);
    if (shards.charAt(number * 2) === character || shards.charAt(number * 2 + 2) === character) return true;
    let found = false;
    (await this.shard(shardFile(number))).forEach((_places, pair) => (found = found || pair.charAt(0) === character));
    return found;
  }

  async apart(first: string, second: string): Promise<Uint32Array> {
    const [a, b] = await Promise.all([this.startingWith(first), this.startingWith(second)]);
    return meet([{ places: a, offset: 0 }, { places: b, offset: 2 }]);
  }

  /** A single character: all pairs that begin with it. */
  private async startingWith(character: string): Promise<Uint32Array> {
    const shards = filesOf(await this.catalogue(), character).map((file) => this.shard(file));
    const places: number[] = [];
    for (const shard of await Promise.all(shards))
      shard.forEach((list, pair) => {
        if (pair.charAt(0) === character) list.forEach((place) => places.push(place));
      });
    return Uint32Array.from(places).sort();
  }

  /** The places of a gram that is kept. */
  private async placesOf(gram: string): Promise<Uint32Array> {
    const spot = spotOf(await this.catalogue(), gram);
    return (spot && (await this.shard(spot.file)).get(spot.key)) || new Uint32Array(0);
  }

  private shard(file: string): Promise<Shard> {
    return this.once(file, async (response) => readShard(new Uint8Array(await response.arrayBuffer())));
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
