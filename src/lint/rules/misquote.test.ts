import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';

describe('misquotes', () => {
  it('are errors that name the entry and the right wording', () => {
    const { text, line, column } = mark(lesson('毛泽东说，如此无限循环，‸一次比一次的更正确。'));
    expect(problemsOf(sample, text)).toEqual([
      `${sample}:${line}:${column} 错误 “一次比一次的更正确”是误引（m-06），应作“一次比一次地更正确” [misquote]\n    → 《毛泽东选集》第二版作“一次比一次地更正确、更生动、更丰富”，用“地”字。正文就在讲这个误引的，前一行写免检和理由`,
    ]);
  });

  it('count only beside one of their words, in the same sentence, whatever the marks', () => {
    const { text, line, column } = mark(lesson('《反对本本主义》里说：‸没有调查，就没有发言权。'));
    expect(problemsOf(sample, text).map((problem) => problem.split(' [')[0])).toEqual([`${sample}:${line}:${column} 错误 “没有调查，就没有发言权”是误引（m-01），应作“没有调查，没有发言权”`]);
    expect(problemsOf(sample, lesson('他写过《反对本本主义》。后来又说没有调查就没有发言权。'))).toEqual([]);
  });

  it('leave the right form alone', () => expect(problemsOf(sample, lesson('《反对本本主义》里说：没有调查，没有发言权；一次比一次地更正确。'))).toEqual([]));
});
