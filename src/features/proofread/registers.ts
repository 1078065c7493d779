import { formulationFinder, type FormulationRow, type OrderRow } from '../../text/formulations.ts';
import { matches } from '../../text/matches.ts';
import { misquoteFinder } from '../../text/misquotes.ts';
import { normalForm, originalRange } from '../../text/normal-form.ts';
import type { KnownMisquote, KnownQuotation } from './data.ts';
import type { Finding } from './finding.ts';

/** Places where the text has a wording of the register of misquotations. */
export function misquoteFindings(misquotes: readonly KnownMisquote[], known: ReadonlyMap<string, KnownQuotation>): (text: string) => Finding[] {
  const find = misquoteFinder(misquotes);
  const byId = new Map(misquotes.map((misquote) => [misquote.id, misquote]));
  return (text) =>
    find(text).flatMap(({ id, from, to }): Finding[] => {
      const misquote = byId.get(id);
      if (!misquote) return [];
      // Where one number or word stands for another, a digit before it makes it a different number.
      if (/[0-9]/.test(text.charAt(from)) && /[0-9.]/.test(text.charAt(from - 1))) return [];
      const quotation = known.get(misquote.quotes[0] ?? '');
      return [
        {
          kind: 'misquote',
          from,
          to,
          message: `${misquote.seen === '常见' ? '常见的误引' : '容易弄混'}：${misquote.right}`,
          misquote: id,
          ...(misquote.correct && { right: misquote.correct }),
          ...(quotation && { source: quotation.source, quote: quotation.id }),
        },
      ];
    });
}

/** How all names of a row end: 下基层. */
const tailOf = (items: readonly string[]): string => {
  let tail = items[0] ?? '';
  while (tail && !items.every((item) => item.endsWith(tail))) tail = tail.slice(1);
  return tail;
};

const numerals = '〇一二三四五六七八九';

/**
 * Lists of the names of an order row that are not in full: one shortened, or one left out where the text says how many
 * there are (四下基层, 四项). Names are known by their first and last two characters and their common end, as 宣传…政策下基层.
 */
function incomplete(text: string, row: OrderRow): Finding[] {
  const tail = tailOf(row.items);
  if (tail.length < 2 || !text.includes(tail)) return [];
  const normal = normalForm(text);
  const places = row.items
    .flatMap((name, item) => {
      const { form } = normalForm(name);
      const head = form.slice(0, -tail.length);
      const [first, last] = [head.slice(0, 2), head.slice(-2)];
      const short = head.length > 4 ? `(?:${first}.{0,${head.length - 4}}?(?:${last})?|${last}${first})${tail}` : form;
      return matches(normal.form, new RegExp(short, 'g')).map(({ text: words, from }) => ({ item, from, to: from + words.length, full: words === form }));
    })
    .sort((a, b) => a.from - b.from);
  const lists: (typeof places)[] = [];
  for (const place of places) {
    const list = lists[lists.length - 1];
    if (list && place.from - (list[list.length - 1]?.to ?? 0) <= 3) list.push(place);
    else lists.push([place]);
  }
  const counted = new RegExp(`${numerals.charAt(row.items.length)}(?:${tail}|项|个)`);
  return lists.flatMap((list): Finding[] => {
    const named = new Set(list.map(({ item }) => item));
    const [first, last] = [list[0]?.from ?? 0, list[list.length - 1]?.to ?? 0];
    const claims = counted.test(normal.form.slice(Math.max(0, first - 40), last + 20));
    const lacking = row.items.filter((_item, at) => !named.has(at));
    if (named.size < 3 || lacking.length > 1 || (lacking.length === 1 && !claims)) return [];
    const shortened = list.filter(({ full }) => !full).map(({ item }) => row.items[item]);
    if (lacking.length === 0 && shortened.length === 0) return [];
    const said = lacking.length > 0 ? `只列了${named.size}项，少“${lacking.join('、')}”。` : `“${shortened.join('、')}”没有写全。`;
    return [{ kind: 'formulation', ...originalRange(normal, first, last), message: `${said}${row.message}。`, right: row.items.join('，') }];
  });
}

/** Places where the text departs from the table of fixed formulations. */
export function formulaFindings(rows: readonly FormulationRow[]): (text: string) => Finding[] {
  const find = formulationFinder(rows);
  const orders = rows.filter((row) => row.kind === 'order');
  const wordings = new Map(rows.flatMap((row): [string, string][] => (row.kind === 'order' ? [[row.id, row.items.join('，')]] : row.kind === 'parts' ? [[row.id, row.items.join('、')]] : [])));
  return (text) => {
    const found = find(text).map(({ row, right, from, to }): Finding => {
      const wording = wordings.get(row);
      return { kind: 'formulation', from, to, message: `${right.replace(/。$/, '')}。`, ...(wording && { right: wording }) };
    });
    return [...found, ...orders.flatMap((row) => incomplete(text, row))];
  };
}
