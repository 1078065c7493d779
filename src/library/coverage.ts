import type { Site } from '../model/entries.ts';
import { collections, type TextCollection } from '../model/ids.ts';
import type { TestItem, TextData } from '../model/texts.ts';
import type { Register } from './register.ts';
import { marksIn, quotesIn } from './uses.ts';

/** A text as the report needs it; the tool reads it from the files, the page from the library. */
export interface CountedText {
  collection: TextCollection;
  id: string;
  data: TextData & { test?: readonly TestItem[] | undefined };
  body: string;
}

/** Everything the report counts. */
export interface Holdings {
  texts: readonly CountedText[];
  register: Register;
  site: Site;
}

/** A cell of the report: plain, or a page of the site or an outside address that its words stand for. */
export type Cell = string | number | { text: string; path: string } | { text: string; url: string };

/** One question an editor asks, and the rows that answer it. */
export interface ReportPart {
  id: string;
  title: string;
  /** What is counted, and what to do about it. */
  note: string;
  columns: string[];
  rows: Cell[][];
}

const short = (text: string, length = 18) => (text.length > length ? `${text.slice(0, length)}……` : text);
const pathOf = (text: CountedText) => `/${text.collection}/${text.id}/`;
const link = (text: CountedText): Cell => ({ text: text.data.title, path: pathOf(text) });
const testOf = (text: CountedText) => text.data.test ?? [];
const quotesOf = (text: CountedText) => new Set([...quotesIn(text.body), ...testOf(text).flatMap((item) => (item.kind === 'blank' ? [item.quote] : []))]);

function topicsPart({ texts, register }: Holdings): ReportPart {
  const rows = [...register.topics.values()]
    .sort((a, b) => a.order - b.order)
    .map((topic): Cell[] => {
      const about = <T extends { topics: readonly string[] }>(list: readonly T[]) => list.filter((entry) => entry.topics.includes(topic.id));
      const own = texts.filter(({ data }) => data.topics.includes(topic.id));
      const count = (collection: TextCollection) => own.filter((text) => text.collection === collection).length;
      return [
        { text: topic.short, path: `/topics/${topic.id}/` },
        count('lessons'),
        count('cases'),
        count('essays'),
        count('forms'),
        about([...register.plans.values()]).length,
        about([...register.quotes.values()]).length,
        own.reduce((sum, { data }) => sum + data.questions.length, 0),
        own.reduce((sum, text) => sum + testOf(text).length, 0),
        about([...register.timeline.values()]).length,
      ];
    });
  const columns = ['主题', collections.lessons, collections.cases, collections.essays, collections.forms, collections.plans, collections.quotes, '研讨题', '自测题', collections.timeline];
  return { id: 'topics', title: '各主题的篇数和条数', note: '一篇讲几个主题的，在每个主题下各计一次。写着0的就是缺口。', columns, rows };
}

/** Where each quotation is used: texts, plans, the home page, corrections of misquotations. */
function quoteUses({ texts, register, site }: Holdings): Map<string, Cell[]> {
  const uses = new Map<string, Cell[]>();
  const add = (id: string, place: Cell) => uses.set(id, [...(uses.get(id) ?? []), place]);
  for (const text of texts) for (const id of quotesOf(text)) add(id, link(text));
  for (const plan of register.plans.values())
    for (const id of new Set(plan.agenda.flatMap((step) => step.items.filter((item) => item.kind === 'quote').map((item) => item.id)))) add(id, plan.title);
  for (const misquote of register.misquotes.values()) for (const id of misquote.quotes) add(id, short(misquote.wrong));
  add(site.quote, { text: '首页', path: '/' });
  return uses;
}

function unusedQuotesPart({ register }: Holdings, uses: Map<string, Cell[]>): ReportPart {
  const rows = [...register.quotes.values()]
    .filter(({ id }) => !uses.has(id))
    .map((quote): Cell[] => [{ text: short(quote.text), path: `/quotes/${quote.id}/` }, quote.id, quote.speaker, quote.topics.map((id) => register.topics.get(id)?.short ?? id).join('、')]);
  return { id: 'unused-quotes', title: '没有用到的论述', note: '文章、方案、自测题、误引辨正和首页都没有用到。论述摘编里仍能查到，不必删。', columns: ['论述', '编号', '说话人', '主题'], rows };
}

