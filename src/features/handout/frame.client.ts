import { markSheet } from './apply-sheet.ts';
import { emptyBasket, parseBasket, titleOf, type Basket } from './basket.ts';
import { decodeBasket } from './basket-link.ts';
import { basketKey, recallBasket } from './basket-store.client.ts';
import { compose, type Part } from './compose.client.ts';
import { itemTable, loadItems } from './items.client.ts';
import { margins, noteMargin, numberColumn, type SheetOptions } from './sheet.ts';
import { layOut } from './sheets.client.ts';

/** What stands on the sheets, for whoever embeds them and for tests. */
export interface LaidOut {
  pages: number;
  items: string[];
  missing: string[];
  milliseconds: number;
}

const make = (tag: 'div' | 'section' | 'header' | 'footer' | 'span', className: string, text = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.className = className;
  if (text) element.textContent = text;
  return element;
};

/** Room for text on a sheet and its place, in millimetres. Even sheets are mirrored for printing on both sides. */
function frameOf(sheet: SheetOptions) {
  const [top, outer, bottom, binding] = margins[sheet.kind];
  return { top, bottom, left: binding - numberColumn, right: outer + (sheet.notes === 'margin' ? noteMargin : 0) };
}

const pixels = (millimetres: number): number => (millimetres * 96) / 25.4;

/** Gives the galley or a sheet its margins. Through the object model: the security policy forbids style attributes. */
function pad(element: HTMLElement, { top, right, bottom, left }: ReturnType<typeof frameOf>, mirrored: boolean): void {
  const sides = mirrored ? [right - numberColumn, left + numberColumn] : [left, right];
  element.style.padding = `${top}mm ${sides[1]}mm ${bottom}mm ${sides[0]}mm`;
}

/** Head and foot of a sheet. The official one has a number alone, right on odd and left on even sheets. */
function furnish(sheet: HTMLElement, number: number, total: number, basket: Basket, running: string): void {
  if (basket.sheet.kind === 'official') sheet.append(make('footer', `folio ${number % 2 ? 'odd' : 'even'}`, `— ${number} —`));
  else {
    const head = make('header', 'run');
    head.append(make('span', '', titleOf(basket)), make('span', '', running === titleOf(basket) ? '' : running));
    sheet.append(head, make('footer', 'folio', `第 ${number} 页　共 ${total} 页`));
  }
}

function sheetsOf(bodies: HTMLElement[], parts: Part[], basket: Basket): HTMLElement[] {
  const titles = new Map(parts.filter((part) => part.element.id).map((part) => [part.element.id, part.title]));
  let running = '';
  return bodies.map((body, at) => {
    const sheet = make('section', 'sheet');
    pad(sheet, frameOf(basket.sheet), basket.sheet.duplex && at % 2 === 1);
    const opens = Array.from(body.children).map((child) => titles.get(child.id)).filter(Boolean) as string[];
    // The head of a sheet names what it opens with; where it goes on from the one before, that.
    if (body.firstElementChild && !body.firstElementChild.classList.contains('cont')) running = titles.get(body.firstElementChild.id) || '';
    sheet.append(body);
    if (!body.querySelector('.cover')) furnish(sheet, at + 1, bodies.length, basket, running);
    running = opens[opens.length - 1] || running;
    return sheet;
  });
}

/** Writes the page numbers of the contents, now that they are known. */
function numberContents(place: HTMLElement, sheets: HTMLElement[]): void {
  place.querySelectorAll<HTMLAnchorElement>('.handout-contents a').forEach((link) => {
    const target = (link.getAttribute('href') || '#').slice(1);
    const at = sheets.findIndex((sheet) => sheet.querySelector(`[id="${target}"]`));
    const number = link.querySelector('.at');
    if (number && at >= 0) number.textContent = String(at + 1);
  });
}

const place = (): HTMLElement => document.querySelector<HTMLElement>('#sheets') || document.body;

/** Lays the basket out as sheets. What overflows in spite of all is laid out again on sheets taken to be lower. */
async function show(basket: Basket): Promise<LaidOut> {
  const started = performance.now();
  const root = place();
  markSheet({ ...basket.sheet, columns: false });
  const { items, missing } = await loadItems(basket);
  const origin = location.origin + (document.documentElement.dataset.base || '');
  const parts = compose(basket, items, origin);
  const frame = frameOf(basket.sheet);
  const height = pixels(297 - frame.top - frame.bottom);
  const galley = make('div', 'galley');
  pad(galley, { ...frame, top: 0, bottom: 0 }, false);
  const originals = parts.map((part) => part.element.cloneNode(true) as HTMLElement);
  let sheets: HTMLElement[] = [];
  let turns = 0;
  for (let less = 0; turns < 4; ) {
    galley.textContent = '';
    galley.append(...(turns === 0 ? parts.map(({ element }) => element) : originals.map((element) => element.cloneNode(true) as HTMLElement)));
    root.textContent = '';
    root.append(galley);
    const bodies = layOut(galley, height - less);
    sheets = sheetsOf(bodies, parts, basket);
    root.textContent = '';
    root.append(...sheets);
    turns += 1;
    const over = Math.max(0, ...bodies.map((body) => body.getBoundingClientRect().height - height));
    if (over < 1) break;
    less += over + 1;
  }
  numberContents(root, sheets);
  const last = sheets[sheets.length - 1];
  if (last) last.classList.add('last');
  root.dataset.turns = String(turns);
  root.dataset.pages = String(sheets.length);
  document.title = titleOf(basket);
  const shown = Array.from(root.querySelectorAll<HTMLElement>('.item[id]')).map((element) => element.dataset.item || '');
  return { pages: sheets.length, items: shown, missing, milliseconds: Math.round(performance.now() - started) };
}

/** The basket of the address or, without one, that of this device. */
async function ownBasket(): Promise<Basket> {
  const link = new URLSearchParams(location.search).get('b');
  if (link) return decodeBasket(link, await itemTable()).basket;
  return recallBasket();
}

let turn = Promise.resolve();

declare global {
  interface Window {
    /** Lays out a basket; calls wait for each other. */
    layOutHandout?: (basket: Basket) => Promise<LaidOut>;
  }
}

window.layOutHandout = (basket) => {
  const next = turn.then(() => show(basket));
  turn = next.then(
    () => undefined,
    () => undefined,
  );
  return next;
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
