import { norm } from '../../../text/norm.ts';
import { gap, type Catalogue, type Extents, type StoredRecord } from './format.ts';

/** The order in which blocks are indexed: the title first, then the other headings, then the rest. */
function indexOrder(record: Pick<StoredRecord, 'title' | 'blocks'>): { title: number; headings: number[]; body: number[] } {
  const wanted = norm(record.title);
  const title = record.blocks.findIndex(([text]) => norm(text) === wanted);
  const others = record.blocks.map((_block, at) => at).filter((at) => at !== title);
  const isHeading = (at: number) => Boolean(record.blocks[at] && record.blocks[at][2]);
  return { title, headings: others.filter(isHeading), body: others.filter((at) => !isHeading(at)) };
}

/** The long text that is indexed, and the extents of each record in it. */
export interface IndexedText {
  text: string;
  extents: Extents;
}

/** Lays out the records' normal forms. Throws when a title is not among its record's blocks: readers could not see why it hit. */
export function layOut(records: readonly StoredRecord[]): IndexedText {
  const parts: string[] = [];
  const extents: Extents = { title: [], headings: [], body: [] };
  for (const record of records) {
    const { title, headings, body } = indexOrder(record);
    if (title < 0) throw new Error(`检索条目的标题不在正文里：${record.url}`);
    const size = (numbers: number[]) => {
      let length = 0;
      for (const number of numbers) {
        const part = norm((record.blocks[number] || [''])[0]) + gap;
        parts.push(part);
        length += part.length;
      }
      return length;
    };
    extents.title.push(size([title]));
    extents.headings.push(size(headings));
    extents.body.push(size(body));
  }
  return { text: parts.join(''), extents };
}

/** Where the places of each record begin in the indexed text; one more at the end. */
export function startsOf({ extents }: Pick<Catalogue, 'extents'>): Uint32Array {
  const { title, headings, body } = extents;
  const starts = new Uint32Array(title.length + 1);
  title.forEach((own, at) => (starts[at + 1] = (starts[at] || 0) + own + (headings[at] || 0) + (body[at] || 0)));
  return starts;
}

/** Every place of a text where a phrase stands. */
export function placesIn(text: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = phrase ? text.indexOf(phrase) : -1; at >= 0; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
}
