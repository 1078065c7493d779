import { describe, expect, it } from 'vitest';
import { difference, printable, punctuationOnly, sameWording } from './difference.ts';

describe('difference', () => {
  it.each([
    ['我至今还历历在心', '我至今还历历在目', '我至今还历历在［误：心；正：目］'],
    ['没有调查就没有发言权', '没有调查，没有发言权', '没有调查［误：就；正：，］没有发言权'],
    ['守的是人心', '守的是人民的心', '守的是人［少：民的］心'],
    ['守的是人民的的心', '守的是人民的心', '守的是人民的［多：的］心'],
    ['一样', '一样', '一样'],
    ['', '补上', '［少：补上］'],
    ['𠮷祥', '吉祥', '［误：𠮷；正：吉］祥'],
  ])('%s | %s', (found, right, line) => expect(printable(difference(found, right))).toBe(line));

  it('gives both wordings back', () => {
    const [found, right] = ['三进下党的情景，我至今历历在目', '当年三进下党的场景，我至今还历历在目'];
    const segments = difference(found, right);
    const join = (left: string) => segments.filter(({ kind }) => kind !== left).map(({ text }) => text).join('');
    expect([join('missing'), join('extra')]).toEqual([found, right]);
  });

  it('passes over white space, the level of quotation marks and an allowed omission', () => {
    expect(printable(difference('当年‘三进\n下党’的 场景', '当年“三进下党”的场景'))).toBe('当年‘三进下党’的场景');
    expect(printable(difference('当年……历历在目', '当年的场景，历历在目'))).toBe('当年……历历在目');
  });

  it('does not choke on very long texts', () => {
    expect(difference('甲'.repeat(50_000), '乙'.repeat(50_000)).map(({ kind }) => kind)).toEqual(['missing', 'extra']);
  });
});

describe('punctuation', () => {
  it('is told apart from wording', () => {
    expect(punctuationOnly('江山就是人民,人民就是江山', '江山就是人民，人民就是江山')).toBe(true);
    expect(punctuationOnly('江山就是人民，人民就是江山', '江山就是人民，人民就是江山')).toBe(false);
    expect(punctuationOnly('江山是人民', '江山就是人民')).toBe(false);
    expect(sameWording('“枫桥经验”', '‘枫桥经验’')).toBe(true);
  });
});
