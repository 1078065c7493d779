import { formulationFinder } from '../../text/formulations.ts';
import { misquoteFinder } from '../../text/misquotes.ts';
import { formulationRows, misquoteRows, statesForms } from '../forms.ts';
import { allPassages, seen } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

/** Known wrong forms anywhere in the content. Where the table of formulations sees the same fault, it speaks alone. */
export const misquote: Check = {
  rules: [{ name: 'misquote', level: '错误', what: '误引辨正（content/misquotes.yaml）里记下的错误写法', exemptible: true }],
  run: (corpus) => {
    const rows = misquoteRows(corpus);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const findFormulations = formulationFinder(formulationRows(corpus));
    const find = misquoteFinder(rows);
    return allPassages(corpus)
      .filter((passage) => !statesForms(passage))
      .flatMap((passage) => {
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
      });
  },
};
