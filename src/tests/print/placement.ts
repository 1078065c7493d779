import type { getDocumentProxy } from 'unpdf';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Sheet = Awaited<ReturnType<Pdf['getPage']>>;

/** A run of text of a sheet, in millimetres from its upper left corner, and whether it is a heading's. */
export interface Run {
  text: string;
  left: number;
  right: number;
  base: number;
  size: number;
  heading: boolean;
}

interface Node {
  role?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

/** Ids of marked contents by whether they belong to a heading. Heads and feet of sheets are in no such tree. */
function idsOf(node: Node, heading: boolean, found: Map<string, boolean>): Map<string, boolean> {
  const within = heading || /^H\d?$/.test(node.role ?? '');
  if (node.type === 'content' && node.id) found.set(node.id, within);
  for (const child of node.children ?? []) idsOf(child, within, found);
  return found;
}

const mm = 25.4 / 72;

/** The text that belongs to the document itself, as it stands on a sheet of a tagged PDF. */
export async function runsOf(sheet: Sheet): Promise<Run[]> {
  const tree = (await sheet.getStructTree()) as Node | null;
  const ids = tree ? idsOf(tree, false, new Map()) : new Map<string, boolean>();
  const height = sheet.view[3]!;
  const open: (boolean | undefined)[] = [];
  const runs: Run[] = [];
  for (const item of (await sheet.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const heading = [...open].reverse().find((mark) => mark !== undefined);
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
      if (heading !== undefined && item.str.trim()) runs.push({ text: item.str, left: x * mm, right: (x + item.width) * mm, base: (height - y) * mm, size: Math.abs(size) * mm, heading });
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item && item.id ? ids.get(item.id as string) : undefined);
  }
  return runs;
}

/** Runs that reach into the margins, in millimetres: top, right, bottom, left. The blank half of a bracket or stop at a line's end may. */
export function outside(runs: readonly Run[], sheet: Sheet, [top, right, bottom, left]: readonly number[]): string[] {
  const [, , width = 0, height = 0] = sheet.view.map((point) => point * mm);
  return runs.filter((run) => run.left < left! - 1 || run.right > width - right! + 0.6 * run.size + 0.3 || run.base < top! || run.base > height - bottom! + 0.5).map(({ text }) => text);
}

/** Headings with nothing of the text below them on their sheet. */
export function orphans(runs: readonly Run[]): string[] {
  const lowest = Math.max(0, ...runs.filter(({ heading }) => !heading).map(({ base }) => base));
  return runs.filter(({ heading, base }) => heading && base > lowest).map(({ text }) => text);
}
