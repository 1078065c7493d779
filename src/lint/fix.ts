import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyTree } from './body-tree.ts';
import { readCorpus, readText, type EntryFile, type TextFile } from './corpus.ts';
import { exemptedBy } from './exemptions.ts';
import { fixesIn, type Fix } from './fixes.ts';
import { fieldOf, passagesOf, type Passage } from './passages.ts';
import { position } from './problem.ts';
import { hanIn, quotedIn, shortestQuotation, wordsIn } from './quoted-passages.ts';
import { readYaml } from './yaml-data.ts';

/** One change that was made: where, what stood there, what stands there now. */
export interface Change {
  file: string;
  line: number;
  column: number;
  before: string;
  after: string;
}

/** Registered wordings are evidence: no program changes them, nor the fields that a program compares them with. */
const untouched = (passage: Passage): boolean =>
  (passage.collection === 'quotes' && fieldOf(passage) === 'text') || fieldOf(passage) === 'hide' || passage.collection === 'misquotes' || passage.collection === 'formulations';

/** YAML whose text differs from its value has escapes or folded lines, in which a quotation mark is not just a mark. */
const isPlain = (file: TextFile | EntryFile, passage: Passage): boolean =>
  passage.kind !== 'field' || file.data.texts.some((text) => text.value === passage.text && text.path.join('/') === passage.path?.join('/'));

/** The safe changes outside what may be a quotation: its words and marks are for the author to compare, not for a program. */
function fixesOutsideQuotations(passage: Passage): Fix[] {
  if (passage.setOff) return [];
  const quotations = quotedIn(passage.text).filter((run) => hanIn(wordsIn(passage.text, run)) >= shortestQuotation);
  return fixesIn(passage.text).filter(({ from, before }) => !quotations.some((run) => from >= run.from && from + before.length <= run.to));
}

/** Whether a changed file still reads: its YAML and its MDX. */
function stillReads(file: TextFile | EntryFile, raw: string): boolean {
  if (file.kind === 'entries') return readYaml(raw).errors.length === 0;
  const now = readText(file.collection, file.file, raw);
  return now.data.errors.length === 0 && bodyTree(now).tree !== undefined;
}

/**
 * Mends what is safe below `root`/content: half-width punctuation beside Han characters, straight quotation marks in pairs,
 * three dots, spaces between Han characters and digits. Never touches quotations, registered or not, code or exempted places.
 * Writes only the files that change; running it again changes nothing.
 */
export function fixContent(root: string): Change[] {
  const corpus = readCorpus(root);
  const isExempted = exemptedBy(corpus);
  return [...corpus.texts, ...corpus.entryFiles].flatMap((file) => {
    const edits = passagesOf(file)
      .filter((passage) => !untouched(passage) && isPlain(file, passage))
      .flatMap((passage) => fixesOutsideQuotations(passage).map((fix) => ({ ...fix, from: passage.from + fix.from })))
      .map((fix) => ({ ...fix, ...position(file.raw, fix.from) }))
      .filter((fix) => !isExempted(fix.rule, file.file, fix.line))
      .sort((a, b) => b.from - a.from);
    if (edits.length === 0) return [];
    const raw = edits.reduce((text, { from, before, after }) => text.slice(0, from) + after + text.slice(from + before.length), file.raw);
    if (!stillReads(file, raw)) return [];
    writeFileSync(join(root, file.file), raw);
    return edits.reverse().map(({ line, column, before, after }) => ({ file: file.file, line, column, before, after }));
  });
}
