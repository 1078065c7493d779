import { formulationFinder, type FormulationFinding } from '../../text/formulations.ts';
import type { Corpus, EntryFile, TextFile } from '../corpus.ts';
import { formulationRows, statesForms } from '../forms.ts';
import { filesOf, memory } from '../memory.ts';
import { passagesOf, seen, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

type Dated = { date?: unknown; speaker?: unknown; office?: unknown } | null;

/** The year of the entry a field belongs to. */
function yearOf(file: TextFile | EntryFile, passage: Passage): number | undefined {
  const entries = file.kind === 'entries' ? file.data.value : undefined;
  const entry = Array.isArray(entries) && typeof passage.path?.[0] === 'number' ? (entries[passage.path[0]] as Dated) : undefined;
  const year = Number(String(entry?.date ?? '').slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

/** All passages of a file as one text with the offsets of the file, so that lists over several items or fields are seen. */
function joined(passages: readonly Passage[], length: number): string {
  let text = '';
  for (const passage of passages) text += '\n'.repeat(Math.max(0, passage.from - text.length)) + passage.text;
  return text.padEnd(length, '\n');
}

const problem = (file: string, place: { line: number; column: number }, { level, found, right }: FormulationFinding): Problem => ({
  file,
  ...place,
  level,
  message: `“${found.replace(/\s+/g, '')}”与规范表述不合`,
  hint: right,
  rule: 'formulation',
});

/** What is looked for in a file. */
function finder(corpus: Corpus): (file: TextFile | EntryFile) => Problem[] {
  const rows = formulationRows(corpus);
  const findOrders = formulationFinder(rows.filter((row) => row.kind === 'order'));
  const findOthers = formulationFinder(rows.filter((row) => row.kind !== 'order'));
  /** A quotation's office against its speaker and date: they stand in fields of their own. */
  const offices = (file: EntryFile): Problem[] =>
    (Array.isArray(file.data.value) ? (file.data.value as Dated[]) : []).flatMap((quote, at) => {
      if (typeof quote?.office !== 'string' || typeof quote.speaker !== 'string' || typeof quote.date !== 'string') return [];
      return findOthers(quote.office + quote.speaker, Number(quote.date.slice(0, 4))).map((finding) => problem(file.file, file.data.at([at, 'office']), finding));
    });
  return (file) => {
    const passages = passagesOf(file).filter((passage) => !statesForms(passage));
    const lists = findOrders(seen(joined(passages, file.raw.length))).map((finding) => problem(file.file, position(file.raw, finding.from), finding));
    const rest = passages.flatMap((passage) =>
      findOthers(seen(passage.text), yearOf(file, passage)).map((finding) => problem(file.file, position(file.raw, passage.from + finding.from), finding)),
    );
    return [...lists, ...rest, ...(file.kind === 'entries' && file.collection === 'quotes' ? offices(file) : [])];
  };
}

const remembered = memory();

/** Orders, lists, wordings and offices that are fixed, as content/formulations.yaml has them. */
export const formulation: Check = {
  rules: [{ name: 'formulation', level: '错误或提醒', what: '四项的次序和全称、五无乡、当时职务等规范表述（content/formulations.yaml）', exemptible: true }],
  run: (corpus) => {
    const tables = filesOf(corpus, ['formulations']);
    let find: ((file: TextFile | EntryFile) => Problem[]) | undefined;
    return [...corpus.texts, ...corpus.entryFiles].flatMap((file) => remembered(file, tables, () => (find ??= finder(corpus))(file)));
  },
};
