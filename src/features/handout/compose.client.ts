import { titleOf, type Basket } from './basket.ts';
import type { FoundItem } from './items.client.ts';

/** One part of the handout, from the top of a sheet or running on, ready to be laid out or made into Word. */
export interface Part {
  element: HTMLElement;
  /** Item of the basket it is; empty for cover, contents, questions, answers. */
  item: string;
  title: string;
  address: string;
}

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

const digits = '〇一二三四五六七八九';
const chinese = (value: number): string => `${value >= 20 ? digits.charAt(Math.floor(value / 10)) : ''}${value >= 10 ? '十' : ''}${value % 10 || value === 0 ? digits.charAt(value % 10) : ''}`;

const screenOnly = '[hidden],script,style,template,details,.tools,.toc-here,.kick,.acts,.sn,.cite-tools,.cite-edition,.note-lines,.facts-screen,[data-screen],add-to-basket,read-aloud,nav,.files,.print-link,.where';

/** Takes off what belongs to the screen, writes out what style sheets count, and makes ids unique in the whole handout. */
function prepare(element: Element, prefix: string): void {
  element.querySelectorAll(screenOnly).forEach((found) => found.remove());
  element.querySelectorAll('h2[id],h3[id]').forEach((heading) => {
    const [, section, sub] = /^s(\d+)(?:-(\d+))?$/.exec(heading.id) || [];
    if (section) heading.prepend(make('span', sub ? `（${chinese(Number(sub))}）` : `${chinese(Number(section))}、`, 'rank'));
  });
  element.querySelectorAll('ol').forEach((list) => Array.from(list.children).forEach((child, at) => ((child as HTMLLIElement).value = (list.start || 1) + at)));
  element.querySelectorAll('[id]').forEach((found) => (found.id = prefix + found.id));
  element.querySelectorAll('a[href^="#"]').forEach((link) => link.setAttribute('href', `#${prefix}${(link.getAttribute('href') || '').slice(1)}`));
  element.querySelectorAll('[for],[name]').forEach((found) => {
    found.removeAttribute('for');
    found.removeAttribute('name');
  });
}

/** A quotation as it stands in a text: words, who said them where and when, sources. */
function quotation(article: Element): HTMLElement {
  const section = make('section');
  const figure = make('figure', '', 'quote');
  const block = make('blockquote');
  block.append(make('p', article.querySelector('h1')?.textContent || ''));
  figure.append(block, make('figcaption', article.getAttribute('data-search-note') || ''));
  const note = Array.from(article.querySelectorAll('dl > div')).find((row) => row.firstElementChild?.textContent === '辨析');
  const notes = article.querySelector('.notes');
  section.append(figure);
  if (note) section.append(make('p', `辨析：${note.lastElementChild?.textContent || ''}`, 'note'));
  if (notes) section.append(notes);
  return section;
}

/** An item's element with its heading; a text keeps its article, the rest become short sections. */
function bodyOf(found: FoundItem): { element: HTMLElement; small: boolean } {
  const folder = found.item.split('/')[0];
  const { element } = found;
  if (element.tagName === 'ARTICLE' && folder !== 'quotes') return { element: element as HTMLElement, small: false };
  if (folder === 'quotes') return { element: quotation(element), small: true };
  const section = make('section');
  const heading = element.querySelector('h1,h2,h3');
  if (folder === 'glossary' || folder === 'timeline') heading?.remove();
  element.querySelectorAll('time').forEach((time) => folder === 'timeline' && time.remove());
  section.append(...Array.from(element.childNodes));
  return { element: section, small: folder === 'glossary' || folder === 'timeline' };
}

function cover(basket: Basket): HTMLElement {
  const section = make('section', '', 'cover');
  section.append(make('h1', titleOf(basket)));
  const lines = make('div', '', 'cover-lines');
  for (const line of [basket.unit, basket.names, basket.date]) if (line.trim()) lines.append(make('p', line.trim()));
  section.append(lines);
  return section;
}

