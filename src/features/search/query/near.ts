import type { StoredRecord } from '../index/format.ts';
import type { Source } from '../index/source.ts';
import { norm } from '../../../text/norm.ts';
import { findExact } from './exact.ts';
import { byRelevance } from './rank.ts';
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
/** A phrase no longer than this is a name or a term rather than a sentence. */
const term = 8;

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

/** A record, where its most resembling block resembles enough. */
async function matchOf(source: Source, record: number, wanted: string): Promise<NearMatch | undefined> {
  const stored = await source.record(record);
  const found = bestBlock(stored, wanted);
  return found && found.resemblance.similarity >= enough(wanted.length) ? { record, stored, ...found } : undefined;
}

const present = (match: NearMatch | undefined): match is NearMatch => match !== undefined;

/**
 * For a term with a slip, 调察研究: the records that have the right term, in the order in which they would answer it. The
 * likest one tells what the right term is.
 */
async function withRightTerm(source: Source, { stored, block, resemblance }: NearMatch, wanted: string, known: ReadonlySet<number>): Promise<NearMatch[]> {
  const [text] = stored.blocks[block] || [''];
  const right = norm(text.slice(resemblance.stretch.from, resemblance.stretch.to));
  if (wanted.length > term || right.length < shortest) return [];
  const found = await findExact(source, [{ typed: right, forms: [right] }]);
  const ranked = byRelevance(found, await source.catalogue(), [right]).filter(({ record }) => !known.has(record));
  return (await Promise.all(ranked.slice(0, mostShown).map(({ record }) => matchOf(source, record, wanted)))).filter(present);
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
  const matches = await Promise.all(candidates.map(({ record }) => matchOf(source, record, wanted)));
  const value = ({ record, stored, block, resemblance }: NearMatch) => {
    const [text] = stored.blocks[block] || [''];
    return resemblance.similarity + weightOf(typeOf(record), norm(text) === norm(stored.title));
  };
  const sorted = matches.filter(present).sort((a, b) => value(b) - value(a) || a.record - b.record);
  const [first] = sorted;
  const right = first ? await withRightTerm(source, first, wanted, known) : [];
  return right.concat(sorted.filter(({ record }) => right.every((other) => other.record !== record))).slice(0, mostShown);
}
