import { idsOf, type Corpus } from '../../lint/corpus.ts';
import { nearest } from '../../lint/nearest.ts';
import { collections, idPattern, type CollectionName } from '../../model/ids.ts';
import { CommandError } from '../command.ts';

/** What a template is filled with before the author sees it. */
export interface TemplateContext {
  id: string;
  /** Today, as "2026-11-25". */
  today: string;
  /** The place after the last text of its list. */
  order: number;
  /** The topics there are, in order, as the words of a comment. */
  topics: { id: string; short: string }[];
}

/** The place in a template that the author has to fill; the content check refuses a text that still has one. */
export const todo = (hint: string): string => `〔待写：${hint}〕`;

/** An id that no entry has: the content check asks for a real one, the preview still runs. */
export const todoId = 'dai-xie';

const english: Record<string, CollectionName> = {
  lesson: 'lessons', case: 'cases', essay: 'essays', form: 'forms', plan: 'plans', quote: 'quotes', source: 'sources', work: 'works',
  term: 'glossary', event: 'timeline', place: 'places', topic: 'topics', series: 'series', misquote: 'misquotes', formulation: 'formulations',
};

const example = '例如：npm run new -- 案例 xiadang-road';

/** The collection an author means by 案例, cases or case. */
export function kindOf(word: string): CollectionName {
  const names = Object.keys(collections) as CollectionName[];
  const found = names.find((name) => collections[name] === word || name === word) ?? english[word];
  if (found) return found;
  const near = nearest(word, Object.values(collections));
  throw new CommandError(`没有“${word}”这一类。${near ? `是不是“${near}”？` : ''}可用的有：${Object.values(collections).join('、')}。\n${example}`);
}

/** Refuses an id that could not be an address, and one that is taken. */
export function checkId(corpus: Corpus, kind: CollectionName, id: string | undefined): string {
  if (!id) throw new CommandError(`还少一个编号，它就是网址的最后一段，只用小写字母、数字和连字符。\n${example}`);
  if (!idPattern.test(id) || id.length > 60)
    throw new CommandError(`“${id}”不能作编号：只用小写字母、数字和连字符，不超过60个字符；中文网址在微信里转发会断。\n${example}`);
  if (id === todoId) throw new CommandError(`“${todoId}”留作待填的记号，请另起一个编号。`);
  if (idsOf(corpus, kind).has(id)) throw new CommandError(`${collections[kind]}里已经有“${id}”，没有改动任何文件。请另起一个编号。`);
  return id;
}

/** Takes from content/ what templates need. */
export function contextOf(corpus: Corpus, kind: CollectionName, id: string, now = new Date()): TemplateContext {
  const entriesOf = (name: CollectionName) =>
    corpus.entryFiles.filter((file) => file.collection === name && Array.isArray(file.data.value)).flatMap((file) => file.data.value as Record<string, unknown>[]);
  const texts = corpus.texts.filter((text) => text.collection === kind).map((text) => text.data.value as Record<string, unknown> | undefined);
  const orders = [...texts, ...entriesOf(kind)].map((data) => Number(data?.order ?? 0)).filter(Number.isFinite);
  const topics = entriesOf('topics')
    .sort((a, b) => Number(a.order) - Number(b.order))
    .map((topic) => ({ id: String(topic.id), short: String(topic.short) }));
  const pad = (part: number) => String(part).padStart(2, '0');
  return {
    id,
    today: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
    order: Math.max(0, ...orders) + 1,
    topics: topics.length > 0 ? topics : [{ id: todoId, short: '待写' }],
  };
}
