/** The three sheets a page can be printed on. */
export type SheetKind = 'handout' | 'large' | 'official';

/** What a reader chooses before printing. */
export interface SheetOptions {
  kind: SheetKind;
  /** Discussion questions and self-test. */
  questions: boolean;
  /** Answers to the self-test, on a last page of their own. */
  answers: boolean;
  /** Room for notes: none, ruled lines at the end, or a wide margin. */
  notes: 'none' | 'lines' | 'margin';
  /** The list of sources at the end; without it the marks go too. */
  sources: boolean;
  columns: boolean;
  /** Mirrored margins for both sides of the paper. */
  duplex: boolean;
  /** The reader's own notes and highlights beside their paragraphs. */
  own: boolean;
}

export const defaultSheet: SheetOptions = { kind: 'handout', questions: true, answers: true, notes: 'none', sources: true, columns: false, duplex: false, own: false };

/** Whether a handout of several items is set in two columns: only on the sheet whose lines are long enough for it. */
export const hasColumns = ({ kind, columns }: SheetOptions): boolean => columns && kind === 'handout';

/** Millimetres of margin: top, outer, bottom, binding edge. The official sheet is GB/T 9704—2012: 版心 156 × 225 mm. */
export const margins: Record<SheetKind, readonly [number, number, number, number]> = {
  handout: [24, 19.6, 22, 21],
  large: [20, 18, 20, 21],
  official: [37, 26, 35, 28],
};

/** Millimetres of the binding edge that belong to the sheet: Chromium clips what reaches into the page margin, and the paragraph numbers stand there. */
export const numberColumn = 10;

/** Millimetres added to the outer margin where a reader wants a wide one for notes. */
export const noteMargin = 38;

/** Whether per-side page margins are safe: Chromium 109 gives the first page's to all pages or breaks before every block. */
const sideMargins = (css: Pick<typeof CSS, 'supports'> | undefined): boolean => Boolean(css?.supports('text-box-trim', 'trim-both'));

/** Margins of a sheet as CSS, its left one without the `column` that belongs to the sheet. */
export function pageMargin({ kind, notes }: SheetOptions, column = numberColumn): string {
  const [top, outer, bottom, binding] = margins[kind];
  return `${top}mm ${outer + (notes === 'margin' ? noteMargin : 0)}mm ${bottom}mm ${binding - column}mm`;
}

/**
 * The `@page` rules of a sheet. Paragraph numbers need a column inside the sheet, so the left margin is that much narrower
 * than the type area's edge. With `duplex`, odd pages bind left and even ones right, where the browser can do it. The
 * official sheet numbers — 1 — right on odd and left on even pages and has no running head. A page that brings paper of its
 * own has no `column` of paragraph numbers, and its margin has to be set in its own rule: of several important ones Chromium
 * takes the first.
 */
export function pageRules(options: SheetOptions, css?: Pick<typeof CSS, 'supports'>, column = numberColumn): string[] {
  const [, outer, , binding] = margins[options.kind];
  const right = outer + (options.notes === 'margin' ? noteMargin : 0);
  const rules = [`@page{size:A4;margin:${pageMargin(options, column)}}`];
  if (options.kind === 'official') {
    const number = 'content:"— " counter(page) " —";font:14pt SimSun,serif;vertical-align:top;padding-top:7mm';
    rules.push('@page{@top-left{content:""}@top-center{content:""}@top-right{content:""}@bottom-center{content:""}}');
    rules.push(`@page :right{@bottom-left{content:""}@bottom-right{${number};padding-right:14pt}}`);
    rules.push(`@page :left{@bottom-right{content:""}@bottom-left{${number};padding-left:calc(14pt + ${column}mm)}}`);
  }
  if (options.duplex && sideMargins(css)) rules.push(`@page :left{margin-left:${right - column}mm;margin-right:${binding}mm}`);
  return rules;
}

/** Attributes of the root element that the print style sheet reads. Absent means the default. */
export function sheetAttributes(options: SheetOptions): Record<string, string> {
  return {
    ...(options.kind !== 'handout' && { 'data-sheet': options.kind }),
    ...(!options.questions && { 'data-no-questions': '' }),
    ...(!options.answers && { 'data-no-answers': '' }),
    ...(!options.sources && { 'data-no-sources': '' }),
    ...(options.notes === 'lines' && { 'data-note-lines': '' }),
    ...(options.columns && { 'data-columns': '' }),
    ...(options.own && { 'data-own': '' }),
  };
}

const kinds: readonly string[] = ['handout', 'large', 'official'];

/** Reads options from stored or linked text. Whatever is missing, damaged or unknown falls back to the default. */
export function parseSheet(text: string | null | undefined): SheetOptions {
  let found: Record<string, unknown>;
  try {
    found = JSON.parse(text || '{}') as Record<string, unknown>;
  } catch (_error) {
    return defaultSheet;
  }
  if (!found || typeof found !== 'object') return defaultSheet;
  const flag = (name: 'questions' | 'answers' | 'sources' | 'columns' | 'duplex' | 'own') => (typeof found[name] === 'boolean' ? (found[name] as boolean) : defaultSheet[name]);
  return {
    kind: typeof found.kind === 'string' && kinds.includes(found.kind) ? (found.kind as SheetKind) : defaultSheet.kind,
    notes: typeof found.notes === 'string' && ['none', 'lines', 'margin'].includes(found.notes) ? (found.notes as SheetOptions['notes']) : defaultSheet.notes,
    questions: flag('questions'),
    answers: flag('answers'),
    sources: flag('sources'),
    columns: flag('columns'),
    duplex: flag('duplex'),
    own: flag('own'),
  };
}
