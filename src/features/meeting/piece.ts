/** One step of a plan's agenda, with what only its leader sees. Minutes count from the start of its part. */
export interface Step {
  title: string;
  lead: string;
  from: number;
  to: number;
  /** The occasion of a plan that has several. */
  part: number;
  hints: string[];
  expect: string[];
}

export type PieceKind = 'title' | 'text' | 'quote' | 'table' | 'step' | 'question' | 'answer' | 'end';

/** What the group has before it at one time: a paragraph, a quotation, a table, a question, a step of the agenda. */
export interface Piece {
  kind: PieceKind;
  /** Names the place across visits and builds: "cases/xiadang#p12". */
  key: string;
  /** The number of the paragraph as the handout has it; empty where there is none. */
  number: string;
  /** What stands small above: the section, or the text a paragraph is taken from. */
  running: string;
  /** The heading that begins here, shown on the first screen. */
  heading: string;
  body: HTMLElement;
  /** The same as single cards, for screens on which a table is too narrow. */
  cards?: HTMLElement;
  /** Row of column heads, repeated on each screen of a table. */
  head?: HTMLElement;
  /** Who said a quotation, where and when. */
  caption: string;
  sources: string[];
  /** Whether somebody reads it aloud, and the turn passes on. */
  aloud: boolean;
  /** Place in the steps of the programme; -1 outside of an agenda. */
  step: number;
  part: number;
}

/** One occasion: what it is called, and how long it is to take. */
export interface Part {
  when: string;
  minutes: number;
}

/** Everything that is shown at one meeting, in order. */
export interface Programme {
  title: string;
  /** Address below the base to which one returns. */
  path: string;
  pieces: Piece[];
  steps: Step[];
  parts: Part[];
  /** Whether the minutes are planned, not counted from the length of the text. */
  planned: boolean;
}

/** Characters that a practised reader reads aloud in a minute; the plans are checked against the same pace. */
const pace = 220;

/** How long reading aloud takes, in whole minutes. */
export function readingMinutes(pieces: readonly Piece[]): number {
  const characters = pieces.reduce((sum, { aloud, body }) => sum + (aloud ? (body.textContent || '').length : 0), 0);
  return Math.max(1, Math.ceil(characters / pace));
}
