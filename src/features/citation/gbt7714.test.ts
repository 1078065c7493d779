import { describe, expect, it } from 'vitest';
import type { Source, Work } from '../../model/entries.ts';
import { addressOf, citeSource, citeWork } from './gbt7714.ts';

const source = (part: Partial<Source>): Source => ({ id: 'x', type: 'web', title: '题名', described: false, publisher: '人民日报', linkable: false, tier: 'primary', ...part });
const work = (part: Partial<Work>): Work => ({ id: 'x', type: 'book', title: '摆脱贫困', sources: ['x'], ...part });

describe('citeSource', () => {
  it.each<[Partial<Source>, string]>([
    [{ type: 'newspaper', author: '丁文详', title: '数字革命与竞争国际化', publisher: '中国青年报', date: '2000-11-20' }, '丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20.'],
    [{ type: 'newspaper', linkable: true, url: 'http://x.cn', date: '2022-08-16' }, '题名[N/OL]. 人民日报，2022-08-16.'],
    [{ type: 'web', publisher: '人民网' }, '题名[EB/OL]. 人民网.'],
    [{ type: 'document', title: '信访工作条例', publisher: '中共中央、国务院', date: '2022-02-25' }, '信访工作条例[Z]. 中共中央、国务院，2022-02-25.'],
    [{ described: true, title: '宁德“四下基层”报道', dateNote: '约2023年' }, '〔宁德“四下基层”报道〕[EB/OL]. 人民日报，约2023年.'],
    [{ original: '新华社北京电', publisher: '东南网', date: '2019-08-06' }, '题名[EB/OL]. 东南网，2019-08-06（原载：新华社北京电）.'],
  ])('%o', (part, expected) => expect(citeSource(source(part))).toBe(expected));

  it('gives an address only where linking is allowed', () => {
    expect(addressOf(source({ url: 'http://mirror.cn' }))).toBeUndefined();
    expect(addressOf(source({ url: 'http://x.cn', linkable: true }))).toBe('http://x.cn');
  });
});

describe('citeWork', () => {
  it.each<[Partial<Work>, string]>([
    [{ author: '习近平', publisher: '福建人民出版社', year: '1992' }, '习近平. 摆脱贫困[M]. 福建人民出版社，1992.'],
    [{ author: '曹凌', title: '中国佛教疑伪经综录', place: '上海', publisher: '上海古籍出版社', year: '2011', page: '19' }, '曹凌. 中国佛教疑伪经综录[M]. 上海：上海古籍出版社，2011：19.'],
    [{ type: 'chapter', author: '毛泽东', title: '组织起来', host: '毛泽东选集第三卷', edition: '第二版', publisher: '人民出版社', year: '1991', page: '933' }, '毛泽东. 组织起来[M]//毛泽东选集第三卷. 第二版. 人民出版社，1991：933.'],
    [{ type: 'newspaper', author: '张铭清', title: '办好一件事', newspaper: '人民日报', date: '1990-05-21', page: '5' }, '张铭清. 办好一件事[N]. 人民日报，1990-05-21（5）.'],
  ])('%o', (part, expected) => expect(citeWork(work(part))).toBe(expected));
});
