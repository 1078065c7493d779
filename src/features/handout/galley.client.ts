import type { Unit } from './breaks.ts';

/** A unit with the element it stands for. */
export interface Piece extends Unit {
  element: HTMLElement;
}

const whole = 'figure,svg,img,tr,.facts,.step,.asides,h1,h2,h3,h4,figcaption,legend,dl > div,.notes li,.questions li,.timeline li,.handout-contents li,.cover,.note-lines i,fieldset';
const keeping = 'h1,h2,h3,h4,.chart > figcaption,legend,.how,.handout-head .lead';
const inlineTags = /^(?:A|STRONG|B|EM|DEL|SUP|BR|SPAN|SMALL|TIME|I|CITE|LABEL|INPUT|PRINT-FACTS)$/;

const hasBlocks = (element: Element): boolean => Array.from(element.children).some((child) => !inlineTags.test(child.tagName));
const hasLooseText = (element: Element): boolean => Array.from(element.childNodes).some((node) => node.nodeType === 3 && (node.textContent || '').trim());

/** Text nodes that stand on the line: not those of raised marks. */
function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, 4);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.textContent && !(node.parentElement && node.parentElement.closest('sup'))) found.push(node as Text);
  return found;
}

/** Centres of the lines of a text, top to bottom, measured from the window. */
function centres(element: Element): number[] {
  const range = document.createRange();
  const pitch = parseFloat(getComputedStyle(element).lineHeight) || 20;
  const found: number[] = [];
  for (const node of textNodes(element)) {
    range.selectNodeContents(node);
    for (const rect of Array.from(range.getClientRects())) {
      const centre = rect.top + rect.height / 2;
      if (rect.width > 0 && (found.length === 0 || centre > found[found.length - 1]! + pitch / 2)) found.push(centre);
    }
  }
  return found;
}

/** Tops of the lines of a text, from the galley's top; what has one line is not divided. */
function lineTops(element: Element, origin: number): number[] {
  const pitch = parseFloat(getComputedStyle(element).lineHeight) || 20;
  const found = centres(element).map((centre) => centre - origin - pitch / 2);
  return found.length > 3 ? found : [];
}

/** Where a text can be cut. */
export interface Place {
  node: Node;
  offset: number;
}

/** The same place before what belongs to its line but is no text of it: marks that have come down with it, the room of a write-in. */
function beforeMarks(node: Node, element: Element, border: number): Place {
  let at = node;
  for (;;) {
    const before = at.previousSibling;
    const parent = at.parentNode;
    if (!before && parent && parent !== element) at = parent;
    else if (before instanceof Element && (before.matches('.line > .gap') || (before.matches('sup,.gap') && before.getBoundingClientRect().top > border - 2))) at = before;
    else return parent ? { node: parent, offset: Array.from(parent.childNodes).indexOf(at as ChildNode) } : { node, offset: 0 };
  }
}

/** The place in the text at which a line begins. Binary search: a long paragraph costs a dozen measurements. */
export function lineStart(element: Element, line: number): Place | undefined {
  const all = centres(element);
  const pitch = parseFloat(getComputedStyle(element).lineHeight) || 20;
  const border = (all[line] ?? 0) - pitch / 2;
  const range = document.createRange();
  const isBelow = (node: Text, offset: number): boolean => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1];
    return Boolean(rect && rect.top + rect.height / 2 > border);
  };
  for (const node of textNodes(element)) {
    const length = node.data.length;
    if (!isBelow(node, length - 1)) continue;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(node, middle)) high = middle;
      else low = middle + 1;
    }
    return low > 0 ? { node, offset: low } : beforeMarks(node, element, border);
  }
  return undefined;
}

/**
 * Reads the geometry of a galley: all content in one column as wide as the sheet. Nothing is changed, so that the browser
 * lays it out once. What is higher than `most` is looked into even if it is otherwise kept whole.
 */
export function piecesOf(galley: HTMLElement, most: number): Piece[] {
  const origin = galley.getBoundingClientRect().top;
  const pieces: Piece[] = [];
  const visit = (element: HTMLElement, opens: boolean) => {
    const rect = element.getBoundingClientRect();
    const first = opens || element.dataset.top !== undefined;
    if (rect.height === 0) return;
    const divisible = element.tagName !== 'TR' && !element.matches('.cover') && (!element.matches(whole) || rect.height > most) && element.tagName !== 'svg';
    if (divisible && hasBlocks(element) && !hasLooseText(element)) {
      const from = pieces.length;
      let next = first;
      for (const child of Array.from(element.children) as HTMLElement[]) {
        if (child.tagName === 'THEAD' || child.tagName === 'COLGROUP') continue;
        const before = pieces.length;
        visit(child, next);
        if (pieces.length > before) next = false;
      }
      // Borders and paddings of what encloses belong to its first and last piece.
      const head = pieces[from];
      const last = pieces[pieces.length - 1];
      if (head && last && pieces.length > from) {
        head.top = Math.min(head.top, rect.top - origin);
        last.bottom = Math.max(last.bottom, rect.bottom - origin);
      }
      return;
    }
    const table = element.tagName === 'TR' ? element.closest('table') : null;
    const head = table?.tHead;
    const inTable = head && element.parentElement !== head ? head.getBoundingClientRect().height : 0;
    const isFirstRow = Boolean(table?.tBodies[0] && table.tBodies[0].rows[0] === element);
    pieces.push({
      element,
      top: rect.top - origin - (isFirstRow ? inTable : 0),
      bottom: rect.bottom - origin,
      first,
      keep: element.matches(keeping),
      repeated: isFirstRow ? 0 : inTable,
      lines: () => (divisible || rect.height > most ? lineTops(element, origin) : []),
    });
  };
  for (const child of Array.from(galley.children) as HTMLElement[]) visit(child, false);
  return pieces;
}
