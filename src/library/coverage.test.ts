import { describe, expect, it } from 'vitest';
import { entrySchemas } from '../model/schemas.ts';
import { editorsReport, words, type CountedText } from './coverage.ts';
import type { Register } from './register.ts';

const base = { speaker: '某人', date: '2020', occasion: '某处', topics: ['one'], sources: ['s-quote'] };
const lists: Partial<Record<keyof Register, object[]>> = {
  topics: [
    { id: 'two', name: '主题乙', short: '乙', kind: 'cross', order: 2, lead: '乙。' },
    { id: 'one', name: '主题甲', short: '甲', kind: 'cross', order: 1, lead: '甲。' },
  ],
  quotes: [
    { ...base, id: 'q-inline', text: '句中用到的话', verified: 1 },
    { ...base, id: 'q-block', text: '整段用到的话', verified: 2 },
    { ...base, id: 'q-blank', text: '自测用到的话', verified: 2 },
    { ...base, id: 'q-plan', text: '方案用到的话', verified: 2 },
    { ...base, id: 'q-home', text: '首页用到的话', verified: 2 },
    { ...base, id: 'q-idle', text: '没有用到的话', verified: 1, topics: ['two'] },
  ],
  sources: ['s-quote', 's-mark', 's-test', 's-reading', 's-point', 's-idle'].map((id) => ({ id, type: 'web', title: `题名${id}`, publisher: '某社', url: `https://example.org/${id}`, linkable: id !== 's-idle', tier: 'primary', ...(id === 's-mark' && { checkedOn: '2026-01-01' }) })),
  timeline: [{ id: 't-one', date: '2020', title: '一件大事', sources: ['s-quote'], topics: ['two'] }],
  series: [{ id: 'n-one', title: '数', unit: '元', points: [{ year: 2020, value: 1, sources: ['s-point'] }] }],
  plans: [
    {
      id: 'p-one', title: '一次学习', summary: '一次学习会的安排', minutes: 30, audience: '支部', topics: ['one'], order: 1, updated: '2026-01-01', aims: ['说清四项内容'], prepare: ['备好讲义'],
      agenda: [{ minutes: 30, title: '读', how: '读一段', items: [{ kind: 'quote', id: 'q-plan' }] }, { minutes: 1, title: '议', how: '议一议' }],
    },
  ],
};

const register = Object.fromEntries(
  Object.entries(entrySchemas).map(([name, schema]) => [name, new Map((lists[name as keyof Register] ?? []).map((entry) => [(entry as { id: string }).id, schema.parse(entry)]))]),
) as unknown as Register;

const front: Omit<CountedText['data'], 'title' | 'topics' | 'updated'> = { summary: '一篇用来计数的样文', class: '解读', places: [], order: 1, questions: ['下一次先找哪三户人家'], reading: [] };
const texts: CountedText[] = [
  {
    collection: 'lessons', id: 'new', body: '<Q id="q-inline">用到</Q>。[^s-mark]\n\n<Quote id="q-block" />\n\n<Chart id="n-one" />\n\n<Events ids="t-one" />',
    data: { ...front, title: '新课', topics: ['one', 'two'], updated: '2026-02-01', reading: [{ kind: 'source', id: 's-reading' }], test: [{ kind: 'blank', quote: 'q-blank', hide: '自测', explain: '因为如此这般', sources: ['s-test'] }] },
  },
  { collection: 'cases', id: 'old', body: '正文。', data: { ...front, title: '旧案例', topics: ['one'], updated: '2025-02-01' } },
];

const site = { name: '', seal: '', description: '', filing: '', contact: '', address: '', examples: ['例'], quote: 'q-home', case: 'old', caseEvents: [], navigation: [] };
const parts = new Map(editorsReport({ texts, register, site }).map((part) => [part.id, part]));
const rows = (id: string) => parts.get(id)?.rows.map((row) => row.map(words));

describe('the editors’ report', () => {
  it('counts each topic in order, a text of two topics in both', () =>
    expect(rows('topics')).toEqual([
      ['甲', '1', '1', '0', '0', '1', '5', '2', '1', '0'],
      ['乙', '1', '0', '0', '0', '0', '1', '1', '1', '1'],
    ]));
  it('knows a quotation as used in a sentence, a block, a test, a plan and on the home page', () => expect(rows('unused-quotes')).toEqual([['没有用到的话', 'q-idle', '某人', '乙']]));
  it('lists quotations of one source by the page that uses them', () =>
    expect(rows('single')).toEqual([
      ['（没有用到）', '没有用到的话', 'q-idle', 's-quote'],
      ['新课', '句中用到的话', 'q-inline', 's-quote'],
    ]));
  it('knows a source as used by a mark, a test, a reading list, a quotation and a point of a series', () => expect(rows('unused-sources')?.map(([id]) => id)).toEqual(['s-idle']));
  it('lists links that nobody has checked, and none that may not be linked', () => expect(rows('links')?.map(([id]) => id)).toEqual(['s-quote', 's-test', 's-reading', 's-point']));
  it('lists texts without figures, and the oldest first', () => {
    expect(rows('figures')).toEqual([['旧案例', '案例', '无', '无']]);
    expect(rows('oldest')?.map(([date, title]) => `${date} ${title}`)).toEqual(['2025-02-01 旧案例', '2026-02-01 新课']);
  });
});
