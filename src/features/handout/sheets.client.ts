import { breaksOf, type Break } from './breaks.ts';
import { halved, slack } from './columns.ts';
import { lineStart, piecesOf, type Piece, type Place } from './galley.client.ts';

/** Cuts a text before some of its lines; returns its parts in order, the first being the element itself, the others beside it. */
function divided(element: HTMLElement, places: Place[]): HTMLElement[] {
  const parts = [element];
  for (const { node, offset } of [...places].reverse()) {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(element, element.childNodes.length);
    const rest = element.cloneNode(false) as HTMLElement;
    rest.removeAttribute('id');
    rest.classList.add('cont');
    rest.append(range.extractContents());
    element.classList.add('goes-on');
    if (parts.length > 1) rest.classList.add('goes-on');
    element.after(rest);
    parts.splice(1, 0, rest);
  }
  return parts;
}

/** Sets the columns of tables that go on over sheets to the widths they have, so that their parts keep them. Reads first, writes then. */
function fixColumns(tables: HTMLTableElement[]): void {
  const rows = tables.map((table) => table.tHead?.rows[0] || table.rows[0]);
  const widths = rows.map((row) => Array.from(row ? row.cells : []).map((cell) => ({ width: cell.getBoundingClientRect().width, span: cell.colSpan })));
  tables.forEach((table, at) => {
    if (table.querySelector('colgroup')) return;
    const group = document.createElement('colgroup');
    for (const { width, span } of widths[at] || []) {
      const column = document.createElement('col');
      column.style.width = `${width / span}px`;
      column.span = span;
      group.append(column);
    }
    table.prepend(group);
    table.classList.add('set');
  });
}

/** The parents of an element inside the galley, outermost first. */
function parentsOf(element: Element, galley: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let parent = element.parentElement; parent && parent !== galley; parent = parent.parentElement) found.unshift(parent);
  return found;
}

/** Marks what stands at the edges of a sheet: margins and paddings of enclosing elements do not count there. */
function markEdges(body: HTMLElement): void {
  for (let element = body.firstElementChild; element; element = element.firstElementChild) element.classList.add('at-top');
  for (let element = body.lastElementChild; element; element = element.lastElementChild) element.classList.add('at-end');
}

/** Fills one sheet: each element under copies of its parents, which are marked where they go on from the sheet before or to the next. */
function fill(body: HTMLElement, elements: HTMLElement[], parents: ReadonlyMap<HTMLElement, HTMLElement[]>, before: Map<HTMLElement, HTMLElement>): void {
  const copies = new Map<HTMLElement, HTMLElement>();
  for (const element of elements) {
    let place = body;
    for (const parent of parents.get(element) || []) {
      let copy = copies.get(parent);
      if (!copy) {
        copy = parent.cloneNode(false) as HTMLElement;
        const begun = before.get(parent);
        if (begun) {
          begun.classList.add('more');
          copy.removeAttribute('id');
          copy.classList.add('cont');
        }
        before.set(parent, copy);
        if (parent instanceof HTMLTableElement) for (const child of Array.from(parent.children)) if (child.tagName === 'COLGROUP' || child.tagName === 'THEAD') copy.append(child.cloneNode(true));
        copies.set(parent, copy);
        place.append(copy);
      }
      place = copy;
    }
    place.append(element);
  }
  markEdges(body);
}

/** Whether a piece stands in a column; sheets.css and sheet-frame.css let the same run across both, and leave a plan, a table of steps, alone. */
const inColumn = (element: Element): boolean => element.closest('.prose') !== null && !element.closest('.plan,.scroll,.chart,.facts,.events');

/** The elements of each sheet, texts divided where a sheet ends inside them. */
function dealt(pieces: Piece[], breaks: Break[]): HTMLElement[][] {
  const places = new Map<number, Place[]>();
  for (const { unit, line } of breaks) {
    const place = line > 0 && pieces[unit] ? lineStart(pieces[unit].element, line) : undefined;
    if (place) places.set(unit, [...(places.get(unit) || []), place]);
  }
  fixColumns(Array.from(new Set(breaks.map(({ unit }) => pieces[unit]?.element.closest('table')))).filter((table): table is HTMLTableElement => Boolean(table)));
  const sheets: HTMLElement[][] = [];
  let next = 0;
  pieces.forEach((piece, at) => {
    const parts = places.has(at) ? divided(piece.element, places.get(at) || []) : [piece.element];
    for (let part = 0; part < parts.length; part += 1) {
      const start = breaks[next];
      if (start && start.unit === at && (part > 0 || start.line === 0 || parts.length === 1)) {
        sheets.push([]);
        next += 1;
      }
      sheets[sheets.length - 1]?.push(parts[part]!);
    }
  });
  return sheets;
}

/**
 * Lays a galley out on sheets, `less` pixels lower than `height` where it says so. Reads all geometry first and moves
 * elements afterwards, so that the browser lays the galley out once. With `columns` running text stands in two, for which the
 * galley has to be as narrow. Returns the bodies of the sheets; the galley is empty then.
 */
export function layOut(galley: HTMLElement, height: number, less: readonly number[], columns: boolean): HTMLElement[] {
  const pieces = piecesOf(galley, height * 0.7);
  const placed = columns ? halved(pieces, pieces.map(({ element }) => inColumn(element))) : pieces;
  const sheets = dealt(pieces, breaksOf(placed, columns ? height - slack : height, less));
  const parents = new Map<HTMLElement, HTMLElement[]>();
  for (const sheet of sheets) for (const element of sheet) parents.set(element, parentsOf(element, galley));
  const before = new Map<HTMLElement, HTMLElement>();
  return sheets.map((elements) => {
    const body = document.createElement('div');
    body.className = 'body';
    fill(body, elements, parents, before);
    return body;
  });
}
