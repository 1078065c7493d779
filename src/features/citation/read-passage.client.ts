import type { Passage } from './passage.ts';

/** What stands in a block but is not its text. */
const besides = '.n, .pmenu, sup.ref, .sn, rt, ul, ol, [hidden]';

const clean = (text: string | null): string => (text || '').replace(/\s+/g, ' ').replace(/^ | $/g, '');

/** The text of an element without numbers, marks, notes and the lists inside it. */
function ownText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll(besides).forEach((part) => part.remove());
  return clean(copy.textContent);
}

/** The items of a list, one a line; those of lists inside it are set in. */
function itemsOf(list: Element, indent = ''): string[] {
  const lines: string[] = [];
  Array.from(list.children).forEach((item, at) => {
    lines.push(`${indent}${list.tagName === 'OL' ? `${at + 1}. ` : '· '}${ownText(item)}`);
    Array.from(item.children).forEach((inner) => {
      if (/^[OU]L$/.test(inner.tagName)) lines.push(...itemsOf(inner, `${indent}　`));
    });
  });
  return lines;
}

/** A quotation with speaker, occasion and date: "“……”——习近平，……，2019年8月4日。" */
const quotationOf = (quoted: string, line: string): string => `${quoted}——${line}。`;

function wordsOf(block: HTMLElement): string[] {
  if (/^[OU]L$/.test(block.tagName)) return itemsOf(block);
  const quoted = block.querySelector('blockquote');
  const line = block.querySelector('figcaption > span');
  if (quoted && line) return [quotationOf(ownText(quoted), ownText(line))];
  // The page of a quotation names both for search.
  const { searchTitle, searchNote } = block.dataset;
  if (searchTitle && searchNote) return [quotationOf(searchTitle, searchNote)];
  return [ownText(block)];
}

/** The entries of the notes that a block cites, in its order, as the page shows them; notes of our own words are left out. */
function sourcesOf(block: HTMLElement): string[] {
  const cited = Array.from(block.querySelectorAll('sup.ref a')).map((mark): Element | null => (block.ownerDocument || document).getElementById(`n${(mark.textContent || '').replace(/\D/g, '')}`));
  const entries: (Element | null)[] = cited.length > 0 ? cited : Array.from(block.querySelectorAll('.notes li'));
  return entries
    .filter((entry, at) => entry && entry.querySelector('.cite') && entries.indexOf(entry) === at)
    .map((entry) => clean(entry && entry.lastElementChild && entry.lastElementChild.textContent));
}

const meta = (property: string): string => {
  const found = document.querySelector(`meta[property="${property}"]`);
  return (found && found.getAttribute('content')) || '';
};

/** The address of this page, or of one of its blocks; `?p=` because some apps drop fragments. */
export const addressHere = (block?: HTMLElement): string => {
  const number = block && block.dataset.n;
  return location.origin + location.pathname + (number ? `?p=${number}` : '');
};

/** A block as it can be handed on, read from the page, so that the page need not carry its words twice. `address` is that of another page the block was read from. */
export const readPassage = (block: HTMLElement, address = addressHere(block)): Passage => ({
  words: wordsOf(block),
  sources: sourcesOf(block),
  title: block.dataset.searchNote ? '' : meta('og:title'),
  site: meta('og:site_name'),
  address,
});
