import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { formulation } from '../model/formulations.ts';
import { formulationFinder } from './formulations.ts';

const rows = (parse(readFileSync('content/formulations.yaml', 'utf8')) as unknown[]).map((row) => formulation.parse(row));
const find = formulationFinder(rows);
const found = (text: string, year?: number) => find(text, year).map(({ row, from, to }) => `${row} ${text.slice(from, to)}`);

describe('formulations', () => {
  it('find the four items in another order, in a list of lines too', () => {
    expect(found('信访接待下基层、现场办公下基层、调查研究下基层、宣传党的路线方针政策下基层。')).toEqual(['f-sixia-cixu 信访接待下基层、现场办公下基层、调查研究下基层、宣传党的路线方针政策下基层']);
    expect(found('1. 调查研究下基层\n2. 宣传党的路线、方针、政策下基层\n3. 信访接待下基层\n4. 现场办公下基层')).toHaveLength(1);
  });

  it('let the present order pass, beside a stray mention and in a long text', () => {
    const right = '宣传党的路线、方针、政策下基层，调查研究下基层，信访接待下基层，现场办公下基层';
    expect(found(right)).toEqual([]);
    expect(found(`先讲现场办公下基层。四项是：${right}；其中调查研究下基层最难。`)).toEqual([]);
    expect(found('现场办公下基层那天下雨，大家走了两个小时的山路，到了以后又开了半天的会，议定了修路架桥和办学校的钱从哪里出，由谁来牵头去办。信访接待下基层，调查研究下基层。宣传党的路线、方针、政策下基层。')).toEqual([]);
  });

  it.each([
    ['五无乡：无公路、无自来水、无点灯照明、无财政收入、无政府办公场所。', ['f-wuwu 无公路、无自来水、无点灯照明、无财政收入、无政府办公场所']],
    ['无公路、无自来水、无电灯照明、无政府办公场所、无财政收入的乡', ['f-wuwu 无公路、无自来水、无电灯照明、无政府办公场所、无财政收入的乡']],
    ['五无乡无公路、无自来水、无电灯照明、无财政收入、无政府办公场所', []],
    ['无人机、无线电', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['1996年8月，福建省委书记习近平第三次到下党', undefined, ['f-xi-fujian-fushuji 福建省委书记']],
    ['1996年，习近平以福建省长的身份来', undefined, ['f-xi-fujian-fushuji 福建省长']],
    ['福建省委书记习近平第三次到下党', 1996, ['f-xi-fujian-fushuji 福建省委书记']],
    ['1989年，福建省委副书记习近平到下党', undefined, ['f-xi-ningde 福建省委副书记']],
    ['1984年，宁德地委书记习近平在正定', undefined, ['f-xi-zhengding-shuji 宁德地委书记']],
    ['1989年，寿宁县县长连德仁记日志', undefined, ['f-liandr 寿宁县县长']],
    ['1996年8月，福建省委副书记习近平第三次到下党', undefined, []],
    ['1990年，福州市委书记习近平', undefined, []],
    ['1999年，时任代省长习近平题词', undefined, []],
    ['福建省委书记习近平', undefined, []],
    ['据1999年的报道，宁德地委书记习近平1989年到下党', undefined, []],
    ['1996年，福建省委书记陈某与习近平', undefined, []],
  ])('%s (%s)', (text, year, expected) => expect(found(text, year)).toEqual(expected));
});