function singlePart({ register }: Holdings, uses: Map<string, Cell[]>): ReportPart {
  const rows = [...register.quotes.values()]
    .filter(({ verified }) => verified === 1)
    .flatMap((quote) => (uses.get(quote.id) ?? ['（没有用到）']).map((place): Cell[] => [place, { text: short(quote.text), path: `/quotes/${quote.id}/` }, quote.id, quote.sources.join('、')]))
    .sort((a, b) => words(a[0] ?? '').localeCompare(words(b[0] ?? ''), 'zh'));
  return { id: 'single', title: '只有一处出处的论述', note: '按用到的页面排列。找到第二处独立的出处，就在 quotes/ 里补上，把 verified 改为2。', columns: ['用在', '论述', '编号', '出处'], rows };
}

function unusedSourcesPart({ texts, register }: Holdings): ReportPart {
  const used = new Set(texts.flatMap((text) => [...marksIn(text.body), ...testOf(text).flatMap((item) => item.sources), ...text.data.reading.filter(({ kind }) => kind === 'source').map(({ id }) => id)]));
  for (const text of texts) if ('basis' in text.data) (text.data.basis as string[]).forEach((id) => used.add(id));
  const { plans: _plans, sources, topics: _topics, series, ...rest } = register;
  for (const entries of Object.values(rest)) for (const entry of entries.values()) entry.sources.forEach((id) => used.add(id));
  for (const { points } of series.values()) points.forEach((point) => point.sources.forEach((id) => used.add(id)));
  const rows = [...sources.values()].filter(({ id }) => !used.has(id)).map((source): Cell[] => [source.id, short(source.title, 30), source.publisher]);
  return { id: 'unused-sources', title: '没有用到的出处', note: '没有一处引用。出处总表不列它们；登记着备用，不必删。', columns: ['编号', '题名', '刊发者'], rows };
}

function linksPart({ register }: Holdings): ReportPart {
  const rows = [...register.sources.values()]
    .filter(({ linkable, url, checkedOn }) => linkable && url && !checkedOn)
    .map((source): Cell[] => [source.id, short(source.title, 24), { text: source.url ?? '', url: source.url ?? '' }]);
  return { id: 'links', title: '没有核对过的外链', note: '本站不联网检查。人工打开看过，页面还在、内容相符，就在 sources.yaml 里写 checkedOn: 日期。', columns: ['编号', '题名', '网址'], rows };
}

function figuresPart({ texts }: Holdings): ReportPart {
  const rows = texts
    .filter(({ collection }) => collection === 'lessons' || collection === 'cases')
    .map((text) => ({ text, chart: /<Chart\s/.test(text.body), events: /<Events\s/.test(text.body) }))
    .filter(({ chart, events }) => !chart || !events)
    .map(({ text, chart, events }): Cell[] => [link(text), collections[text.collection], chart ? '有' : '无', events ? '有' : '无']);
  return { id: 'figures', title: '没有图表或大事线的文章', note: '有数列、大事的，可以用 Chart、Events 组件放进去；没有材料的不硬凑。', columns: ['文章', '类别', '图表', '大事线'], rows };
}

function oldestPart({ texts }: Holdings): ReportPart {
  const rows = [...texts]
    .sort((a, b) => a.data.updated.localeCompare(b.data.updated) || pathOf(a).localeCompare(pathOf(b)))
    .slice(0, 15)
    .map((text): Cell[] => [text.data.updated, link(text), collections[text.collection]]);
  return { id: 'oldest', title: '最久没有更新的文章', note: '按题头的 updated 排，列前15篇。', columns: ['更新', '文章', '类别'], rows };
}

/** The words of a cell. */
export const words = (cell: Cell): string => (typeof cell === 'object' ? cell.text : String(cell));

/** What an editor should look at next. Both `npm run report` and the editors' page show it, so they never disagree. */
export function editorsReport(holdings: Holdings): ReportPart[] {
  const uses = quoteUses(holdings);
  return [topicsPart(holdings), unusedQuotesPart(holdings, uses), singlePart(holdings, uses), figuresPart(holdings), linksPart(holdings), unusedSourcesPart(holdings), oldestPart(holdings)];
}