/** The head of a handout without a cover: title and what else the reader wrote. */
function head(basket: Basket): HTMLElement {
  const section = make('section', '', 'handout-head');
  section.append(make('h1', titleOf(basket)));
  const line = [basket.unit, basket.date, basket.names].map((words) => words.trim()).filter(Boolean).join('　');
  if (line) section.append(make('p', line, 'lead'));
  return section;
}

function contents(parts: Part[]): HTMLElement {
  const section = make('section', '', 'handout-contents');
  const list = make('ol');
  parts.forEach((part, at) => {
    const entry = make('li');
    const link = make('a');
    link.href = `#${part.element.id}`;
    link.append(make('span', part.title, 'name'), make('span', String(at + 1), 'at'));
    entry.append(link);
    list.append(entry);
  });
  section.id = 'contents';
  section.append(make('h2', '目录'), list);
  return section;
}

/** Sections of the same kind from all items, each under the title of its item. */
function collected(parts: Part[], selector: string, title: string, className: string): HTMLElement | undefined {
  const section = make('section', '', className);
  section.append(make('h2', title));
  for (const part of parts) {
    const found = part.element.querySelector(selector);
    const list = found?.querySelector('ol');
    if (list) section.append(make('h3', part.title), list);
    found?.remove();
  }
  return section.querySelector('ol') ? section : undefined;
}

/**
 * Puts a handout together from its items: cover, contents, items in order, gathered questions, answers on a last sheet of
 * their own. The elements of `found` are used up.
 */
export function compose(basket: Basket, found: FoundItem[], origin: string): Part[] {
  const { sheet } = basket;
  let ran = false;
  const parts = found.map((item, at): Part => {
    const { element, small } = bodyOf(item);
    const prefix = `i${at + 1}-`;
    prepare(element, prefix);
    element.id = `i${at + 1}`;
    element.className = `item${small ? ' small' : ''}`;
    element.dataset.item = item.item;
    if (!small || !ran) element.dataset.top = '';
    ran = small;
    const title = element.querySelector('h1');
    if (!title && item.kind !== '论述') element.prepend(make(small ? 'h2' : 'h1', item.title));
    const printed = element.querySelector('print-facts');
    const address = item.path ? origin + item.path : '';
    if (printed && address) printed.textContent = address;
    if (!sheet.questions) element.querySelectorAll('.questions,.self-test,.test-answers').forEach((part) => part.remove());
    if (!sheet.answers) element.querySelectorAll('.test-answers').forEach((part) => part.remove());
    if (!sheet.sources) element.querySelectorAll('.notes,sup.ref,.src').forEach((part) => part.remove());
    return { element, item: item.item, title: item.title, address };
  });
  const after: Part[] = [];
  const add = (element: HTMLElement | undefined, title: string, id: string) => {
    if (!element) return;
    element.id = id;
    element.dataset.top = '';
    after.push({ element, item: '', title, address: '' });
  };
  if (basket.gathered) add(collected(parts, '.questions', '研讨题', 'questions gathered'), '研讨题', 'questions');
  add(collected(parts, '.test-answers', '自测答案', 'test-answers gathered'), '自测答案', 'answers');
  if (sheet.notes === 'lines') {
    const lines = make('section', '', 'note-lines');
    lines.append(make('h2', '笔记'), ...Array.from({ length: 14 }, () => make('i')));
    add(lines, '笔记', 'note-lines');
  }
  const before: Part[] = [];
  const first = basket.cover ? cover(basket) : head(basket);
  before.push({ element: first, item: '', title: '', address: '' });
  if (basket.contents && parts.length > 0) {
    const list = contents([...parts, ...after]);
    if (basket.cover) list.dataset.top = '';
    before.push({ element: list, item: '', title: '目录', address: '' });
  }
  const opening = parts[0]?.element;
  if (opening && !basket.cover && !basket.contents) delete opening.dataset.top;
  return [...before, ...parts, ...after];
}
