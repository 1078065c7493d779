import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from './check.ts';
import { format } from './problem.ts';
import { front, lesson, mark, problemsOf, problemsWith } from './testing.ts';

const sample = 'content/lessons/sample.mdx';

describe('content checks', () => {
  // That new addresses wait to be recorded is said by src/tests/site/addresses.test.ts.
  it('pass on the content of the site', () => expect(checkContent(process.cwd()).filter(({ rule, level }) => rule !== 'addresses' || level === '错误').map(format)).toEqual([]));

  it('pass on a sound lesson', () => expect(problemsOf(sample, lesson('先问三户，再开会。'))).toEqual([]));

  it.each([
    ['走了‸<Calout />后文。', '没有名为 <Calout> 的组件 [components]\n    → 可用的组件：Quote、Q、Gist、Events、Chart、Facts'],
    ['‸<Quote />', '<Quote> 的属性有误：缺少字段 id [components]'],
    ['甲‸{1 + 1}乙。', '正文里不能写程序 [components]\n    → 花括号和 import 都不要用；免检写成 {/* 免检 规则名：理由 */}，单独占一行'],
    ['‸<Quote id="q-huixin-lili">历历在心</Quote>', '<Quote> 里面不能写文字 [components]\n    → 写成 <Quote … />；里面的文字不会显示'],
    ['见‸`当年的历历在心`。', '代码里不能写汉字 [components]\n    → 去掉反引号；里面的引文、标点都不经检查'],
    ['‸```\n当年的历历在心\n```', '代码里不能写汉字 [components]\n    → 去掉反引号；里面的引文、标点都不经检查'],
    ['‸![当年的历历在心](/a.png)', '正文不收图片 [components]\n    → 删去；图片里的内容用文字写'],
    ['见‸[案例](/cases/xiadang/ "当年的历历在心")。', '链接后面不能另写说明 [components]\n    → 只写 [文字](网址)'],
    ['‸<Quote id="q-huixin-lil" />', '论述里没有编号“q-huixin-lil” [dangling-id]\n    → 是不是“q-huixin-lili”？'],
    ['一行人步行。‸[^chinastory-liand]', '出处里没有编号“chinastory-liand” [dangling-id]\n    → 是不是“chinastory-liandr”？'],
    ['见‸[案例](/cases/xiadan/)。', '链接指向的案例里没有编号“xiadan” [dangling-id]\n    → 是不是“xiadang”？'],
    ['‸这是** 重点 **后文。', '有没起作用的 Markdown 记号“**” [stray-mark]\n    → 检查记号是否成对、旁边是否多了空格'],
    ['见‸https://www.gov.cn/a，后文。', '网址把后面的中文也吞进去了 [bare-url]\n    → 写成 [文字](网址)，或在网址后空一格'],
  ])('%s', (line, expected) => {
    const { text, line: at, column } = mark(lesson(line));
    const problems = problemsOf(sample, text);
    if (expected.includes('[stray-mark]')) expect(problems).toContain(`${sample}:${at}:${column + 2} 错误 ${expected}`);
    else expect(problems).toContain(`${sample}:${at}:${column} 错误 ${expected}`);
  });

  it('say where MDX cannot be read', () => expect(problemsOf(sample, lesson('甲<Facts>乙。'))[0]).toMatch(/^content\/lessons\/sample\.mdx:14:\d+ 错误 正文读不通：.* \[mdx\]\n {4}→ 检查尖括号、花括号是否成对；正文里不能直接写 < 和 \{$/));

  it('name file, line and column of a wrong field, a missing one and broken YAML', () => {
    const wrong = mark(lesson('正文。', front.replace('order: 99', 'order: ‸第一')));
    expect(problemsOf(sample, wrong.text)).toContain(`${sample}:${wrong.line}:${wrong.column} 错误 order 应为数字，现在是文字 [schema]`);
    expect(problemsOf(sample, lesson('正文。', front.replace(/summary:.*\n/, ''))).join('\n')).toContain('缺少字段 summary [schema]');
    expect(problemsOf(sample, lesson('正文。', front.replace('title: 样文', 'title: "样文'))).join('\n')).toMatch(/^content\/lessons\/sample\.mdx:\d+:\d+ 错误 YAML 写法有误：.* \[yaml\]\n {4}→ 检查缩进、冒号后的空格和引号；文字里有英文冒号时，整段用引号括起$/m);
  });

  it('find dangling and duplicate ids in YAML', () => {
    const places = readFileSync('content/places.yaml', 'utf8');
    expect(problemsWith({ 'content/places.yaml': `${places}\n- id: p2-xiadang\n  name: 下党乡\n` }).join('\n')).toMatch(/places\.yaml:\d+:7 错误 编号“p2-xiadang”重复 \[duplicate-id\]\n {4}→ 另一处在 content\/places\.yaml:\d+/);
    const twice = mark(`${places}\n- id: ‸p2-xiadang\n  name: 下党乡\n`);
    expect(problemsWith({ 'content/places.yaml': twice.text }).map((problem) => problem.split('\n')[0])).toEqual([`content/places.yaml:${twice.line}:${twice.column} 错误 编号“p2-xiadang”重复 [duplicate-id]`]);
    expect(problemsOf(sample, lesson('正文。', front.replace('[sixia]', '[sixi]'))).join('\n')).toContain('主题里没有编号“sixi” [dangling-id]\n    → 是不是“sixia”？');
  });

  it('refuse a Chinese file name and a file that nothing reads', () => {
    expect(problemsWith({ 'content/lessons/样文.mdx': lesson('正文。') }).join('\n')).toContain('content/lessons/样文.mdx:1:1 错误 文件名就是网址，只能用小写字母、数字和连字符 [file-name]\n    → 例如 xiadang.mdx');
    expect(problemsWith({ 'content/notes/a.txt': '便条' })).toContain('content/notes/a.txt:1:1 错误 这个文件不属于任何一类内容，网站不会读它 [stray-file]\n    → 放哪里见 content/README.md');
  });
});
