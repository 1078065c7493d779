import { make } from './dom.client.ts';
import { readPlan, type Pages } from './from-plan.client.ts';
import { otherPieces, piece, textPieces, titlePiece, type Origin } from './from-text.client.ts';
import { readingMinutes, type Piece, type Programme } from './piece.ts';

/** An item as the handout finds it on this site. */
export interface Item {
  item: string;
  title: string;
  kind: string;
  path: string;
  element: Element;
}

/** What the page brings along: the items asked for and how to fetch others. */
export interface Loaded {
  items: Item[];
  /** Of a basket: its title; empty for a single item. */
  title: string;
  pages: Pages;
}

const isText = (item: string): boolean => /^(?:lessons|cases|essays|forms)\//.test(item);

/** Two places with one name could not be told apart after a reload: the second gets a number. */
function unique(pieces: Piece[]): Piece[] {
  const seen = new Map<string, number>();
  return pieces.map((found) => {
    const many = (seen.get(found.key) || 0) + 1;
    seen.set(found.key, many);
    return many > 1 ? { ...found, key: `${found.key}~${many}` } : found;
  });
}

async function piecesOf({ item, title, kind, element }: Item, several: boolean, pages: Pages): Promise<Piece[]> {
  const origin: Origin = { item, name: several ? title : '', step: -1, part: 0 };
  if (item.startsWith('plans/')) return (await readPlan(element, item, pages, false)).pieces.map((found) => ({ ...found, step: -1, part: 0 }));
  return isText(item) ? textPieces(element, origin, kind) : otherPieces(element, origin, title);
}

/** Makes the programme of a meeting from a plan, a text, or all that lies in a basket. */
export async function programmeOf({ items, title, pages }: Loaded): Promise<Programme> {
  const [first] = items;
  const single = !title && first ? first : undefined;
  const name = single ? single.title : title;
  const end = (part: number): Piece => piece({ item: '', name: '', step: -1, part }, 'end', { kind: 'end', body: make('p', '', '到这里，全部念完了。'), running: name });
  if (single && single.item.startsWith('plans/')) {
    const read = await readPlan(single.element, single.item, pages, true);
    return { title: name, path: single.path, ...read, pieces: unique([...read.pieces, end(read.parts.length - 1)]), planned: true };
  }
  const read: Piece[] = single ? [] : [titlePiece({ item: '', name: '', step: -1, part: 0 }, '讲义', name, items.map((item) => item.title).join('；'))];
  for (const item of items) read.push(...(await piecesOf(item, !single, pages)));
  const list = unique([...read, end(0)]);
  return { title: name, path: single ? single.path : '/handout/', pieces: list, steps: [], parts: [{ when: '', minutes: readingMinutes(list) }], planned: false };
}
