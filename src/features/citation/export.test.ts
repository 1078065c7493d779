import { describe, expect, it } from 'vitest';
import { source as schema, work as workSchema } from '../../model/entries.ts';
import { faultsOfCsl, readBibtex, readRis, unescapeBibtex } from '../../tests/site/bibliography.ts';
import { bibtex, escapeBibtex } from './bibtex.ts';
import { cslJson } from './csl.ts';
import { exported } from './export.ts';
import { sourceReference, workReference } from './reference.ts';
import { ris } from './ris.ts';

const nasty = sourceReference(
  schema.parse({ id: 'nasty', type: 'newspaper', title: '“100%”与{A_B}：C & D #1 \\ ~^$', author: '甲、乙等', publisher: '人民日报（转载页）', date: '2019-08-06', page: '1', linkable: true, url: 'http://x.cn/a{b}?c=1&d=%E4#e_f', accessed: '2025-01-02', tier: 'primary' }),
);
const broken = { ...nasty, id: 'broken', title: '两\r\n行', date: '1990-05-04/1990-05-05' };
const chapter = workReference(workSchema.parse({ id: 'chapter', type: 'chapter', author: '毛泽东', title: '组织起来', host: '毛泽东选集第三卷', edition: '第二版', publisher: '人民出版社', year: '1991', page: '932—933', sources: ['x'] }));
const all = [nasty, broken, chapter];

describe('BibTeX', () => {
  const entries = readBibtex(bibtex(all));
  it('gives back every word it was given', () => {
    expect(entries.map(({ type, id }) => [type, id])).toEqual([['article', 'nasty'], ['article', 'broken'], ['incollection', 'chapter']]);
    expect(unescapeBibtex(entries[0]?.fields.title ?? '')).toBe(nasty.title);
    expect(entries[0]?.fields.author).toBe('{甲} and {乙} and others');
    expect(entries[0]?.fields.url).toBe('http://x.cn/a%7Bb%7D?c=1&d=%E4#e_f');
    expect(entries[0]?.fields).toMatchObject({ journal: '人民日报', year: '2019', month: '8', day: '6', urldate: '2025-01-02', note: '转载页' });
    expect(entries[2]?.fields).toMatchObject({ booktitle: '毛泽东选集', volume: '第三卷', edition: '2版', pages: '932--933' });
  });
  it('escapes each mark of LaTeX once', () => expect(escapeBibtex('\\{}~')).toBe('\\textbackslash{}\\{\\}\\textasciitilde{}'));
});

describe('RIS', () => {
  const entries = readRis(ris(all));
  it('gives back every word it was given, a field a line', () => {
    expect(entries.map(({ type, id }) => [type, id])).toEqual([['NEWS', 'nasty'], ['NEWS', 'broken'], ['CHAP', 'chapter']]);
    expect(entries[0]?.fields).toMatchObject({ TI: nasty.title, AU: '甲|乙|等', T2: '人民日报', DA: '2019/08/06/', Y2: '2025/01/02/', N1: '转载页' });
    expect(entries[1]?.fields.TI).toBe('两 行');
    expect(entries[2]?.fields).toMatchObject({ T2: '毛泽东选集', VL: '第三卷', SP: '932', EP: '933', PY: '1991' });
  });
});

describe('CSL-JSON', () => {
  it('has fields of the right types, and an interval as two dates', () => {
    const items = cslJson(all);
    expect(items.flatMap((item) => faultsOfCsl({ ...item }))).toEqual([]);
    expect(items[1]?.issued).toEqual({ 'date-parts': [[1990, 5, 4], [1990, 5, 5]] });
    expect(items[0]).toMatchObject({ type: 'article-newspaper', author: [{ literal: '甲' }, { literal: '乙' }, { literal: '等' }] });
  });
});

it('exported files name their type and encoding', async () => {
  const response = exported(all, 'ris');
  expect(response.headers.get('content-type')).toBe('application/x-research-info-systems; charset=utf-8');
  expect(await response.text()).toBe(ris(all));
});
