import { describe, expect, it } from 'vitest';
import { excerptOf, markForms, rangesOf, sentenceAround } from './excerpt.ts';

const shown = (text: string, form: string) => excerptOf(text, rangesOf(text, [form]).slice(0, 1), rangesOf(text, [form]));

describe('markForms', () => {
  it('marks matches in a title', () =>
    expect(markForms('《三进下党》', ['下党'])).toEqual([{ text: '《三进', hit: false }, { text: '下党', hit: true }, { text: '》', hit: false }]));
  it('marks exactly the match, with the punctuation inside it and none around it', () =>
    expect(markForms('他说：“没有调查，没有发言权。”', ['没有调查没有发言权'])).toEqual([
      { text: '他说：“', hit: false },
      { text: '没有调查，没有发言权', hit: true },
      { text: '。”', hit: false },
    ]));
  it('joins forms that overlap, and knows width and case', () =>
    expect(markForms('ＧＢ／Ｔ ９７０４标准', ['gbt', 't9704']).filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['ＧＢ／Ｔ ９７０４']));
});

describe('excerptOf', () => {
  it('shows the whole sentence and says what is left out', () => {
    expect(shown('第一句。第二句里有下党。第三句。', '下党').map(({ text }) => text).join('')).toBe('第二句里有下党。');
    expect(shown('他说：“到下党去。”然后走了。', '下党').map(({ text }) => text).join('')).toBe('他说：“到下党去。”');
    const long = `${'甲乙丙丁戊，'.repeat(30)}到下党去，${'己庚辛壬癸，'.repeat(30)}完。`;
    const words = shown(long, '下党').map(({ text }) => text).join('');
    expect(words).toMatch(/^…….*下党.*……$/);
    expect(words.length).toBeLessThan(180);
  });
  it('shows a match that runs over the end of a sentence whole', () => {
    const text = '甲。乙丙。丁戊。己。';
    expect(sentenceAround(text, rangesOf(text, ['丙丁'])[0]!)).toEqual({ from: 2, to: 8 });
  });
});
