import { slack } from './columns.ts';
import type { Part } from './compose.client.ts';
import { frameOf, pad, pixels, sheetHeight, type Frame } from './furniture.client.ts';
import { hasColumns, type SheetOptions } from './sheet.ts';
import { layOut } from './sheets.client.ts';

/** Parts that follow each other from the top of a sheet, laid out. What is the same in the next handout stays as it stands. */
export interface Chapter {
  key: string;
  holder: HTMLElement;
  frame: Frame;
  sheets: HTMLElement[];
  /** What the head of each sheet names: what it opens with, or what goes on. */
  heads: string[];
  /** Attempts it took; more than one where more stood on a sheet than was measured. */
  turns: number;
}

const make = (className: string): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  return element;
};

/** What two handouts must have in common for a chapter of one to serve in the other. */
export const keyOf = (parts: readonly Part[], sheet: SheetOptions): string => [sheet.kind, sheet.notes === 'margin', hasColumns(sheet), ...parts.map(({ key }) => key)].join('\n');

/** Parts by the sheet they have to begin on. */
export function chaptersOf(parts: readonly Part[]): Part[][] {
  const chapters: Part[][] = [];
  parts.forEach((part, at) => {
    if (at === 0 || part.top) chapters.push([part]);
    else chapters[chapters.length - 1]!.push(part);
  });
  return chapters;
}

function headsOf(bodies: HTMLElement[], parts: readonly Part[]): string[] {
  const titles = new Map(parts.filter(({ id }) => id).map(({ id, title }) => [id, title]));
  let running = '';
  return bodies.map((body) => {
    const opens = Array.from(body.children).flatMap((child) => titles.get(child.id) || []);
    const first = body.firstElementChild;
    const named = first && !first.classList.contains('cont') ? titles.get(first.id) || '' : running;
    running = opens[opens.length - 1] || named;
    return named;
  });
}

function sheetOf(body: HTMLElement, frame: Frame, className = 'sheet'): HTMLElement {
  const sheet = document.createElement('section');
  sheet.className = className;
  sheet.append(body);
  pad(sheet, frame, false);
  return sheet;
}

/** Margins of a blank form, which brings its own paper; one drawn across is turned, its top to the binding edge. */
const formFrames = { upright: { top: 18, right: 15, bottom: 16, left: 10 }, turned: { top: 15, right: 15, bottom: 15, left: 9 } };

/** A blank form: its tables stand on one or two sheets as its author says, smaller by what is too much. */
function layForm(element: HTMLElement, paper: HTMLElement, holder: HTMLElement): { frame: Frame; sheets: HTMLElement[] } {
  const turned = paper.classList.contains('landscape');
  const frame = formFrames[turned ? 'turned' : 'upright'];
  const tables = Array.from(paper.children);
  const back = tables.findIndex((table) => table.classList.contains('back'));
  const papers = [paper];
  if (back > 0) {
    const second = paper.cloneNode(false) as HTMLElement;
    second.append(...tables.slice(back));
    papers.push(second);
  }
  const sheets = papers.map((page, at) => {
    const part = at === 0 ? element : (element.cloneNode(false) as HTMLElement);
    if (at > 0) {
      part.removeAttribute('id');
      part.classList.add('cont');
    }
    const box = make('paper-box');
    box.append(page);
    part.append(box);
    const body = make('body');
    body.append(part);
    return sheetOf(body, frame, turned ? 'sheet form turned' : 'sheet form');
  });
  holder.append(...sheets);
  const room = pixels(turned ? 210 - 19 - frame.right : 297 - frame.top - frame.bottom);
  const high = papers.map(({ offsetHeight }) => offsetHeight);
  papers.forEach((page, at) => high[at]! > room && page.style.setProperty('--mm', `${Math.floor((room / high[at]!) * 990) / 1000}mm`));
  return { frame, sheets };
}

/** Attempts at a chapter, and at one sheet of it; what is too high for any sheet is left so. How even columns come out shows only on the sheet. */
const mostAttempts = (columns: boolean): { chapter: number; sheet: number } => (columns ? { chapter: 30, sheet: 6 } : { chapter: 8, sheet: 3 });

/**
 * Lays parts out on sheets below `root`. Where more stands on a sheet than was measured, the chapter is laid out again with
 * that sheet taken to be lower.
 */
export function layChapter(root: HTMLElement, parts: readonly Part[], sheet: SheetOptions): Chapter {
  const holder = make('chapter');
  const key = keyOf(parts, sheet);
  const elements = parts.map((part) => part.element());
  root.append(holder);
  const paper = elements[0]?.querySelector<HTMLElement>('.paper');
  if (elements[0]?.classList.contains('blank') && paper) {
    const { frame, sheets } = layForm(elements[0], paper, holder);
    return { key, holder, frame, sheets, heads: sheets.map(() => parts[0]?.title || ''), turns: 1 };
  }
  const frame = frameOf(sheet);
  const most = mostAttempts(hasColumns(sheet));
  const height = pixels(sheetHeight - frame.top - frame.bottom);
  const originals = elements.map((element) => element.cloneNode(true) as HTMLElement);
  const less: number[] = [];
  const tries: number[] = [];
  for (let turns = 1; ; turns += 1) {
    const galley = make('galley');
    pad(galley, { ...frame, top: 0, bottom: 0 }, false);
    galley.append(...(turns === 1 ? elements : originals.map((element) => element.cloneNode(true) as HTMLElement)));
    holder.textContent = '';
    holder.append(galley);
    const bodies = layOut(galley, height, less, hasColumns(sheet));
    const sheets = bodies.map((body) => sheetOf(body, frame));
    holder.textContent = '';
    holder.append(...sheets);
    const heights = bodies.map((body) => body.getBoundingClientRect().height);
    const over = heights.findIndex((found, at) => found > height + 0.5 && (tries[at] ?? 0) < most.sheet);
    if (over < 0 || turns === most.chapter) return { key, holder, frame, sheets, heads: headsOf(bodies, parts), turns };
    tries[over] = (tries[over] ?? 0) + 1;
    const before = less[over] ?? 0;
    less.length = over;
    less[over] = tries[over] === most.sheet ? 0 : before + heights[over]! - height + (hasColumns(sheet) ? slack : 1);
  }
}

/** All parts one after the other without sheets, for a browser in which laying out fails: its own print divides them. */
export function unpagedChapter(parts: readonly Part[]): HTMLElement {
  const holder = make('chapter unpaged');
  const body = make('body');
  body.append(...parts.map((part) => part.element(true)));
  holder.append(body);
  return holder;
}
