import type { Misquote } from '../../../model/entries.ts';
import { catalogueFile, facetsFile, misquotesFile, recordFile, shardFile, variantsFile, type Catalogue, type Facets, type StoredRecord } from '../index/format.ts';
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

/** Makes the index of all records. Records are numbered in the order given, which also decides between equals. */
export function indexFiles(records: readonly SearchRecord[], labels: Labels, known: readonly Misquote[]): IndexFiles {
  const kept = records.map(stored);
  const laid = layOut(kept);
  const { text } = laid;
  const { shards, firsts } = writeShards(text);
  const { catalogue, facets } = catalogueOf(records, labels, firsts, laid);
  const misquotes = knownMisquotes(known, records);
  const variants = variantsFor(text);
  const files = new Map<string, string | Uint8Array>([
    [catalogueFile, JSON.stringify(catalogue)],
    [facetsFile, JSON.stringify(facets)],
    [misquotesFile, JSON.stringify(misquotes)],
    [variantsFile, variants],
  ]);
  shards.forEach((shard, at) => files.set(shardFile(at), shard));
  kept.forEach((record, at) => files.set(recordFile(at), JSON.stringify(record)));
  return { files, catalogue, facets, misquotes, variants, stored: kept, text };
}
