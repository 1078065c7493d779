import type { StoredRecord } from '../index/format.ts';
import { excerptOf, rangesOf, sentenceAround, stretchesOf, type Range, type Stretch } from './excerpt.ts';
import { keptForm } from './normal-forms.ts';

/** What is shown below a title: sentences with the matches marked, and where in the record they stand. */
export interface Passage {
  stretches: Stretch[];
  /** Id of the block they stand in; empty where it has none. */
  anchor: string;
  /** The heading above them, other than the title. */
  section: string;
}

/** The heading that a block stands under, other than the record's title. */
export function sectionOf({ title, blocks }: StoredRecord, at: number): string {
  for (let number = at; number >= 0; number -= 1) {
    const block = blocks[number];
    if (block && block[2] && number !== at) return keptForm(block[0]).form === keptForm(title).form ? '' : block[0];
  }
  return '';
}

const most = 3;
/** A block shorter than this, a cell of a table, says less than a sentence. */
const shortest = 12;

/**
 * The passages that show the terms of a query in a record, each term once: the block that has most of them, then blocks
 * for the rest; `marked` is all that is marked in them. The title stands above and needs none, so a term that is there alone is not looked for again.
 */
export function passagesOf(record: StoredRecord, terms: readonly (readonly string[])[], marked: readonly string[]): Passage[] {
  const { blocks } = record;
  const title = keptForm(record.title).form;
  const found = blocks.map(([text, , heading]) => ({ isTitle: keptForm(text).form === title, weight: heading || text.length < shortest ? 0.5 : 0.6, terms: terms.map((forms) => rangesOf(text, forms)) }));
  const open = new Set(terms.map((_term, at) => at));
  const passages: Passage[] = [];
  while (open.size > 0 && passages.length < most) {
    let best = -1;
    let value = 0;
    found.forEach((block, at) => {
      if (block.isTitle) return;
      const has = block.terms.filter((ranges, term) => open.has(term) && ranges.length > 0).length;
      if (has > 0 && has + block.weight > value) [best, value] = [at, has + block.weight];
    });
    const block = found[best];
    const stored = blocks[best];
    if (!block || !stored) break;
    const shown: Range[] = [];
    block.terms.forEach((ranges, term) => {
      if (open.has(term) && ranges[0]) shown.push(ranges[0]);
      if (ranges.length > 0) open.delete(term);
    });
    passages.push({ stretches: excerptOf(stored[0], shown, rangesOf(stored[0], marked)), anchor: stored[1], section: sectionOf(record, best) });
  }
  return passages;
}

/** The passage for a phrase that runs from one block into the next; undefined where it stands in no two neighbours either. */
export function passageAcross(record: StoredRecord, phrase: string): Passage | undefined {
  const { blocks } = record;
  const text = blocks.map(([words]) => words).join(' ');
  const ranges = rangesOf(text, [phrase]);
  const first = ranges[0];
  if (!first) return undefined;
  let at = 0;
  for (let end = (blocks[0] || [''])[0].length; end < first.from && at < blocks.length - 1; end += 1 + (blocks[at] || [''])[0].length) at += 1;
  const around = sentenceAround(text, first);
  return { stretches: stretchesOf(text, ranges, around.from, around.to), anchor: (blocks[at] || ['', ''])[1], section: sectionOf(record, at) };
}

/** What to show below a title that is the only thing found: the words that follow it. */
export function afterTitle(record: StoredRecord): Passage | undefined {
  const at = record.blocks.findIndex(([text]) => keptForm(text).form === keptForm(record.title).form);
  const next = record.blocks[at + 1];
  if (!next) return undefined;
  const { to } = sentenceAround(next[0], { from: 0, to: 1 });
  return { stretches: [{ text: to < next[0].length && next[0].length > 120 ? `${next[0].slice(0, to)}` : next[0].slice(0, 160), hit: false }], anchor: '', section: '' };
}
