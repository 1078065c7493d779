import { breaksOf, type Break } from './breaks.ts';
import { lineStart, piecesOf, type Piece } from './galley.client.ts';

/** Cuts a text before some of its lines; returns its parts in order, the first being the element itself, the others beside it. */
function divided(element: HTMLElement, places: { node: Text; offset: number }[]): HTMLElement[] {
  const parts = [element];
  for (const { node, offset } of [...places].reverse()) {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(element, element.childNodes.length);
    const rest = element.cloneNode(false) as HTMLElement;
    rest.removeAttribute('id');
    rest.classList.add('cont');
    rest.append(range.extractContents());
    element.classList.add('cut');
    if (parts.length > 1) rest.classList.add('cut');
    element.after(rest);
    parts.splice(1, 0, rest);
  }
  return parts;
}

/** Sets the widths of a table's columns, so that its parts on several sheets keep them. */
function fixColumns(table: HTMLTableElement): void {
  const row = table.tHead?.rows[0] || table.rows[0];
  if (!row || table.dataset.fixed !== undefined) return;
  table.dataset.fixed = '';
  const group = document.createElement('colgroup');
  for (const cell of Array.from(row.cells)) {
    const column = document.createElement('col');
    column.setAttribute('width', String(Math.round(cell.getBoundingClientRect().width)));
    column.span = cell.colSpan;
    group.append(column);
  }
  table.prepend(group);
}

/** The parents of an element inside the galley, outermost first. */
function parentsOf(element: Element, galley: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let parent = element.parentElement; parent && parent !== galley; parent = parent.parentElement) found.unshift(parent);
  return found;
}

/** Fills one sheet: each element under copies of its parents, which are marked where they go on from the sheet before. */
function fill(body: HTMLElement, elements: HTMLElement[], parents: ReadonlyMap<HTMLElement, HTMLElement[]>, seen: Set<HTMLElement>): void {
  const copies = new Map<HTMLElement, HTMLElement>();
  for (const element of elements) {
    let place = body;
    for (const parent of parents.get(element) || []) {
      let copy = copies.get(parent);
      if (!copy) {
        copy = parent.cloneNode(false) as HTMLElement;
        if (seen.has(parent)) {
          copy.removeAttribute('id');
          copy.classList.add('cont');
        }
        seen.add(parent);
        if (parent instanceof HTMLTableElement) for (const child of Array.from(parent.children)) if (child.tagName === 'COLGROUP' || child.tagName === 'THEAD') copy.append(child.cloneNode(true));
        copies.set(parent, copy);
        place.append(copy);
      }
      place = copy;
    }
    place.append(element);
  }
}

/** The elements of each sheet, texts divided where a sheet ends inside them. */
function dealt(pieces: Piece[], breaks: Break[]): HTMLElement[][] {
  const places = new Map<number, { node: Text; offset: number }[]>();
  for (const { unit, line } of breaks) {
    const place = line > 0 && pieces[unit] ? lineStart(pieces[unit].element, line) : undefined;
    if (place) places.set(unit, [...(places.get(unit) || []), place]);
  }
  const sheets: HTMLElement[][] = [];
  let next = 0;
  pieces.forEach((piece, at) => {
    const parts = places.has(at) ? divided(piece.element, places.get(at) || []) : [piece.element];
    for (let part = 0; part < parts.length; part += 1) {
      const start = breaks[next];
      if (start && start.unit === at && (part > 0 || start.line === 0)) {
        sheets.push([]);
        next += 1;
      }
      sheets[sheets.length - 1]?.push(parts[part]!);
    }
  });
  return sheets;
}

/**
 * Lays a galley out on sheets. Reads all geometry first and moves elements afterwards: 50 sheets are two layouts of the
 * browser. Returns the bodies of the sheets; the galley is empty then.
 */
export function layOut(galley: HTMLElement, height: number): HTMLElement[] {
  galley.querySelectorAll('table').forEach(fixColumns);
  const pieces = piecesOf(galley, height * 0.7);
  const sheets = dealt(pieces, breaksOf(pieces, height));
  const parents = new Map<HTMLElement, HTMLElement[]>();
  for (const sheet of sheets) for (const element of sheet) parents.set(element, parentsOf(element, galley));
  const seen = new Set<HTMLElement>();
  return sheets.map((elements) => {
    const body = document.createElement('div');
    body.className = 'body';
    fill(body, elements, parents, seen);
    return body;
  });
}
