import type { FoundItem } from './items.client.ts';
import { qrSvg } from '../../components/qr.ts';

export const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

const digits = '〇一二三四五六七八九';
const chinese = (value: number): string => `${value >= 20 ? digits.charAt(Math.floor(value / 10)) : ''}${value >= 10 ? '十' : ''}${value % 10 || value === 0 ? digits.charAt(value % 10) : ''}`;

const screenOnly = '[hidden],script,style,template,details,.tools,.toc-here,.kick,.acts,.sn,.cite-tools,.cite-edition,.note-lines,.facts-screen,[data-screen],add-to-basket,read-aloud,nav,.files,.print-link,.where';

/** Takes off what belongs to the screen, writes out what style sheets count, and makes ids unique in the whole handout. */
export function prepare(element: Element, prefix: string): void {
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

/** The blank form of a form's page, to be filled in; how to use it stays on the page, whose address the form bears. */
function blankForm(article: Element, address: string): HTMLElement {
  const section = make('section');
  const paper = article.querySelector('.paper');
  if (!paper) return article as HTMLElement;
  const title = paper.querySelector('.title');
  if (title) title.replaceWith(make('h1', title.textContent || '', 'title'));
  const use = paper.querySelector('.use');
  if (use) use.textContent = `用法：${address}`;
  section.append(paper);
  return section;
}

/** Completes what a text says of itself with its full address, and a QR code to it where the build did not know the address. */
export function writeAddress(element: Element, address: string): void {
  const facts = element.querySelector('print-facts');
  if (!facts) return;
  facts.textContent = address;
  if (element.querySelector('.sheet-qr')) return;
  const place = make('span', '', 'printed sheet-qr');
  place.innerHTML = qrSvg(address, '本页二维码');
  facts.before(place);
}

/** Items that follow each other on a sheet, where others begin on a new one. */
export const isSmall = (item: string): boolean => /^(?:quotes|glossary|timeline)\//.test(item);

/** An item's element with its heading; a text keeps its article, the rest become short sections. The source is left as it is. */
export function bodyOf(found: FoundItem, address: string): HTMLElement {
  const folder = found.item.split('/')[0];
  const element = found.source.cloneNode(true) as HTMLElement;
  if (folder === 'forms') return blankForm(element, address);
  if (folder === 'quotes') return quotation(element);
  if (element.tagName === 'ARTICLE') return element;
  const section = make('section');
  if (isSmall(found.item)) element.querySelector('h1,h2,h3')?.remove();
  if (folder === 'timeline') element.querySelectorAll('time').forEach((time) => time.remove());
  section.append(...Array.from(element.childNodes));
  return section;
}
