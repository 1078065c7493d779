import { z } from 'zod';
import { isoDate } from './dates.ts';

/** Characters of a version code: those that are told apart on paper and over the telephone. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const code = z.string().regex(/^[a-z2-9]{6}$/, '版本号是六个字母或数字');

/** One published state of a text: its code and day, and a print of four characters for each numbered paragraph. */
export const version = z.strictObject({ code, date: isoDate, prints: z.string() });

/**
 * The ledger content/versions.yaml: every state of every text that was published, oldest first. `npm run addresses` adds to
 * it; nothing is ever taken out, for sheets on paper carry the codes.
 */
export const versionLedger = z.record(z.string().regex(/^\/(?:[a-z0-9-]+\/)+$/), z.array(version));

export type Version = z.infer<typeof version>;
export type VersionLedger = z.infer<typeof versionLedger>;

/** `length` characters for a number given as hexadecimal digits. */
export function lettersOf(hexadecimal: string, length: number): string {
  let value = BigInt(`0x${hexadecimal}`);
  let found = '';
  for (let at = 0; at < length; at += 1) {
    found += letters.charAt(Number(value % BigInt(letters.length)));
    value /= BigInt(letters.length);
  }
  return found;
}

/** What differs between two states of a text: numbers of paragraphs, old ones for what is gone, new ones for the rest. */
export interface Difference {
  changed: number[];
  added: number[];
  removed: number[];
}

/** Compares paragraph by paragraph along the longest common sequence; what stands between the same neighbours counts as changed. */
export function difference(before: readonly string[], after: readonly string[]): Difference {
  const rows = before.length + 1;
  const columns = after.length + 1;
  const length = new Int32Array(rows * columns);
  for (let a = before.length - 1; a >= 0; a -= 1)
    for (let b = after.length - 1; b >= 0; b -= 1)
      length[a * columns + b] = before[a] === after[b] ? 1 + length[(a + 1) * columns + b + 1]! : Math.max(length[(a + 1) * columns + b]!, length[a * columns + b + 1]!);
  const found: Difference = { changed: [], added: [], removed: [] };
  let gone: number[] = [];
  let come: number[] = [];
  const close = () => {
    const pairs = Math.min(gone.length, come.length);
    found.changed.push(...come.slice(0, pairs));
    found.added.push(...come.slice(pairs));
    found.removed.push(...gone.slice(pairs));
    gone = [];
    come = [];
  };
  let a = 0;
  let b = 0;
  while (a < before.length || b < after.length) {
    if (a < before.length && b < after.length && before[a] === after[b]) {
      close();
      a += 1;
      b += 1;
    } else if (b >= after.length || (a < before.length && length[(a + 1) * columns + b]! >= length[a * columns + b + 1]!)) gone.push((a += 1));
    else come.push((b += 1));
  }
  close();
  return found;
}
