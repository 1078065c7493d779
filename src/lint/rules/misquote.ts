import { formulationFinder } from '../../text/formulations.ts';
import { misquoteFinder } from '../../text/misquotes.ts';
import type { Corpus } from '../corpus.ts';
import { formulationRows, misquoteRows, statesForms } from '../forms.ts';
import { filesOf, memory } from '../memory.ts';
import { passagesOf, seen, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

type Find = (passage: Passage) => Problem[];

/** What is looked for in a passage. Where the table of formulations sees the same fault, it speaks alone. */
function finder(corpus: Corpus): Find {
  const rows = misquoteRows(corpus);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const find = misquoteFinder(rows);
  const findFormulations = formulationFinder(formulationRows(corpus));
  return (passage) => {
    const text = seen(passage.text);
    const found = find(text);
    const fixed = found.length > 0 ? findFormulations(text) : [];
    return found
      .filter(({ from, to }) => !fixed.some((other) => other.from < to && from < other.to))
      .map(({ id, from, to }): Problem => {
        const row = byId.get(id);
        return {
          file: passage.file,
          ...position(passage.raw, passage.from + from),
          level: '错误',
          message: `“${text.slice(from, to)}”是误引（${id}）${row?.correct ? `，应作“${row.correct}”` : ''}`,
          hint: `${row?.right ?? ''}正文就在讲这个误引的，前一行写免检和理由`,
          rule: 'misquote',
        };
      });
  };
}

const remembered = memory();

/** Known wrong forms anywhere in the content. */
export const misquote: Check = {
  rules: [{ name: 'misquote', level: '错误', what: '误引辨正（content/misquotes.yaml）里记下的错误写法', exemptible: true }],
  run: (corpus) => {
    const tables = filesOf(corpus, ['misquotes', 'formulations']);
    let find: Find | undefined;
    return [...corpus.texts, ...corpus.entryFiles].flatMap((file) =>
      remembered(file, tables, () => passagesOf(file).filter((passage) => !statesForms(passage)).flatMap((find ??= finder(corpus)))),
    );
  },
};
