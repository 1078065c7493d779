import { describe, expect, it } from 'vitest';
import { closestPart, compareExcerpt } from './excerpt.ts';

const wording = '经过30年的不懈奋斗，下党天堑变通途、旧貌换新颜，乡亲们有了越来越多的幸福感、获得感，这生动印证了弱鸟先飞、滴水穿石的道理。';

describe('an excerpt', () => {
  it.each([
    ['下党天堑变通途、旧貌换新颜', '下党天堑变通途、旧貌换新颜'],
    ['下党天堑变通途……弱鸟先飞、滴水穿石的道理。', '下党天堑变通途……弱鸟先飞、滴水穿石的道理。'],
    ['下党天堑变通途…弱鸟先飞', '下党天堑变通途……弱鸟先飞'],
    ['……乡亲们有了越来越多的幸福感……', '……乡亲们有了越来越多的幸福感……'],
  ])('is the same: %s', (excerpt, words) => expect(compareExcerpt(excerpt, wording)).toEqual({ kind: 'same', words }));

  it.each([
    ['下党天堑变通途，旧貌换新颜', '下党天堑变通途、旧貌换新颜'],
    ['经过３０年的不懈奋斗', '经过30年的不懈奋斗'],
    ['旧貌换新颜……滴水穿石的道理！', '旧貌换新颜……滴水穿石的道理。'],
    ['下党天堑变通途 旧貌换新颜……弱鸟先飞', '下党天堑变通途、旧貌换新颜……弱鸟先飞'],
  ])('differs in marks only, and is shown with the registered ones: %s', (excerpt, words) => expect(compareExcerpt(excerpt, wording)).toEqual({ kind: 'punctuation', words }));

  it.each(['下党天堑变通途、旧貌变新颜', '经过30年不懈奋斗', '经过30多年的不懈奋斗', '弱鸟先飞，滴水穿石的精神', '……', '下党天堑变通途...弱鸟先飞'])('differs in a character: %s', (excerpt) =>
    expect(compareExcerpt(excerpt, wording).kind).toBe('different'),
  );

  it('may not change the order or quote scraps beside ……', () => {
    expect(compareExcerpt('弱鸟先飞……下党天堑变通途', wording)).toMatchObject({ kind: 'different', omission: 'order' });
    expect(compareExcerpt('下党……道理', wording)).toMatchObject({ kind: 'different', omission: 'short' });
  });

  it('counts points in numbers, signs and case as words', () => {
    expect(compareExcerpt('走了75公里', '走了7.5公里').kind).toBe('different');
    expect(compareExcerpt('增长10', '增长10%').kind).toBe('same');
    expect(compareExcerpt('增长10的', '增长10%的').kind).toBe('different');
    expect(compareExcerpt('gdp上升', 'GDP上升').kind).toBe('different');
    expect(compareExcerpt('1:1配套', '1：1配套').kind).toBe('punctuation');
  });
});

describe('the stretch a faulty excerpt stands for', () => {
  it.each([
    ['旧貌变新颜', '旧貌换新颜'],
    ['经过30年不懈奋斗', '经过30年的不懈奋斗'],
    ['经过30多年的不懈奋斗', '经过30年的不懈奋斗'],
    ['天堑变通路……滴水穿岩的道理', '天堑变通途……滴水穿石的道理'],
  ])('%s → %s', (excerpt, part) => expect(closestPart(excerpt, wording)).toBe(part));
});
