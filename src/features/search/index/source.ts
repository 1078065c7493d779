import type { KnownMisquote } from '../query/misquotes.ts';
import type { Catalogue, Facets, StoredRecord } from './format.ts';

/**
 * Where answers come from: index files, or the plain text where those cannot be had. Both give the same places, so that
 * everything built on them answers alike.
 */
export interface Source {
  catalogue: () => Promise<Catalogue>;
  facets: () => Promise<Facets>;
  /** Every place of the indexed text where a phrase in normal form stands, in order. */
  find: (phrase: string) => Promise<Uint32Array>;
  /** Whether a character stands anywhere at all. */
  has: (character: string) => Promise<boolean>;
  /** Every place of the first character that has the second one two places on. */
  apart: (first: string, second: string) => Promise<Uint32Array>;
  record: (number: number) => Promise<StoredRecord>;
  /** Simplified characters for traditional ones: "萬万與与". */
  variants: () => Promise<string>;
  misquotes: () => Promise<KnownMisquote[]>;
}
