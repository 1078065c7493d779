import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf, problemsWith } from './testing.ts';

const sample = 'content/lessons/sample.mdx';
const wrong = '如此无限循环，一次比一次的更正确。';
const exempt = (words: string) => `{/* 免检 ${words} */}`;

describe('exemptions', () => {
  it('take one rule from the next block, with a reason', () => {
    expect(problemsOf(sample, lesson(wrong)).join()).toContain('[misquote]');
    expect(problemsOf(sample, lesson(`${exempt('misquote：这里讲的就是这个错字')}\n${wrong}`))).toEqual([]);
    expect(problemsOf(sample, lesson(`${exempt('misquote：这里讲的就是这个错字')}\n\n${exempt('typed-space：照录网页的写法')}\n\n${wrong}共 3处。`))).toEqual([]);
  });

  it('do not reach the block after it, nor another rule', () => {
    const next = mark(lesson(`${exempt('misquote：这里讲的就是这个错字')}\n${wrong}\n\n如此无限循环，‸一次比一次的更正确。`));
    expect(problemsOf(sample, next.text).map((problem) => problem.split(' ')[0])).toEqual([`${sample}:${next.line}:${next.column}`]);
    expect(problemsOf(sample, lesson(`${exempt('misquote：这里讲的就是这个错字')}\n${wrong}等等...后文。`)).join()).toContain('[ellipsis]');
  });

  it('work in tables, as a whole', () => expect(problemsOf(sample, lesson(`${exempt('misquote：这张表讲的就是错字')}\n| 错 | 对 |\n|---|---|\n| 一次比一次的更正确 | 一次比一次地更正确 |`))).toEqual([]));

  it.each([
    [`‸${exempt('misquote：这里讲的就是这个错字')}\n\n没有错的一段。`, '免检“misquote”没有用上 [exemption]\n    → 紧跟在后面的那一段没有这样的问题，把这一行删去'],
    [`‸${exempt('misquote：因为')}\n\n没有错的一段。`, '免检的理由不足四个字 [exemption]\n    → 说明这一处为什么可以不改'],
    [`‸${exempt('这里讲的就是这个错字')}\n\n没有错的一段。`, '免检没有写明规则名和理由 [exemption]\n    → 写成“免检 规则名：理由”，规则名就是提示末尾方括号里的词'],
  ])('are themselves checked: %s', (body, expected) => {
    const { text, line, column } = mark(lesson(body));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${line}:${column} 错误 ${expected}`]);
  });

  it('name a rule that there is, and that can be exempted', () => {
    const messages = (rule: string) => problemsOf(sample, lesson(`${exempt(`${rule}：这里讲的就是这个错字`)}\n\n没有错的一段。`)).map((problem) => problem.split('；')[0]?.split('可以免检')[0]);
    expect(messages('misquot')).toEqual([`${sample}:14:1 错误 没有名为“misquot”的规则 [exemption]\n    → 是不是“misquote”？`]);
    expect(messages('unsourced')[0]).toContain(`${sample}:14:1 错误 规则“unsourced”不能免检 [exemption]`);
  });

  it('stand as comments in YAML and front matter, for the next entry or field', () => {
    const places = readFileSync('content/places.yaml', 'utf8').trimEnd();
    const entry = (comment: string) => `${places}\n- id: p9\n  name: 某地\n${comment}  note: 当地说“明天一早我们就把这座桥修起来”\n- id: p10\n  name: 他地\n`;
    expect(problemsWith({ 'content/places.yaml': entry('') }).join()).toContain('[unregistered-quote]');
    expect(problemsWith({ 'content/places.yaml': entry('  # 免检 unregistered-quote：桥名由来的传说\n') })).toEqual([]);
    const unused = mark(entry('').replace('- id: p10', '‸# 免检 unregistered-quote：桥名由来的传说\n- id: p10'));
    expect(problemsWith({ 'content/places.yaml': unused.text })).toContain(`content/places.yaml:${unused.line}:${unused.column} 错误 免检“unregistered-quote”没有用上 [exemption]\n    → 紧跟在后面的那一段没有这样的问题，把这一行删去`);
    const aims = lesson('略。').replace('aims: [说清四项内容的次序]', 'aims:\n  # 免检 typed-space：照录网页的写法\n  - 说清 4项内容的次序');
    expect(problemsOf(sample, aims)).toEqual([]);
  });
});
