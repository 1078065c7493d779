import { basketFolders } from '../../model/baskets.ts';
import { defaultSheet, parseSheet, type SheetOptions } from './sheet.ts';

/** Words of the reader's own. They stay on the device, and enter a link only if the reader says so. */
export interface OwnText {
  title: string;
  words: string;
}

/** A handout in the making. */
export interface Basket {
  /** "cases/xiadang", "span/1988-1990", "own/0" (place in `own`), in reading order; each once. */
  items: string[];
  own: OwnText[];
  title: string;
  unit: string;
  date: string;
  names: string;
  cover: boolean;
  contents: boolean;
  /** Discussion questions of all items together at the end. */
  gathered: boolean;
  /** Whether own words go into the link. */
  share: boolean;
  sheet: SheetOptions;
}

/** More than these would make neither a link nor a handout. */
export const mostItems = 60;
/** Own words, numbered in a link by one character. */
export const mostOwn = 36;
const longest = { line: 60, own: 4000 };

export const emptyBasket: Basket = { items: [], own: [], title: '', unit: '', date: '', names: '', cover: true, contents: true, gathered: false, share: false, sheet: { ...defaultSheet, notes: 'none' } };

const itemName = new RegExp(`^(?:(?:${basketFolders.join('|')})/[a-z0-9-]{1,60}|span/\\d{4}-\\d{4}|own/\\d{1,2})$`);

/** Whether a text names an item, of whatever kind; not whether the item exists. */
export const isItem = (text: string): boolean => itemName.test(text);

const text = (value: unknown, length: number): string => (typeof value === 'string' ? value.slice(0, length) : '');
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

/** A basket from whatever was stored or decoded: unknown items, doubles and what is too long are left out. */
export function sanitised(found: { [Name in keyof Basket]?: unknown }): Basket {
  const own = (Array.isArray(found.own) ? found.own : []).slice(0, mostOwn).map((entry: Partial<OwnText> | null) => ({ title: text(entry?.title, longest.line), words: text(entry?.words, longest.own) }));
  const items = (Array.isArray(found.items) ? found.items : [])
    .filter((item, at, all): item is string => typeof item === 'string' && isItem(item) && all.indexOf(item) === at)
    .filter((item) => !item.startsWith('own/') || own[Number(item.slice(4))] !== undefined);
  return {
    items: items.slice(0, mostItems),
    own,
    title: text(found.title, longest.line),
    unit: text(found.unit, longest.line),
    date: text(found.date, longest.line),
    names: text(found.names, longest.line),
    cover: flag(found.cover, emptyBasket.cover),
    contents: flag(found.contents, emptyBasket.contents),
    gathered: flag(found.gathered, emptyBasket.gathered),
    share: flag(found.share, emptyBasket.share),
    sheet: parseSheet(JSON.stringify(found.sheet ?? emptyBasket.sheet)),
  };
}

/** Reads a stored basket; anything damaged counts as an empty one. */
export function parseBasket(stored: string): Basket {
  try {
    return sanitised((JSON.parse(stored || '{}') || {}) as Partial<Basket>);
  } catch (_error) {
    return emptyBasket;
  }
}

/** The basket with an item more, at the end; unchanged where it is full or has the item. */
export const withItem = (basket: Basket, item: string): Basket => (basket.items.length >= mostItems || basket.items.indexOf(item) >= 0 || !isItem(item) ? basket : { ...basket, items: [...basket.items, item] });

/** The basket without an item. Own words go with it; their place stays, empty, since the others are named by theirs. */
export const withoutItem = (basket: Basket, item: string): Basket => ({
  ...basket,
  items: basket.items.filter((other) => other !== item),
  own: basket.own.map((words, at) => (`own/${at}` === item ? { title: '', words: '' } : words)),
});

/** The basket with the item at place `from` moved to place `to`. */
export function moved(basket: Basket, from: number, to: number): Basket {
  const items = [...basket.items];
  if (from < 0 || to < 0 || from >= items.length || to >= items.length) return basket;
  items.splice(to, 0, ...items.splice(from, 1));
  return { ...basket, items };
}

/** The basket with words of the reader's own as a last item. */
export function withOwn(basket: Basket, own: OwnText): Basket {
  const free = basket.own.findIndex(({ words }, at) => !words && basket.items.indexOf(`own/${at}`) < 0);
  const place = free < 0 ? basket.own.length : free;
  if (basket.items.length >= mostItems || place >= mostOwn) return basket;
  const texts = [...basket.own];
  texts[place] = own;
  return { ...basket, own: texts, items: [...basket.items, `own/${place}`] };
}

/** What the handout is called where the reader has not named it. */
export const titleOf = (basket: Basket): string => basket.title.trim() || '学习讲义';
