import { codeOf, type ItemTable, type TableLine } from '../../model/baskets.ts';
import type { Basket } from './basket.ts';

/** An item of a basket as it was found on this site. */
export interface FoundItem {
  item: string;
  title: string;
  kind: string;
  /** Address below the base. */
  path: string;
  /** Where it stands on its page; to be copied, not changed. */
  source: Element;
  /** What the reader wrote, of an item that is the reader's own. */
  words?: string;
}

const base = (): string => document.documentElement.dataset.base || '';
let table: Promise<ItemTable> | undefined;
const pages = new Map<string, Promise<Document>>();

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(base() + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** What the codes of items stand for; asked for once. */
export function itemTable(): Promise<ItemTable> {
  table ??= fetched('/handout/items.json').then((answer) => answer.json() as Promise<ItemTable>);
  table.catch(() => (table = undefined));
  return table;
}

/** A built page of this site, fetched once; not to be changed. */
export function page(path: string): Promise<Document> {
  const known = pages.get(path);
  if (known) return known;
  const asked = fetched(path)
    .then((answer) => answer.text())
    // The security policy of this page would complain of the other's style element.
    .then((html) => new DOMParser().parseFromString(html.replace(/<style[^]*?<\/style>/g, ''), 'text/html'));
  pages.set(path, asked);
  asked.catch(() => pages.delete(path));
  return asked;
}

/** The line of the table for an item; spans and own words get one of their own. */
export function lineOf(item: string, basket: Pick<Basket, 'own'>, all: ItemTable): TableLine | undefined {
  if (item.startsWith('span/')) return ['/timeline/', '大事', `大事记：${item.slice(5).replace('-', '—')}年`];
  if (item.startsWith('own/')) return ['', '自拟', basket.own[Number(item.slice(4))]?.title || '自己写的文字'];
  return all[codeOf(item)];
}

const element = (html: string): Element => new DOMParser().parseFromString(html, 'text/html').body.firstElementChild || document.createElement('section');

/** The events of a span of years, as sections of one list. */
async function span(item: string, all: ItemTable): Promise<Element> {
  const [from = 0, to = 0] = item.slice(5).split('-').map(Number);
  const list = element('<section><ol class="timeline"></ol></section>');
  const document = await page('/timeline/');
  for (const [path, , , date = ''] of Object.values(all)) {
    const year = Number(date.slice(0, 4));
    const event = date && year >= from && year <= to && document.getElementById(path.slice(path.indexOf('#') + 1));
    if (event) list.firstElementChild?.append(event.cloneNode(true));
  }
  return list;
}

function own(basket: Basket, item: string): Element {
  const section = element('<section><div class="prose"></div></section>');
  for (const line of (basket.own[Number(item.slice(4))]?.words || '').split(/\n+/)) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line.trim();
    if (line.trim()) section.firstElementChild?.append(paragraph);
  }
  return section;
}

/** Fetches one item from the page it stands on; undefined where the page or the place on it is gone. */
async function find(item: string, basket: Basket, all: ItemTable): Promise<FoundItem | undefined> {
  const line = lineOf(item, basket, all);
  if (!line) return undefined;
  const [path, kind, title] = line;
  const found = (source: Element | null | undefined): FoundItem | undefined => (source ? { item, title, kind, path, source } : undefined);
  if (item.startsWith('own/')) return { item, title, kind, path, source: own(basket, item), words: basket.own[Number(item.slice(4))]?.words || '' };
  try {
    if (item.startsWith('span/')) return found(await span(item, all));
    const [address = '', anchor] = path.split('#');
    const document = await page(address);
    return found(anchor ? document.getElementById(anchor) : document.querySelector('article'));
  } catch (_error) {
    return undefined;
  }
}

/** All items of a basket, in order; `missing` are those that could not be had. */
export async function loadItems(basket: Basket): Promise<{ items: FoundItem[]; missing: string[] }> {
  const all = await itemTable();
  const found = await Promise.all(basket.items.map((item) => find(item, basket, all)));
  return { items: found.filter((item): item is FoundItem => item !== undefined), missing: basket.items.filter((_item, at) => !found[at]) };
}
