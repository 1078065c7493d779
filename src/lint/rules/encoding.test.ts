import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';

describe('encoding', () => {
  it.each([
    ['\ufffd', '这里的字读不出来：文件不是 UTF-8 编码，或者从别处带来了坏字'],
    ['\u0000', '文字里混进了看不见的控制字符 U+0000'],
    ['\u000b', '文字里混进了看不见的控制字符 U+000B'],
  ])('names the place of what no text has: %j', (character, message) => {
    const { text, line, column } = mark(lesson(`先到现场，‸${character}再作决定。`));
    expect(problemsOf(sample, text)[0]).toMatch(new RegExp(`^${sample}:${line}:${column} 错误 ${message.replace(/[+]/g, '\\+')} \\[encoding\\]\n`));
  });

  it('says nothing of a sound text, whatever plane its characters are in', () => {
    expect(problemsOf(sample, lesson('先到现场，𠮷字也认得。')).filter((problem) => problem.includes('[encoding]'))).toEqual([]);
  });
});
