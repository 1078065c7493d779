import { titleOf, type Basket } from './basket.ts';
import { margins, noteMargin, numberColumn, type SheetOptions } from './sheet.ts';

/** Margins of what stands on a sheet, in millimetres. */
export interface Frame {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Millimetres of a sheet on the screen: a hair less than A4, lest a browser that rounds up print an empty page after it. */
export const sheetHeight = 296.8;

/** Room for text on a sheet and its place; what the sheet lacks of A4 comes off the foot, so that the room is all of the type area. The column of paragraph numbers is part of it. */
export function frameOf(sheet: SheetOptions): Frame {
  const [top, outer, bottom, binding] = margins[sheet.kind];
  return { top, bottom: bottom - (297 - sheetHeight), left: binding - numberColumn, right: outer + (sheet.notes === 'margin' ? noteMargin : 0) };
}

/** Millimetres in CSS pixels. */
export const pixels = (millimetres: number): number => (millimetres * 96) / 25.4;

/** Gives the galley or a sheet its margins. Through the object model: the security policy forbids style attributes. Even sheets are mirrored for printing on both sides. */
export function pad(element: HTMLElement, { top, right, bottom, left }: Frame, mirrored: boolean): void {
  const sides = mirrored ? [right - numberColumn, left + numberColumn] : [left, right];
  const padding = `${top}mm ${sides[1]}mm ${bottom}mm ${sides[0]}mm`;
  if (element.dataset.padding !== padding) element.style.padding = padding;
  element.dataset.padding = padding;
}

const write = (sheet: HTMLElement, tag: 'header' | 'footer', className: string, words: string[]): void => {
  let line = sheet.querySelector<HTMLElement>(`:scope > ${tag}`);
  if (!line) {
    line = document.createElement(tag);
    sheet.append(line);
  }
  if (line.className !== className) line.className = className;
  if (line.dataset.words === words.join('\n')) return;
  line.dataset.words = words.join('\n');
  line.textContent = '';
  for (const word of words) line.appendChild(document.createElement('span')).textContent = word;
};

/** Writes or corrects head and foot of a sheet. The official one has a number alone, right on odd and left on even sheets. */
export function furnish(sheet: HTMLElement, number: number, total: number, basket: Basket, running: string): void {
  if (sheet.querySelector('.cover')) return;
  if (basket.sheet.kind === 'official') return write(sheet, 'footer', `folio ${number % 2 ? 'odd' : 'even'}`, [`— ${number} —`]);
  const title = titleOf(basket);
  // A form turned across reaches up to where the head would stand.
  if (!sheet.classList.contains('turned')) write(sheet, 'header', 'run', [title, running === title ? '' : running]);
  write(sheet, 'footer', 'folio', [`第 ${number} 页　共 ${total} 页`]);
}
