import type { Misquote } from '../../../model/entries.ts';
import { catalogueFile, misquotesFile, recordFile, shardFile, variantsFile, type Catalogue } from '../index/format.ts';
import { layOut, writeShards } from '../index/write.ts';
import type { SearchRecord } from '../reading-text.ts';
import { catalogueOf, stored, type Labels } from './catalogue.ts';
import { knownMisquotes } from './misquotes.ts';
import { variantsFor } from './variants.ts';

/** An index as the files of a folder. */
export interface IndexFiles {
  files: Map<string, string | Uint8Array>;
  catalogue: Catalogue;
  /** The text that is indexed. */
  text: string;
}

/** Makes the index of all records. Records are numbered in the order given, which also decides between equals. */
export function indexFiles(records: readonly SearchRecord[], labels: Labels, misquotes: readonly Misquote[]): IndexFiles {
  const kept = records.map(stored);
  const { text, extents } = layOut(kept);
  const { shards, firsts } = writeShards(text);
  const catalogue = catalogueOf(records, labels, firsts, extents);
  const files = new Map<string, string | Uint8Array>([[catalogueFile, JSON.stringify(catalogue)]]);
  shards.forEach((shard, at) => files.set(shardFile(at), shard));
  kept.forEach((record, at) => files.set(recordFile(at), JSON.stringify(record)));
  files.set(misquotesFile, JSON.stringify(knownMisquotes(misquotes, records)));
  files.set(variantsFile, variantsFor(text));
  return { files, catalogue, text };
}
