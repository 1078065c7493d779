import { showFootBar } from '../../../components/foot-bar.client.ts';
import { norm } from '../../../text/norm.ts';
import { markWords, unmark } from './mark-words.ts';

/** So many words, and so long ones, are marked; an address can hold anything. */
const mostWords = 8;
const longestWord = 100;

/** The words of ?hl=, in normal form. */
const asked = (): string[] =>
  (new URLSearchParams(location.search).get('hl') || '')
    .split(' ')
    .map(norm)
    .filter((word) => word !== '' && word.length <= longestWord)
    .slice(0, mostWords);

/** The first place at or behind what the address points at; the first of the page where it points at nothing. */
function firstPlace(places: readonly HTMLElement[][]): number {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!target) return 0;
  const at = places.findIndex(([mark]) => mark !== undefined && Boolean(target.compareDocumentPosition(mark) & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)));
  return Math.max(0, at);
}

const seen = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight - 60;
};

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}

/** Marks the words that led here from a search, and lets the reader go through them or clear them, also by Esc. */
export function highlight(): void {
  const words = asked();
  if (words.length === 0) return;
  const places = markWords(Array.from(document.querySelectorAll('[data-pagefind-body]')), words);
  if (places.length === 0) return;
  let at = firstPlace(places);
  const bar = document.createElement('div');
  bar.className = 'hlbar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '检索词');
  const count = document.createElement('span');
  const show = () => {
    count.textContent = `检索词 ${at + 1}/${places.length}`;
    places.forEach((marks, number) => marks.forEach((mark) => mark.classList.toggle('here', number === at)));
  };
  const go = (step: number) => {
    at = (at + step + places.length) % places.length;
    const [mark] = places[at] || [];
    if (mark) mark.scrollIntoView({ block: 'center' });
    show();
  };
  const clear = () => {
    unmark(places);
    bar.remove();
    document.removeEventListener('keydown', escape);
    const address = new URL(location.href);
    address.searchParams.delete('hl');
    history.replaceState(history.state, '', address.href);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) clear();
  };
  bar.append(count);
  if (places.length > 1) bar.append(button('上一处', () => go(-1)), button('下一处', () => go(1)));
  bar.append(button('清除', clear));
  showFootBar(bar);
  document.addEventListener('keydown', escape);
  const [first] = places[at] || [];
  if (first && !seen(first)) first.scrollIntoView({ block: 'center' });
  show();
}
