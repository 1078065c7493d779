import { describe, expect, it } from 'vitest';
import { chinese, otherNumerals, valueOf } from './numerals.ts';
import { termsOf } from './terms.ts';

describe('numerals', () => {
  it.each([
    [0, '零'], [2, '二'], [10, '十'], [12, '十二'], [20, '二十'], [102, '一百零二'], [110, '一百一十'], [1000, '一千'], [1008, '一千零八'], [1989, '一千九百八十九'],
  ])('%i is %s and back', (value, words) => {
    expect(chinese(value)).toBe(words);
    expect(valueOf(words)).toBe(value);
  });
  it.each(['十十', '百', '三三', '千二'])('%s is no number', (words) => expect(valueOf(words)).toBeUndefined());

  it.each([
    ['二〇一九年', ['2019年']],
    ['二○一九年', ['2019年', '二〇一九年']],
    ['2019年8月4日', ['二〇一九年八月四日', '二零一九年八月四日']],
    ['3进下党', ['三进下党']],
    ['三进下党', ['3进下党']],
    ['十二件', ['12件']],
    ['12件', ['十二件']],
    ['2个', ['二个', '两个']],
    ['两个', ['2个']],
    ['五无乡', ['5无乡']],
    ['四下基层', ['4下基层']],
  ])('%s is also written %s', (phrase, expected) => expect(otherNumerals(phrase)).toEqual(expect.arrayContaining(expected)));
  it.each(['一起', '老百姓', '统一', '3.5公里', '89%', '12345', '007', '千万工程'])('%s is written in one way', (phrase) => expect(otherNumerals(phrase)).toEqual([]));
});

describe('terms', () => {
  it('drop marks and width, and keep what stands in quotation marks together', () => {
    expect(termsOf('“历历在目”')).toEqual([{ typed: '历历在目', forms: ['历历在目'] }]);
    expect(termsOf('下党 １０２人').map(({ typed }) => typed)).toEqual(['下党', '102人']);
    expect(termsOf('「GB/T 9704」').map(({ typed }) => typed)).toEqual(['gbt9704']);
    expect(termsOf('下党 《下党》')).toHaveLength(1);
    expect(termsOf('，。 “”')).toEqual([]);
  });
});
