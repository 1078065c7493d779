import type { StoredRecord } from '../index/format.ts';
import type { Source } from '../index/source.ts';
import { norm } from '../../../text/norm.ts';
import { enough, resemblanceOf, type Resemblance } from './resemblance.ts';
import { windowsOf } from './windows.ts';

/** A record with words that resemble the query but are not the same. */
export interface NearMatch {
  record: number;
  stored: StoredRecord;
  /** Number of the block that resembles it. */
  block: number;
  resemblance: Resemblance;
}

/** Texts that are fetched and compared, and results that are shown. */
const mostTexts = 12;
const mostShown = 5;
const shortest = 3;
const longest = 80;

/** A misremembered sentence is most often a quotation, then a title or a term. */
function weightOf(type: string, isTitle: boolean): number {
  if (type === '论述' && isTitle) return 0.12;
  return isTitle && type !== '辨正' ? 0.06 : 0;
}

/** The block of a record that resembles the phrase most. */
function bestBlock(stored: StoredRecord, phrase: string): { block: number; resemblance: Resemblance } | undefined {
  let best: { block: number; resemblance: Resemblance } | undefined;
  stored.blocks.forEach(([text], block) => {
    const resemblance = resemblanceOf(text, phrase);
    if (resemblance && (!best || resemblance.similarity > best.resemblance.similarity)) best = { block, resemblance };
  });
  return best;
}

/**
 * Records that nearly have the words: a character changed, missing, added, the order changed. Quotations first, then
 * titles, then passages of texts. `known` are records that have the very words and are shown already.
 */
export async function findNear(source: Source, phrase: string, typeOf: (record: number) => string, known: ReadonlySet<number>): Promise<NearMatch[]> {
  const wanted = phrase.slice(0, longest);
  if (wanted.length < shortest) return [];
  const catalogue = await source.catalogue();
  const windows = (await windowsOf(source, catalogue, wanted)).filter(({ record }) => !known.has(record));
  const candidates = windows
    .map(({ record, share, inTitle }) => ({ record, value: share + weightOf(typeOf(record), inTitle), share }))
    .filter(({ share }) => share >= (wanted.length <= 4 ? 0.25 : 0.3))
    .sort((a, b) => b.value - a.value || a.record - b.record)
    .slice(0, mostTexts);
  const matches = await Promise.all(
    candidates.map(async ({ record }) => {
      const stored = await source.record(record);
      const found = bestBlock(stored, wanted);
      return found && found.resemblance.similarity >= enough(wanted.length) ? { record, stored, ...found } : undefined;
    }),
  );
  const value = ({ record, stored, block, resemblance }: NearMatch) => {
    const [text] = stored.blocks[block] || [''];
    return resemblance.similarity + weightOf(typeOf(record), norm(text) === norm(stored.title));
  };
  return matches
    .filter((match): match is NearMatch => match !== undefined)
    .sort((a, b) => value(b) - value(a) || a.record - b.record)
    .slice(0, mostShown);
}
