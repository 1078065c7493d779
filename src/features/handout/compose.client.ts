/*
 * Why this site lays sheets out itself and does not load Paged.js: measured with Paged.js 0.4.3 in Chromium 156, the policy
 * of these pages (style-src 'self') refuses the three <style> elements in which it puts its own and the page's rewritten
 * CSS, and not one sheet is made; without the policy it works. It also leaves table heads unrepeated, and a heading that
 * another follows alone at the foot of a sheet. The code of this folder lays out 55 sheets in 3 to 5 s on a CPU slowed down
 * four times (the first after half a second), and after an edit only what has changed.
 */
import { codeOf } from '../../model/baskets.ts';
import { titleOf, type Basket } from './basket.ts';
import type { FoundItem } from './items.client.ts';
import { bodyOf, isSmall, make, prepare, writeAddress } from './parts.client.ts';

/** One part of the handout, from the top of a sheet or running on, ready to be laid out or made into Word. */
export interface Part {
  /** Made on first use, for what stands on its sheets already is not made again; `anew` where laying out has used it up. */
  element: (anew?: boolean) => HTMLElement;
  id: string;
  /** Item of the basket it is; empty for cover, contents, questions, answers. */
  item: string;
  title: string;
  address: string;
  /** Begins on a new sheet. */
  top: boolean;
  /** Parts with the same key look the same. */
  key: string;
}

/** The parts of a handout before their keys are known. */
type Draft = Omit<Part, 'key' | 'element'> & { make: () => HTMLElement; from: unknown };

function part({ make: build, from, ...draft }: Draft): Part {
  let made: HTMLElement | undefined;
  const element = (anew = false): HTMLElement => {
    if (!made || anew) {
      made = build();
      if (draft.id) made.id = draft.id;
      if (draft.top) made.dataset.top = '';
    }
    return made;
  };
  return { ...draft, element, key: JSON.stringify([draft.id, draft.item, draft.title, draft.address, draft.top, from]) };
}

const coverLines = ({ unit, names, date }: Basket): string[] => [unit, names, date].map((words) => words.trim()).filter(Boolean);

function cover(basket: Basket): HTMLElement {
  const section = make('section', '', 'cover');
  const lines = make('div', '', 'cover-lines');
  lines.append(...coverLines(basket).map((line) => make('p', line)));
  section.append(make('h1', titleOf(basket)), lines);
  return section;
}

/** The head of a handout without a cover: title and what else the reader wrote. */
function head(basket: Basket): HTMLElement {
  const section = make('section', '', 'handout-head');
  const line = [basket.unit, basket.date, basket.names].map((words) => words.trim()).filter(Boolean).join('　');
  section.append(make('h1', titleOf(basket)));
  if (line) section.append(make('p', line, 'lead'));
  return section;
}

function contents(parts: Part[]): HTMLElement {
  const section = make('section', '', 'handout-contents');
  const list = make('ol');
  for (const { id, title } of parts) {
    const entry = make('li');
    const link = make('a');
    link.href = `#${id}`;
    link.append(make('span', title, 'name'), make('span', '', 'at'));
    entry.append(link);
    list.append(entry);
  }
  section.append(make('h2', '目录'), list);
  return section;
}

const prefixOf = (item: string): string => `i${codeOf(item)}-`;

const sourceMarks = ['.notes', 'sup.ref', '.src'];

/** Lists of the same kind from all items, each under the title of its item; undefined where no item has one. */
function collected(found: FoundItem[], sources: boolean, selector: string, title: string, className: string, id: string): Part | undefined {
  const lists = found.flatMap((item) => {
    const list = isSmall(item.item) ? null : item.source.querySelector(`${selector} ol`);
    return list ? [{ item, list }] : [];
  });
  if (lists.length === 0) return undefined;
  const build = () => {
    const section = make('section', '', className);
    section.append(make('h2', title));
    for (const { item, list } of lists) {
      const holder = make('div');
      holder.append(list.cloneNode(true));
      prepare(holder, prefixOf(item.item));
      if (!sources) holder.querySelectorAll(sourceMarks.join()).forEach((gone) => gone.remove());
      section.append(make('h3', item.title), ...Array.from(holder.children));
    }
    return section;
  };
  return part({ make: build, from: [sources, lists.map(({ item }) => item.item)], id, item: '', title, address: '', top: true });
}

function itemPart(found: FoundItem, basket: Basket, origin: string, top: boolean): Part {
  const { sheet } = basket;
  const { item, title, path } = found;
  const address = path ? origin + path : '';
  const left = [
    ...(sheet.questions ? [] : ['.questions', '.self-test', '.test-answers']),
    ...(sheet.sources ? [] : sourceMarks),
    ...(basket.gathered ? ['.questions'] : []),
    // The answers always stand on a last sheet of the whole handout.
    '.test-answers',
  ];
  const build = () => {
    const small = isSmall(item);
    const element = bodyOf(found, address);
    prepare(element, prefixOf(item));
    element.className = ['item', small && 'small', item.startsWith('plans/') && 'plan', item.startsWith('forms/') && 'blank'].filter(Boolean).join(' ');
    element.dataset.item = item;
    if (!element.querySelector('h1') && found.kind !== '论述') element.prepend(make(small ? 'h2' : 'h1', title));
    if (address) writeAddress(element, address);
    element.querySelectorAll(left.join()).forEach((gone) => gone.remove());
    return element;
  };
  return part({ make: build, from: [left, found.words], id: prefixOf(item).slice(0, -1), item, title, address, top });
}

function noteLines(): HTMLElement {
  const lines = make('section', '', 'note-lines');
  lines.append(make('h2', '笔记'), ...Array.from({ length: 14 }, () => make('i')));
  return lines;
}

/** Puts a handout together from its items: cover, contents, items in order, gathered questions, answers on a last sheet of their own. */
export function compose(basket: Basket, found: FoundItem[], origin: string): Part[] {
  const { sheet } = basket;
  const isPart = (made: Part | undefined): made is Part => made !== undefined;
  const bare = !basket.cover && !basket.contents;
  const parts = found.map((item, at) => itemPart(item, basket, origin, item.item.startsWith('forms/') || (at === 0 ? !bare : !isSmall(item.item) || !isSmall(found[at - 1]?.item || ''))));
  const after = [
    basket.gathered && sheet.questions ? collected(found, sheet.sources, '.questions', '研讨题', 'questions gathered', 'questions') : undefined,
    sheet.questions && sheet.answers ? collected(found, sheet.sources, '.test-answers', '自测答案', 'test-answers gathered', 'answers') : undefined,
    sheet.notes === 'lines' ? part({ make: noteLines, from: '', id: 'note-lines', item: '', title: '笔记', address: '', top: true }) : undefined,
  ].filter(isPart);
  const words = [titleOf(basket), ...coverLines(basket)];
  const first = part({ make: () => (basket.cover ? cover(basket) : head(basket)), from: [basket.cover, words], id: '', item: '', title: '', address: '', top: false });
  const listed = [...parts, ...after];
  const list = basket.contents && parts.length > 0 ? part({ make: () => contents(listed), from: listed.map(({ id, title }) => [id, title]), id: 'contents', item: '', title: '目录', address: '', top: basket.cover }) : undefined;
  return [first, ...(list ? [list] : []), ...listed];
}
