import { formulationFinder, type FormulationFinding, type FormulationRow } from '../../text/formulations.ts';
import { entriesOf, type Corpus } from '../corpus.ts';
import { passagesOf, seen, type Passage } from '../passages.ts';
import { formulationRows, statesForms } from '../forms.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

/** The year of the entry a field belongs to. */
function yearOf(corpus: Corpus): (passage: Passage) => number | undefined {
  const files = new Map(corpus.entryFiles.map((file) => [file.file, file.data.value]));
  return ({ file, path }) => {
    const entries = files.get(file);
    const entry = Array.isArray(entries) && typeof path?.[0] === 'number' ? (entries[path[0]] as { date?: unknown } | undefined) : undefined;
    const year = Number(String(entry?.date ?? '').slice(0, 4));
    return Number.isInteger(year) && year > 0 ? year : undefined;
  };
}

/** A quotation's office against its speaker and date: they stand in fields of their own. */
function checkOffices(corpus: Corpus, rows: readonly FormulationRow[]): Problem[] {
  const find = formulationFinder(rows);
  return entriesOf<{ speaker: string; office: string; date: string }>(corpus, 'quotes').flatMap(({ file, index, value }) => {
    if (typeof value.office !== 'string' || typeof value.speaker !== 'string' || typeof value.date !== 'string') return [];
    return find(value.office + value.speaker, Number(value.date.slice(0, 4))).map((finding): Problem => ({
      file: file.file,
      ...file.data.at([index, 'office']),
      level: finding.level,
      message: `“${finding.found}”与规范表述不合`,
      hint: finding.right,
      rule: 'formulation',
    }));
  });
}

/** All passages of a file as one text with the offsets of the file, so that lists over several items or fields are seen. */
function joined(passages: readonly Passage[], length: number): string {
  let text = '';
  for (const passage of passages) text += '\n'.repeat(Math.max(0, passage.from - text.length)) + passage.text;
  return text.padEnd(length, '\n');
}

/** Orders, lists, wordings and offices that are fixed, as content/formulations.yaml has them. */
export const formulation: Check = {
  rules: [{ name: 'formulation', level: '错误或提醒', what: '四项的次序和全称、五无乡、当时职务等规范表述（content/formulations.yaml）', exemptible: true }],
  run: (corpus) => {
    const rows = formulationRows(corpus);
    const findOrders = formulationFinder(rows.filter((row) => row.kind === 'order'));
    const findOthers = formulationFinder(rows.filter((row) => row.kind !== 'order'));
    const year = yearOf(corpus);
    const found = [...corpus.texts, ...corpus.entryFiles].flatMap((file) => {
      const passages = passagesOf(file).filter((passage) => !statesForms(passage));
      const report = (offset: number, { level, found: words, right }: FormulationFinding): Problem => ({
        file: file.file,
        ...position(file.raw, offset),
        level,
        message: `“${words.replace(/\s+/g, '')}”与规范表述不合`,
        hint: right,
        rule: 'formulation',
      });
      const lists = findOrders(seen(joined(passages, file.raw.length))).map((finding) => report(finding.from, finding));
      const rest = passages.flatMap((passage) => findOthers(seen(passage.text), year(passage)).map((finding) => report(passage.from + finding.from, finding)));
      return [...lists, ...rest];
    });
    return [...found, ...checkOffices(corpus, rows)];
  },
};
