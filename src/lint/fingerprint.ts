import { createHash } from 'node:crypto';

/** The fields of a quotation that a check against its sources vouches for. */
export interface Vouched {
  text: string;
  verified: number;
  sources: readonly string[];
}

/** A quotation as far as its check goes. */
export interface CheckedQuote extends Vouched {
  id: string;
  /** When it was last compared with its sources, and the fingerprint of what was compared. */
  checked: { on: string; print: string };
}

/** Eight hex digits that change with the words, the grade or the sources of a quotation; the order of the sources does not count. */
export const fingerprint = ({ text, verified, sources }: Vouched): string =>
  createHash('sha256')
    .update(JSON.stringify([text, verified, [...sources].sort()]))
    .digest('hex')
    .slice(0, 8);

/** The fields of an entry that is read but not yet believed, or nothing where the schema will complain anyway. */
export function vouchedOf(entry: { text?: unknown; verified?: unknown; sources?: unknown }): Vouched | undefined {
  const { text, verified, sources } = entry;
  if (typeof text !== 'string' || typeof verified !== 'number' || !Array.isArray(sources)) return undefined;
  return { text, verified, sources: sources.map(String) };
}
