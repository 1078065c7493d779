import { describe, expect, it } from 'vitest';
import type { TestItem } from '../../model/texts.ts';
import { answerKey, answerOf, blanked, shownOptions, shownOrder } from './self-test.ts';

const order = (question: string, options: string[]): TestItem => ({ kind: 'order', question, options, explain: '按日期排列。', sources: [] });

describe('the order in which options are shown', () => {
  const lists = Array.from({ length: 200 }, (_, at) => Array.from({ length: 3 + (at % 4) }, (__, option) => `第${at}题的选项${option}`));

  it('is a permutation, never the right order', () => {
    for (const options of lists) {
      const shown = shownOrder('按先后排列', options);
      expect([...shown].sort()).toEqual(options.map((_, at) => at));
      expect(shown).not.toEqual(options.map((_, at) => at));
    }
  });

  it('depends on the text alone', () => {
    for (const options of lists) expect(shownOrder('按先后排列', options)).toEqual(shownOrder('按先后排列', [...options]));
    const texts = new Set(lists.filter((options) => options.length === 6).map((options) => shownOrder('按先后排列', options).join('')));
    expect(texts.size).toBeGreaterThan(20);
  });

  it('gives an answer that restores the right order', () => {
    for (const options of lists) {
      const item = order('按先后排列', options);
      const shown = shownOptions(item);
      const restored = [...answerKey(item)].map((mark) => shown.find((option) => option.mark === mark)?.text);
      expect(restored).toEqual(options);
    }
  });
});

describe('a blank', () => {
  it('hides one continuous part and shows its length', () => {
    expect(blanked('如此无限循环，一次比一次地更正确', '一次比一次地')).toEqual({ before: '如此无限循环，', blank: '＿＿＿＿＿＿', after: '更正确' });
    expect(blanked('没有调查，没有发言权', '查').blank).toBe('＿＿');
  });

  it('refuses words that are not there, or there twice', () => {
    expect(() => blanked('没有调查，没有发言权', '就没有')).toThrow('不是引文');
    expect(() => blanked('没有调查，没有发言权', '没有')).toThrow('不止一处');
  });
});

describe('the answer', () => {
  it('names every kind in readers’ words', () => {
    const rest = { question: '下面哪几项是对的', explain: '见正文。', sources: [] };
    expect(answerOf({ kind: 'multiple', options: ['甲', '乙', '丙'], answer: ['C', 'A'], ...rest })).toBe('A、C');
    expect(answerOf({ kind: 'single', options: ['甲', '乙'], answer: ['B'], ...rest })).toBe('B');
    expect(answerOf({ kind: 'truth', answer: false, ...rest })).toBe('错');
    expect(answerOf({ kind: 'blank', quote: 'q', hide: '历历在目', explain: '见回信。', sources: [] })).toBe('历历在目');
    expect(() => answerOf({ kind: 'single', options: ['甲', '乙'], answer: ['C'], ...rest })).toThrow('只有2个选项');
  });
});
