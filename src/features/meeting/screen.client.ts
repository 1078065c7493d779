import { cut, cuttable, type Cuttable } from './cut.client.ts';
import { make } from './dom.client.ts';
import { cutUp } from './breaks.ts';
import type { Piece } from './piece.ts';

/** One screen: a stretch of a piece at a size. */
export interface Screen {
  from: number;
  to: number;
  /** Size of its letters in pixels. */
  size: number;
  cards: boolean;
}

/** A piece laid out for one size of the room's screen. */
export interface LaidOut {
  screens: Screen[];
  draw: (at: number) => HTMLElement;
}

/** Sizes as shares of the screen's height, from the largest. The last is what a room can still read: 4 % and a little, against rounding. */
const sizes: Record<Piece['kind'], number[]> = {
  title: [0.1, 0.085, 0.07, 0.06, 0.05],
  question: [0.085, 0.075, 0.065, 0.056],
  quote: [0.08, 0.07, 0.06, 0.052, 0.046],
  step: [0.06, 0.054, 0.048],
  end: [0.07, 0.06, 0.05],
  text: [0.064, 0.058, 0.052, 0.047],
  answer: [0.06, 0.052, 0.046],
  table: [0.056, 0.05, 0.045],
};
const leastShare = 0.0405;
/** Characters a line should have room for; more important than large letters, since nobody reads a column of words. */
const line = 13;
/** A column of a table narrower than this many characters is no column. */
const column = 5.5;

/** Builds the screen. `mark` says which part of the piece it is: "2/3". */
function build(piece: Piece, source: Cuttable, { from, to, size, cards }: Screen, mark: string, least: number): HTMLElement {
  const frame = make('section', `screen is-${piece.kind}`);
  frame.style.setProperty('--size', `${size}px`);
  frame.style.setProperty('--least', `${least}px`);
  const running = make('p', 'running', piece.running);
  const body = make('div', 'body');
  const inner = make('div', 'inner');
  if (piece.heading && from === 0) inner.append(make('h2', 'heading', piece.heading));
  if (piece.number || mark) {
    const label = make('p', 'label', piece.number ? `第${piece.number}段` : '');
    if (mark) label.append(make('small', '', piece.number ? ` 续${mark}` : mark));
    inner.append(label);
  }
  const content = cut(source, from, to);
  content.classList.add('content');
  if (!cards && piece.head) content.insertBefore(piece.head.cloneNode(true), content.firstChild);
  inner.append(content);
  if (piece.caption) inner.append(make('p', 'caption', piece.caption));
  body.append(inner);
  frame.append(running, body);
  if (piece.sources.length > 0) frame.append(make('p', 'sources', `出处：${piece.sources.join('；')}`));
  return frame;
}

/** Lays pieces out in `host`, an invisible place exactly as large as the one on which they will be shown. */
export class Layout {
  private host: HTMLElement;
  private height: number;
  /** The smallest letters, in pixels. */
  private least: number;

  constructor(host: HTMLElement, height: number) {
    this.host = host;
    this.height = height;
    this.least = Math.ceil(height * leastShare * 4) / 4;
  }

  private holds(frame: HTMLElement): boolean {
    this.host.textContent = '';
    this.host.append(frame);
    const body = frame.querySelector<HTMLElement>('.body');
    const fits = (element: HTMLElement) => element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
    return body !== null && fits(body) && fits(frame);
  }

  /** The line of sources shortened until it leaves the room to the text. */
  private withSources(piece: Piece): Piece {
    const source = cuttable(make('p'));
    for (let many = piece.sources.length; many > 0; many -= 1) {
      const rest = piece.sources.length - many;
      const shown = { ...piece, sources: [...piece.sources.slice(0, many), ...(rest > 0 ? [`另有${rest}处，见讲义`] : [])] };
      this.host.textContent = '';
      this.host.append(build(shown, source, { from: 0, to: 0, size: 10, cards: false }, '', this.least));
      const place = this.host.querySelector<HTMLElement>('.sources');
      if (place && place.offsetHeight <= this.height * 0.12) return shown;
    }
    return { ...piece, sources: piece.sources.length > 0 ? [`${piece.sources.length}处，见讲义`] : [] };
  }

  /** Cuts a piece into as few screens as its letters allow, and chooses the largest letters with which it needs one only. */
  layOut(given: Piece): LaidOut {
    const piece = this.withSources(given);
    const { least } = this;
    const widest = Math.max(least, this.host.clientWidth / line);
    const shares = sizes[piece.kind].map((share) => Math.min(widest, Math.max(least, Math.floor(this.height * share))));
    const tried = [...shares, least].filter((size, at, list) => list.indexOf(size) === at);
    const whole = (size: number, source: Cuttable, cards: boolean): LaidOut | undefined => {
      const screen = { from: 0, to: source.length, size, cards };
      return this.holds(build(piece, source, screen, '', least)) ? { screens: [screen], draw: () => build(piece, source, screen, '', least) } : undefined;
    };
    const cutAt = (size: number, source: Cuttable, cards: boolean): LaidOut => {
      const fits = (from: number, to: number) => this.holds(build(piece, source, { from, to, size, cards }, '99/99', least));
      const screens = cutUp(source.breaks, fits).map(([from, to]) => ({ from, to, size, cards }));
      return { screens, draw: (at) => build(piece, source, screens[at] as Screen, screens.length > 1 ? `${at + 1}/${screens.length}` : '', least) };
    };
    /** The largest letters with which it takes no more screens than with the smallest. */
    const cutWell = (source: Cuttable, cards: boolean): LaidOut => {
      const fewest = cutAt(least, source, cards);
      for (const size of tried) {
        if (size === least) break;
        const larger = cutAt(size, source, cards);
        if (larger.screens.length === fewest.screens.length && larger.screens.every((screen) => this.holds(build(piece, source, screen, '99/99', least)))) return larger;
      }
      return fewest;
    };
    const columns = piece.head ? piece.head.querySelectorAll('th').length : 0;
    const asTable = !piece.cards || this.host.clientWidth >= columns * column * least;
    const rows = cuttable(piece.body, Boolean(piece.head));
    if (asTable) {
      for (const size of tried) {
        const found = whole(size, rows, false);
        if (found) return found;
      }
      const found = cutWell(rows, false);
      if (!piece.cards || found.screens.every((screen) => this.holds(build(piece, rows, screen, '99/99', least)))) return found;
    }
    const cards = cuttable(piece.cards as HTMLElement);
    for (const size of tried) {
      const found = whole(size, cards, true);
      if (found) return found;
    }
    return cutWell(cards, true);
  }
}
