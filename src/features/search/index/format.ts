/**
 * The form of the index, which its writer and its readers share.
 *
 * The normal form of every record is one stretch of a single long text: its title, its headings, then everything else,
 * each block closed by a gap. An index file holds, for a range of pairs of neighbouring characters, every place of that
 * text where the pair stands. A phrase is looked up as pairs that cover it; places are exact, so nothing need be checked
 * afterwards, and a place says whether title, heading or body was hit without any text being loaded.
 *
 * A common pair would make a phrase that begins or ends with it dear. Its places have a file of their own, and stand twice
 * more, divided by the character after it and by the one before: three characters are then looked up in one small part.
 */

/** Closes every block in the indexed text; no phrase contains it. */
export const gap = '\n';

/** A block of a record as it is shown: its words, the id to link to, 1 for a heading. */
export type StoredBlock = [text: string, anchor: string, heading?: 1];

/** What is loaded of a record to show it. Blocks stand in reading order. */
export interface StoredRecord {
  url: string;
  title: string;
  note: string;
  blocks: StoredBlock[];
  /** How well the wording of a quotation is established. */
  grade?: string;
  /** What it rests on, one entry a source. */
  sources?: string[];
}

export const facetNames = ['type', 'topic', 'decade', 'place', 'speaker', 'class'] as const;
export type FacetName = (typeof facetNames)[number];

/** The values of one facet, and for each record the numbers of its values. */
export interface FacetColumn {
  /** What stands in the address, and what readers see where that differs. */
  values: { id: string; label?: string }[];
  of: (number | number[])[];
}

/** Known before the first query: what is needed to find and to rank. One number a record in each list. */
export interface Catalogue {
  /** First pair of each index file, in order. */
  shards: string;
  /** Pairs so common that they have files of their own, in order, and into how many parts each is divided. */
  common: { pairs: string; parts: number[] };
  /** How many records each file of records holds, in order. */
  packs: number[];
  /** Characters of each record's stretch that are title, headings, body; gaps are counted. */
  extents: Extents;
  type: FacetColumn;
  speaker: FacetColumn;
  /** Whether Pagefind's tokens are pairs. */
  pairs: boolean;
}

export interface Extents {
  title: number[];
  headings: number[];
  body: number[];
}

/** Known soon after: what results can be narrowed and sorted by beside type and speaker. */
export interface Facets extends Record<Exclude<FacetName, 'type' | 'speaker'>, FacetColumn> {
  /** Date of each record as a number, 20190804; 0 where there is none. */
  dates: number[];
}

/** Where indexes lie below the root of the site, each in a folder named by its content, so that it may be kept for ever. */
export const indexFolder = 'search/data';
/** Stands for that name in pages until the index is made, which is after they are. */
export const versionMark = '__INDEX__';

/** The plain text, in a folder of its own: what keeps the index from loading may not keep this. */
export const plainFolder = 'search/text';
/** Pagefind's index, and the catalogue's copy beside it. */
export const pagefindFolder = 'pagefind';
/** A language for Pagefind to leave words alone in, at build and in the browser. */
export const tongue = 'xx';
/** Above so many characters Pagefind's tokens are pairs of characters: lists of single ones grow too long to fetch. */
export const pairsAbove = 1_500_000;

/** The tokens that Pagefind is given for a run of normal form: characters, or overlapping pairs and the last character. */
export function tokensOf(run: string, pairs: boolean): string[] {
  const characters = Array.from(run);
  return pairs ? characters.map((character, at) => character + (characters[at + 1] || '')) : characters;
}

/** The addresses of the parts of an index, below its folder. */
export const catalogueFile = 'catalogue.json';
export const facetsFile = 'facets.json';
export const variantsFile = 'variants.txt';
export const misquotesFile = 'misquotes.json';
export const shardFile = (shard: number): string => `i/${shard.toString(36)}.bin`;
/** All places of a common pair, which is given by its number; the part of them that have certain characters beside it. */
export const commonFile = (pair: number): string => `c/${pair.toString(36)}.bin`;
export type Side = 'before' | 'after';
export const partFile = (pair: number, side: Side, part: number): string => `c/${pair.toString(36)}-${side}-${part.toString(36)}.bin`;
/** The part that a character beside a common pair falls into. */
export const partOf = (character: string, parts: number): number => character.charCodeAt(0) % parts;
export const packFile = (pack: number): string => `r/${pack.toString(36)}.json`;
