import { applySheet, markSheet } from './apply-sheet.ts';
import { emptyBasket, parseBasket, titleOf, type Basket } from './basket.ts';
import { decodeBasket } from './basket-link.ts';
import { basketKey, recallBasket } from './basket-store.client.ts';
import { chaptersOf, keyOf, layChapter, unpagedChapter, type Chapter } from './chapter.client.ts';
import { compose, type Part } from './compose.client.ts';
import { furnish, pad } from './furniture.client.ts';
import { itemTable, loadItems } from './items.client.ts';
import { hasColumns } from './sheet.ts';

/** What stands on the sheets, for whoever embeds them and for tests. */
export interface LaidOut {
  pages: number;
  items: string[];
  missing: string[];
  /** Chapters made anew; the others stood already. */
  fresh: number;
  /** Until the first sheets could be seen, and all. */
  first: number;
  milliseconds: number;
}

/** Ends a layout that a newer one replaces. */
class Overtaken extends Error {}

const place = (): HTMLElement => document.querySelector<HTMLElement>('#sheets') || document.body;
/** Lets the browser show what is ready. Animation frames do not come in a window that nobody sees. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

let standing: Chapter[] = [];

/** The chapters of a basket in their order below `root`, each shown as soon as it is ready; those that stood before are kept. */
async function chapters(root: HTMLElement, basket: Basket, parts: Part[], overtaken: () => boolean, shown: () => void): Promise<{ made: Chapter[]; fresh: number }> {
  const old = new Map(standing.map((chapter) => [chapter.key, chapter]));
  const made: Chapter[] = [];
  let fresh = 0;
  let before: Element | null = null;
  for (const group of chaptersOf(parts)) {
    const kept = old.get(keyOf(group, basket.sheet));
    const chapter: Chapter = kept || layChapter(root, group, basket.sheet);
    const next: Element | null = before ? before.nextElementSibling : root.firstElementChild;
    if (next !== chapter.holder) root.insertBefore(chapter.holder, next);
    before = chapter.holder;
    made.push(chapter);
    // Should this layout be overtaken, the next finds what is ready.
    if (!kept) standing.push(chapter);
    old.delete(chapter.key);
    if (kept) continue;
    fresh += 1;
    chapter.sheets.forEach((sheet, at) => furnish(sheet, at + 1, chapter.sheets.length, basket, chapter.heads[at] || ''));
    shown();
    await pause();
    if (overtaken()) throw new Overtaken();
  }
  return { made, fresh };
}

/** Numbers sheets and contents, now that all are known. */
function number(root: HTMLElement, made: Chapter[], basket: Basket): number {
  const pages = made.reduce((sum, { sheets }) => sum + sheets.length, 0);
  const starts = new Map<string, number>();
  let at = 0;
  for (const { sheets, heads, frame } of made)
    sheets.forEach((sheet, own) => {
      at += 1;
      pad(sheet, frame, basket.sheet.duplex && at % 2 === 0);
      furnish(sheet, at, pages, basket, heads[own] || '');
      sheet.classList.toggle('last', at === pages);
      const body = sheet.firstElementChild;
      Array.from(body ? body.children : []).forEach(({ id }) => id && starts.set(id, at));
    });
  root.querySelectorAll<HTMLAnchorElement>('.handout-contents a').forEach((link) => {
    const place = link.querySelector('.at');
    const page = String(starts.get((link.getAttribute('href') || '#').slice(1)) || '');
    if (place && place.textContent !== page) place.textContent = page;
  });
  return pages;
}

const itemsOf = (root: HTMLElement): string[] => Array.from(root.querySelectorAll<HTMLElement>('.item[id]')).map((element) => element.dataset.item || '');

/** The handout without sheets, where this browser cannot lay them out: it prints with the margins of the sheet, without page numbers. */
function plain(root: HTMLElement, basket: Basket, parts: Part[], missing: string[]): LaidOut {
  standing = [];
  applySheet({ ...basket.sheet, columns: false });
  root.textContent = '';
  root.append(unpagedChapter(parts));
  root.querySelectorAll('.handout-contents .at').forEach((number) => number.remove());
  root.dataset.pages = '';
  document.title = titleOf(basket);
  return { pages: 0, items: itemsOf(root), missing, fresh: 0, first: 0, milliseconds: 0 };
}

/** Lays the basket out as sheets. */
async function show(basket: Basket, overtaken: () => boolean): Promise<LaidOut> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  const root = place();
  delete root.dataset.pages;
  markSheet({ ...basket.sheet, columns: hasColumns(basket.sheet) });
  const { items, missing } = await loadItems(basket);
  if (overtaken()) throw new Overtaken();
  const parts = compose(basket, items, location.origin + (document.documentElement.dataset.base || ''));
  let first = 0;
  root.querySelectorAll(':scope > :not(.chapter)').forEach((other) => other.remove());
  const onSheets = await chapters(root, basket, parts, overtaken, () => (first ||= elapsed())).catch((error: unknown) => {
    if (error instanceof Overtaken) throw error;
    return undefined;
  });
  if (!onSheets) return plain(root, basket, parts, missing);
  const { made, fresh } = onSheets;
  standing = made;
  Array.from(root.children).forEach((child) => made.some(({ holder }) => holder === child) || child.remove());
  const pages = number(root, made, basket);
  root.dataset.turns = made.map(({ turns }) => turns).join(' ');
  root.dataset.pages = String(pages);
  document.title = titleOf(basket);
  return { pages, items: itemsOf(root), missing, fresh, first: first || elapsed(), milliseconds: elapsed() };
}

/** The basket of the address or, without one, that of this device. */
async function ownBasket(): Promise<Basket> {
  const link = new URLSearchParams(location.search).get('b');
  if (link) return decodeBasket(link, await itemTable()).basket;
  return recallBasket();
}

let latest = 0;
let running: Promise<unknown> = Promise.resolve();
let answer: Promise<LaidOut> | undefined;

declare global {
  interface Window {
    /** Lays out a basket. A call ends the one before it, which then answers with the newer one's sheets. */
    layOutHandout?: (basket: Basket) => Promise<LaidOut>;
  }
}

window.layOutHandout = (basket) => {
  latest += 1;
  const mine = latest;
  const before = running;
  const made = before.then(() => show(basket, () => mine !== latest));
  running = made.catch(() => undefined);
  answer = made.catch((error: unknown) => {
    if (error instanceof Overtaken && answer) return answer;
    throw error;
  });
  return answer;
};

if (window.parent !== window) document.documentElement.classList.add('framed');
else {
  ownBasket()
    .then((basket) => window.layOutHandout?.(basket || emptyBasket))
    .catch(() => (place().textContent = '讲义没有排出来：读不到网站的文件。请检查网络后刷新。'));
  document.querySelector('#print')?.addEventListener('click', () => window.print());
  window.addEventListener('storage', (event) => {
    if (event.key === basketKey && !location.search) void window.layOutHandout?.(parseBasket(event.newValue || ''));
  });
}
