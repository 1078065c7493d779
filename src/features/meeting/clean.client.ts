import { all, make, wordsOf } from './dom.client.ts';

/** What belongs to reading alone: numbers, marks, notes, buttons. */
const readingOnly = 'a.n,sup.ref,.sn,.acts,.tools,.lines,.print-only,[aria-hidden="true"],[hidden],script,style,template,add-to-basket,copy-citation,read-aloud,button,input,details';
const blocks = ['DIV', 'UL', 'OL', 'LI', 'DL', 'TABLE', 'THEAD', 'TBODY', 'TR', 'FIGURE', 'SECTION', 'BLOCKQUOTE'];

/** Runs of white space between blocks are no text; those inside a line become one space. */
function tidy(element: Element): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const empty: Node[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const alone = !node.data.trim() && node.parentElement && blocks.indexOf(node.parentElement.tagName) >= 0 && (node.parentElement.tagName !== 'LI' || !node.previousSibling || !node.nextSibling);
    if (alone) empty.push(node);
    else node.data = node.data.replace(/[ \t\n\r]+/g, ' ');
  }
  empty.forEach((node) => node.parentNode?.removeChild(node));
}

/** The sources a block names, shortened to what can be read from a chair: number and title. */
export function sourcesOf(block: Element, notes: ParentNode): string[] {
  const inPlace = all(block, '.sn').map((note) => ({ number: wordsOf(note.querySelector('b')), words: wordsOf(note).replace(wordsOf(note.querySelector('b')), '') }));
  const listed = all(block, 'sup.ref a[href^="#n"]').map((link) => {
    const entry = notes.querySelector(`[id="${(link.getAttribute('href') || '').slice(1)}"]`);
    return { number: wordsOf(link), words: wordsOf(entry?.querySelector('.cite') || entry?.querySelector('.num + span')) };
  });
  const found = new Map<string, string>();
  for (const { number, words } of [...inPlace, ...listed]) if (words && !found.has(number)) found.set(number, shortened(words));
  return Array.from(found, ([number, words]) => `${number} ${words}`);
}

/** A bibliographic entry up to its type mark: author and title. Our own descriptions of pages stand in brackets, which go. */
export const shortened = (words: string): string => {
  const entry = words.replace(/\[(?:M|N|J|D|R|A|S|Z|EB|C|G)(?:\/OL)?\].*$/, '').trim();
  return entry.replace(/\[([^\]]+)\]$/, '$1').replace(/[.．。]\s*$/, '');
};

/**
 * A copy of a block as it is shown to a room: no marks, no ids, and no links, since a tap must turn the screen and nothing
 * else. Items of ordered lists keep their numbers when they are cut apart.
 */
export function cleaned(block: Element): HTMLElement {
  const copy = block.cloneNode(true) as HTMLElement;
  all(copy, readingOnly).forEach((found) => found.remove());
  all(copy, 'a').forEach((link) => {
    const span = make('span', link.className);
    span.append(...Array.from(link.childNodes));
    link.replaceWith(span);
  });
  all(copy, 'ol').concat(copy.tagName === 'OL' ? [copy] : []).forEach((list) => Array.from(list.children).forEach((item, at) => ((item as HTMLLIElement).value = ((list as HTMLOListElement).start || 1) + at)));
  [copy, ...all(copy, '*')].forEach((element) => ['id', 'tabindex', 'role', 'aria-label', 'lang'].forEach((name) => element.removeAttribute(name)));
  tidy(copy);
  return copy;
}
