import { codeOf, type ItemTable, type TableLine } from '../model/baskets.ts';
import { chineseDate } from '../model/dates.ts';
import { entries } from './register.ts';
import { allTexts } from './texts.ts';

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}……` : text);

/** Everything a basket can hold, by the code that stands in links. Two items with one code stop the build: a link could not tell them apart. */
export async function basketTable(): Promise<ItemTable> {
  const lines: [string, TableLine][] = [
    ...(await allTexts()).map((text): [string, TableLine] => [`${text.collection}/${text.id}`, [text.path, text.kind, text.data.title]]),
    ...entries('plans').map((plan): [string, TableLine] => [`plans/${plan.id}`, [`/plans/${plan.id}/`, '学习方案', plan.title]]),
    ...entries('quotes').map((quote): [string, TableLine] => [`quotes/${quote.id}`, [`/quotes/${quote.id}/`, '论述', short(quote.text)]]),
    ...entries('glossary').map((term): [string, TableLine] => [`glossary/${term.id}`, [`/glossary/#${term.id}`, '名词', term.term]]),
    ...entries('timeline')
      .sort((a, b) => a.date.localeCompare(b.date))
      .map((event): [string, TableLine] => [`timeline/${event.id}`, [`/timeline/#${event.id}`, '大事', `${chineseDate(event.date)}　${event.title}`, event.date]]),
  ];
  const table: ItemTable = {};
  const names = new Map<string, string>();
  for (const [name, line] of lines) {
    const code = codeOf(name);
    const other = names.get(code);
    if (other !== undefined) throw new Error(`“${name}”和“${other}”在讲义链接里的代码相同（${code}）。请给新的那一条换一个编号。`);
    names.set(code, name);
    table[code] = line;
  }
  return table;
}
