import { describe, expect, it } from 'vitest';
import { caseWith, front, lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/cases/sample.mdx';
const order = '案例的一级小标题依次是：背景、经过、做法、结果、可学之处、记述不一之处';

describe('the bones of a case', () => {
  it('may not be renamed, swapped or added to', () => {
    const renamed = mark(caseWith('做法', '略。').replace('## 做法', '‸## 办法'));
    expect(problemsOf(sample, renamed.text)).toEqual([`${sample}:${renamed.line}:${renamed.column} 错误 这里应是“做法”，现在是“办法” [bones]\n    → ${order}`]);
    const added = mark(`${caseWith('做法', '略。')}\n‸## 后记\n\n略。\n`);
    expect(problemsOf(sample, added.text)).toEqual([`${sample}:${added.line}:${added.column} 错误 “后记”不是案例的小标题 [bones]\n    → ${order}`]);
  });

  it('may not lack one at the end', () => {
    const cut = caseWith('做法', '略。').split('## 记述不一之处')[0]?.trimEnd() ?? '';
    const lines = cut.split('\n');
    expect(problemsOf(sample, `${cut}\n`)).toEqual([`${sample}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1} 错误 案例缺少小标题“记述不一之处” [bones]\n    → ${order}`]);
  });

  it('begin with a table of facts, for now as a reminder', () => {
    const { text, line, column } = mark(caseWith('做法', '略。').replace(/\| 项目[\s\S]*?\n\n/, '').replace('## 背景', '‸## 背景'));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${line}:${column} 提醒 案例开头没有基本事实表 [bones]\n    → 在“背景”之前加一张表，表头写 | 项目 | 内容 |，每行一件事实，带出处`]);
  });

  it('are sound as the template has them', () => expect(problemsOf(sample, caseWith('做法', '略。'))).toEqual([]));
});

describe('the bones of a lesson', () => {
  it('end with the summing-up', () => {
    const { text, line, column } = mark(`${front}## 要点\n\n略。\n\n‸## 尾声\n\n略。\n`);
    expect(problemsOf('content/lessons/sample.mdx', text)).toEqual([
      `content/lessons/sample.mdx:${line}:${column} 错误 学习材料的最后一个小标题应是“要点”，现在是“尾声” [bones]\n    → 加一节 ## 要点，把会上要记住的几条列出来`,
    ]);
    expect(problemsOf('content/lessons/sample.mdx', lesson('略。'))).toEqual([]);
  });
});
