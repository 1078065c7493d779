import type { Misquote } from '../../../model/entries.ts';
import { catalogueFile, commonFile, facetsFile, misquotesFile, packFile, partFile, shardFile, variantsFile, type Catalogue, type Facets, type StoredRecord } from '../index/format.ts';
import { layOut } from '../index/layout.ts';
import { writeShards } from '../index/write.ts';
import type { KnownMisquote } from '../query/misquotes.ts';
import type { SearchRecord } from '../reading-text.ts';
import { catalogueOf, stored, type Labels } from './catalogue.ts';
import { knownMisquotes } from './misquotes.ts';
import { variantsFor } from './variants.ts';

/** An index as the files of a folder, and what they were made from. */
export interface IndexFiles {
  files: Map<string, string | Uint8Array>;
  catalogue: Catalogue;
  facets: Facets;
  misquotes: KnownMisquote[];
  variants: string;
  stored: StoredRecord[];
  /** The text that is indexed. */
  text: string;
}

/**
 * Characters of JSON in a file of records; a record that is longer has a file of its own. Measured on the judged queries:
 * 2,000 leaves a quarter of the files and makes ten results 19 KB instead of 16 KB; 10,000 would make them 43 KB.
 */
const packSize = 2000;

/** Neighbouring records, as JSON, in groups of about one size. */
function packs(records: readonly StoredRecord[]): string[][] {
  const groups: string[][] = [];
  let size = Infinity;
  for (const json of records.map((record) => JSON.stringify(record))) {
    if (size + json.length > packSize) {
      groups.push([]);
      size = 0;
    }
    groups[groups.length - 1]?.push(json);
    size += json.length;
  }
  return groups;
}

/** Makes the index of all records. Records are numbered in the order given, which also decides between equals. */
export function indexFiles(records: readonly SearchRecord[], labels: Labels, known: readonly Misquote[]): IndexFiles {
  const kept = records.map(stored);
  const laid = layOut(kept);
  const { text } = laid;
  const written = writeShards(text);
  const packed = packs(kept);
  const { catalogue, facets } = catalogueOf(records, labels, written, packed.map((pack) => pack.length), laid);
  const misquotes = knownMisquotes(known, records);
  const variants = variantsFor(text);
  const files = new Map<string, string | Uint8Array>([
    [catalogueFile, JSON.stringify(catalogue)],
    [facetsFile, JSON.stringify(facets)],
    [misquotesFile, JSON.stringify(misquotes)],
    [variantsFile, variants],
  ]);
  written.shards.forEach((shard, at) => files.set(shardFile(at), shard));
  written.common.forEach(({ whole, before, after }, at) => {
    files.set(commonFile(at), whole);
    before.forEach((part, number) => files.set(partFile(at, 'before', number), part));
    after.forEach((part, number) => files.set(partFile(at, 'after', number), part));
  });
  packed.forEach((pack, at) => files.set(packFile(at), `[${pack.join(',')}]`));
  return { files, catalogue, facets, misquotes, variants, stored: kept, text };
}
