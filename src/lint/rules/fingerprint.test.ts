import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mark, problemsOf } from '../testing.ts';

const file = 'content/quotes/others.yaml';
const quotes = readFileSync(file, 'utf8');
const changed = '论述“q-marx-duoshu”核对以后又改过文字、等级或出处 [fingerprint]\n    → 对照出处重新核实，再运行 npm run check-quotes -- q-marx-duoshu；它会并列新旧文字。改错了就改回去';
/** The entry of one quotation changed, with its text marked. */
const edit = (change: (entry: string) => string) => quotes.replace(/- id: q-marx-duoshu\n[\s\S]*?(?=\n- id:|$)/, (entry) => change(entry.replace('text: ', 'text: ‸')));

describe('fingerprints', () => {
  it.each([
    ['the words', (entry: string) => entry.replace('绝大多数人的', '绝大多数人底')],
    ['the grade', (entry: string) => entry.replace('verified: 2', 'verified: 1')],
    ['the sources', (entry: string) => entry.replace(/, s3-marxists-manifesto/, '')],
  ])('tell that %s changed after the check', (_, change) => {
    const { text, line, column } = mark(edit(change));
    expect(text).not.toBe(quotes);
    expect(problemsOf(file, text).filter((problem) => problem.includes('[fingerprint]'))).toEqual([`${file}:${line}:${column} 错误 ${changed}`]);
  });

  it('are asked for', () => {
    const { text, line, column } = mark(edit((entry) => entry.replace(/\n {2}checked:.*/, '')));
    expect(problemsOf(file, text)).toEqual([`${file}:${line}:${column} 错误 论述“q-marx-duoshu”没有核对记录 [fingerprint]\n    → 对照出处核实文字，再运行 npm run check-quotes -- q-marx-duoshu`]);
  });

  it('do not mind the order of sources, nor other fields', () => {
    const { text } = mark(edit((entry) => entry.replace(/sources: \[(.*), (.*)\]/, 'sources: [$2, $1]').replace('马克思、恩格斯', '马克思和恩格斯')));
    expect(problemsOf(file, text)).toEqual([]);
  });
});
