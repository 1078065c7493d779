import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';

describe('wording', () => {
  it.each([
    ['汉字旁的‸,半角逗号。', '汉字旁用了半角标点“,” [half-width-punctuation]\n    → 改成全角“，”'],
    ['**重点**‸,后文。', '汉字旁用了半角标点“,” [half-width-punctuation]\n    → 改成全角“，”'],
    ['他说‸"好"。', '汉字旁用了直引号 [straight-quotes]\n    → 外层用“ ”，内层用‘ ’'],
    ['他说：‸"**明天就修桥。**"', '汉字旁用了直引号 [straight-quotes]\n    → 外层用“ ”，内层用‘ ’'],
    ['他说：‸"1989年修桥！"', '汉字旁用了直引号 [straight-quotes]\n    → 外层用“ ”，内层用‘ ’'],
    ['他说‸「明天就修桥」。', '用了“「”这样的引号 [foreign-quotes]\n    → 外层用“ ”，内层用‘ ’'],
    ['他说‸＂明天就修桥＂。', '用了“＂”这样的引号 [foreign-quotes]\n    → 外层用“ ”，内层用‘ ’'],
    ['他说‸«明天就修桥»。', '用了“«”这样的引号 [foreign-quotes]\n    → 外层用“ ”，内层用‘ ’'],
    ['他说‸&ldquo;明天就修桥&rdquo;。', '字符写成了代码“&ldquo;” [escaped-character]\n    → 直接打出这个字符；代码里的引号、标点不经检查'],
    ['他说‸&#8220;明天就修桥”。', '字符写成了代码“&#8220;” [escaped-character]\n    → 直接打出这个字符；代码里的引号、标点不经检查'],
    ['作为‸××经验发源地。', '有遮盖的名字或占位“××” [redaction]\n    → 查到真名写真名，查不到就不写这一句'],
    ['这个数字‸待核。', '页面上不能留“待核” [unverified]\n    → 核实后写，核实不了就删去'],
    ['这里‸〔待写：哪一天〕。', '还没有填写：〔待写：哪一天〕 [unfilled]\n    → 换成内容；用不着就整行删去'],
    ['等等‸...后文。', '省略号写成了“...” [ellipsis]\n    → 省略号是……（六点，占两格）'],
    ['共‸ 3件。', '汉字与数字之间打了空格 [typed-space]\n    → 删去空格，间隙由样式留'],
  ])('%s', (line, expected) => {
    const { text, line: at, column } = mark(lesson(line));
    expect(problemsOf(sample, text)).toContain(`${sample}:${at}:${column} 错误 ${expected}`);
  });

  it.each(['汉字旁的，全角逗号。', '他说“好”。', '等等……后文。', '版本 v1.2, v1.3 of Pagefind', '说<Q id="q-huixin-lili" />', '`a,b`'])('has nothing against %s', (line) => expect(problemsOf(sample, lesson(line))).toEqual([]));

  it('reads no code for a character in YAML, and keeps a title as it was printed', () => {
    const coded = mark(lesson('正文。').replace('title: 样文', 'title: "样‸\\u201c文\\u201d"'));
    expect(problemsOf(sample, coded.text)[0]).toBe(`${sample}:${coded.line}:${coded.column} 错误 字符写成了代码“\\u201c” [escaped-character]\n    → 直接打出这个字符；代码里的引号、标点不经检查`);
    const sources = readFileSync('content/sources.yaml', 'utf8');
    expect(problemsOf('content/sources.yaml', sources.replace(/title: /, 'title: 「见」'))).toEqual([]);
    expect(problemsOf('content/sources.yaml', sources.replace(/publisher: /, 'publisher: 「见」')).join()).toContain('[foreign-quotes]');
  });

  it('looks into front matter and YAML, at the place in the field', () => {
    const { text, line, column } = mark(lesson('正文。').replace('title: 样文', 'title: 样‸,文'));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${line}:${column} 错误 汉字旁用了半角标点“,” [half-width-punctuation]\n    → 改成全角“，”`]);
  });
});
