import { describe, expect, it } from 'vitest';
import { front, lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';
const withTest = (item: string) => lesson('略。', front.replace('aims:', `test:\n  - ${item}\naims:`));
const lili = '登记的是：当年“三进下党”的场景，我至今还历历在目。';

describe('self-tests', () => {
  it.each([
    ['{kind: single, question: 四项的第一项是哪一项, options: [宣传, 调研], answer: [‸C], explain: 按现行的次序}', '答案“C”不在选项里 [study]\n    → 这一题有 2 个选项：A、B'],
    ['{kind: multiple, question: 四项里有哪几项是下去接访, options: [宣传, 调研, 接访], answer: [A, ‸A], explain: 按现行的次序}', '答案“A”写了两次 [study]\n    → 每个答案只写一次'],
    ['{kind: order, question: 把四项按现行次序排好, options: [宣传, 调研, ‸宣传], explain: 按现行的次序}', '选项“宣传”重复 [study]\n    → 每个选项各不相同'],
    ['{kind: blank, quote: q-huixin-lili, hide: ‸历历在心, explain: 见回信的第一句话}', `“历历在心”不是论述“q-huixin-lili”中连续的一段 [study]\n    → ${lili}`],
  ])('%s', (item, expected) => {
    const { text, line, column } = mark(withTest(item));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${line}:${column} 错误 ${expected}`]);
  });

  it.each(['{kind: single, question: 四项的第一项是哪一项, options: [宣传, 调研], answer: [A], explain: 按现行的次序}', '{kind: blank, quote: q-huixin-lili, hide: 历历在目, explain: 见回信的第一句话}'])('have nothing wrong in %s', (item) =>
    expect(problemsOf(sample, withTest(item))).toEqual([]),
  );
});

describe('plans', () => {
  const plan = (minutes: string) => `- id: p-sample
  title: 一次学习
  summary: 用来试检查规则的方案
  minutes: ${minutes}
  audience: 党支部
  topics: [sixia]
  order: 99
  updated: '2026-11-24'
  aims: [说清四项内容的次序]
  prepare: [印好材料]
  agenda:
    - {minutes: 20, title: 领读, how: 读一遍}
    - {minutes: 40, title: 讨论, how: 说一遍}
`;

  it('take as long as their steps', () => {
    const { text, line, column } = mark(plan('‸90'));
    expect(problemsOf('content/plans/sample.yaml', text)).toEqual([`content/plans/sample.yaml:${line}:${column} 错误 总时长写 90 分钟，各步相加是 60 分钟 [study]\n    → 改总时长，或改 agenda 里各步的 minutes`]);
    expect(problemsOf('content/plans/sample.yaml', plan('60'))).toEqual([]);
  });
});
