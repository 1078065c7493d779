import type { StoredRecord } from '../index/format.ts';
import type { Match } from '../query/exact.ts';
import type { NearMatch } from '../query/near.ts';
import type { Term } from '../query/terms.ts';
import { norm } from '../../../text/norm.ts';
import { markForms, markResemblance, type Stretch } from './excerpt.ts';
import { afterTitle, passageAcross, passagesOf, sectionOf, type Passage } from './passage.ts';

/** One result, ready to be shown. */
export interface Hit {
  url: string;
  type: string;
  title: Stretch[];
  /** The title without marks. */
  name: string;
  note: string;
  /** How well the wording of a quotation is established, and what it rests on, one entry a source. */
  grade: string;
  sources: string[];
  passages: Passage[];
  /** How often the words stand in the record. */
  occurrences: number;
  /** Whether the words stand as they were typed, not only in another form of them. */
  asTyped: boolean;
  /** The words that were found, to be marked on the page itself. */
  words: string[];
  /** A known misquotation that this result sets right: what is wrong about it, and where that is explained. */
  correction?: { wrong: string; url: string };
  /** The one of several words that does not stand in it. */
  missing?: string;
}

const plain = (record: StoredRecord, type: string): Hit => ({
  url: record.url,
  type,
  title: [{ text: record.title, hit: false }],
  name: record.title,
  note: record.note,
  grade: record.grade || '',
  sources: record.sources || [],
  passages: [],
  occurrences: 0,
  asTyped: false,
  words: [],
});

/** A hit in the title leads to the top of the page, any other to the block it stands in. */
const addressed = (record: StoredRecord, anchor: string): string => (anchor && record.url.indexOf('#') < 0 ? `${record.url}#${anchor}` : record.url);

/** A record that has the very words. */
export function exactHit(record: StoredRecord, type: string, match: Match, terms: readonly Term[]): Hit {
  // What was typed is shown where it stands, even if another form of it stands earlier.
  const forms = match.terms.map((hit, at) => (hit.asTyped ? [(terms[at] && terms[at].typed) || ''] : hit.forms));
  const words = match.terms.reduce<string[]>((all, hit) => all.concat(hit.forms), []);
  const title = markForms(record.title, words);
  const titleHit = title.some(({ hit }) => hit);
  const passages = passagesOf(record, forms, words);
  if (passages.length === 0 && !titleHit) {
    const across = passageAcross(record, (terms[0] && terms[0].typed) || '');
    if (across) passages.push(across);
  }
  const [first] = passages;
  const following = passages.length === 0 && record.note === '' ? afterTitle(record) : undefined;
  return {
    ...plain(record, type),
    url: addressed(record, titleHit || !first ? '' : first.anchor),
    title,
    passages: following ? [following] : passages,
    occurrences: match.terms.reduce((sum, { counts }) => sum + counts[0] + counts[1] + counts[2], 0),
    asTyped: match.terms.every((hit) => hit.asTyped),
    words,
  };
}

/** A record that nearly has them, with what differs marked. */
export function nearHit({ stored, block, resemblance }: NearMatch, type: string): Hit {
  const [text, anchor] = stored.blocks[block] || ['', ''];
  const inTitle = norm(text) === norm(stored.title);
  const stretches = markResemblance(text, resemblance);
  const words = [norm(text.slice(resemblance.stretch.from, resemblance.stretch.to))];
  if (inTitle) return { ...plain(stored, type), title: markResemblance(text, resemblance, true), words };
  return { ...plain(stored, type), url: addressed(stored, anchor), passages: [{ stretches, anchor, section: sectionOf(stored, block) }], words };
}

/** The right quotation for a known misquotation. */
export const correctingHit = (record: StoredRecord, type: string, correction: { wrong: string; url: string }): Hit => ({ ...plain(record, type), correction });
