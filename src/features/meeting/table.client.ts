import { all, make, wordsOf } from './dom.client.ts';

/** A table apart: its body to be cut by rows, its head to be repeated, and the same as cards for narrow screens. */
export interface TableParts {
  body: HTMLElement;
  head: HTMLElement | undefined;
  cards: HTMLElement;
}

/** Takes a cleaned table apart. A card is a row with the heads of its columns written out. */
export function tableParts(table: HTMLElement): TableParts {
  const head = table.querySelector('thead') || undefined;
  const names = head ? all(head, 'th').map((cell) => wordsOf(cell)) : [];
  const cards = make('div', 'cards');
  all(table, 'tbody tr').forEach((row) => {
    const card = make('div', 'card');
    Array.from(row.children).forEach((cell, at) => {
      if (!wordsOf(cell)) return;
      const line = make('p', at === 0 ? 'first' : '');
      if (names[at]) line.append(make('b', 'name', `${names[at]}：`));
      line.append(...Array.from(cell.cloneNode(true).childNodes));
      card.append(line);
    });
    cards.append(card);
  });
  head?.remove();
  // Words of a column that are few stay on one line, or the column is squeezed to single characters.
  [table, head].forEach((part) => part && all(part, 'th,td').forEach((cell) => cell.classList.toggle('short', wordsOf(cell).length <= 5)));
  return { body: table, head, cards };
}

/** Puts beside each value of a chart's table a bar as long as the one of the drawing. */
export function addBars(table: HTMLElement, figure: Element): void {
  const shares = new Map(all<SVGElement>(figure, 'svg rect.bar').map((bar) => [bar.getAttribute('data-row'), parseFloat(bar.getAttribute('width') || '0') / 76]));
  all(table, 'tbody tr').forEach((row, at) => {
    const share = shares.get(String(at));
    const cell = row.children[1];
    if (share === undefined || !cell) return;
    const bar = make('span', 'bar');
    bar.style.setProperty('--share', `${Math.round(share * 100)}%`);
    bar.setAttribute('aria-hidden', 'true');
    cell.append(bar);
  });
}
