import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';

describe('marks in pairs', () => {
  it.each([
    ['他说‸“好，就走。', '前引号没有配对'],
    ['他说“好”‸”就走。', '后引号没有配对'],
    ['见‸《反对本本主义一文。', '前书名号没有配对'],
    ['他说‸‘好，就走。', '前单引号没有配对'],
    ['见‸〈反对本本主义一文。', '前单书名号没有配对'],
    ['（前者‸“是）后者。', '前引号没有配对'],
  ])('%s', (line, message) => {
    const { text, line: at, column } = mark(lesson(line));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${at}:${column} 错误 ${message} [unpaired-mark]\n    → 在同一段里补上另一半，或者删去`]);
  });

  it.each(['他说“好（真的）”，见《〈农村调查〉的序言和跋》。', '1）先问。', 'Xi’s Years 一书。', '**“好**”，就走。'])('has nothing against %s', (line) => expect(problemsOf(sample, lesson(line))).toEqual([]));
});
