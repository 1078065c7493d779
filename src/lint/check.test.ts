import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from './check.ts';
import { format } from './problem.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The marked place of a problem: ‸ stands right before it. */
const mark = (text: string) => {
  const before = text.slice(0, text.indexOf('‸'));
  return { text: text.replace('‸', ''), line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
};

const front = `---
title: 样文
summary: 一篇用来试检查规则的样文
class: 解读
topics: [sixia]
order: 99
updated: 2026-11-24
aims: [说清四项内容的次序]
questions: [下一次先找哪三户人家, 你单位的接待日是哪天, 上次承诺的事办到哪一步]
---

`;

/** Problems of the site's own content with some files added or replaced. */
function problemsWith(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  folders.push(folder);
  cpSync('content', join(folder, 'content'), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return checkContent(folder).map(format);
}

const sample = 'content/lessons/sample.mdx';

describe('content checks', () => {
  // That new addresses wait to be recorded is said by src/tests/site/addresses.test.ts.
  it('pass on the content of the site', () => expect(checkContent(process.cwd()).filter(({ rule, level }) => rule !== 'addresses' || level === '错误').map(format)).toEqual([]));

  it.each([
    ['汉字旁的‸,半角逗号。', '汉字旁用了半角标点“,” [half-width-punctuation]\n    → 改成全角“，”'],
    ['他说‸"好"。', '汉字旁用了直引号 [straight-quotes]\n    → 外层用“ ”，内层用‘ ’'],
    ['作为‸××经验发源地。', '有遮盖的名字或占位“××” [redaction]\n    → 查到真名写真名，查不到就不写这一句'],
    ['这个数字‸待核。', '页面上不能留“待核” [unverified]\n    → 核实后写，核实不了就删去'],
    ['等等‸...后文。', '省略号写成了“...” [ellipsis]\n    → 省略号是……（六点，占两格）'],
    ['走了‸<Calout />后文。', '没有名为 <Calout> 的组件 [components]\n    → 可用的组件：Quote、Q、Events、Chart、Facts'],
    ['‸<Quote id="q-huixin-lil" />', '论述里没有编号“q-huixin-lil” [dangling-id]\n    → 是不是“q-huixin-lili”？'],
    ['一行人步行。‸[^chinastory-liand]', '出处里没有编号“chinastory-liand” [dangling-id]\n    → 是不是“chinastory-liandr”？'],
    ['至今还‸<Q id="q-huixin-lili">历历在心</Q>。', '引文“历历在心”不是登记文字中的连续一段 [quote-verbatim]\n    → 登记的是：当年“三进下党”的场景，我至今还历历在目。'],
    ['‸这是** 重点 **后文。', undefined],
    ['‸1989年7月19日一行人步行进山。', '这一句写到时间或数字，没有标出处 [unsourced]\n    → 句末加 [^出处编号]；没有出处就不写'],
    ['见‸https://www.gov.cn/a，后文。', '网址把后面的中文也吞进去了 [bare-url]\n    → 写成 [文字](网址)，或在网址后空一格'],
  ])('%s', (line, expected) => {
    const { text, line: at, column } = mark(front + line);
    const problems = problemsWith({ [sample]: `${text}\n` });
    if (expected === undefined) expect(problems.join('\n')).toContain('[stray-mark]');
    else expect(problems).toContain(`${sample}:${at}:${column} 错误 ${expected}`);
  });

  it('name file, line and column of a wrong field, a missing one and broken YAML', () => {
    const wrong = mark(front.replace('order: 99', 'order: ‸第一'));
    expect(problemsWith({ [sample]: wrong.text })).toContain(`${sample}:${wrong.line}:${wrong.column} 错误 order 应为数字，现在是文字 [schema]`);
    expect(problemsWith({ [sample]: front.replace(/summary:.*\n/, '') }).join('\n')).toContain('缺少字段 summary [schema]');
    expect(problemsWith({ [sample]: front.replace('title: 样文', 'title: "样文') }).join('\n')).toMatch(/sample\.mdx:\d+:\d+ 错误 YAML 写法有误/);
  });

  it('find dangling and duplicate ids in YAML', () => {
    const places = readFileSync('content/places.yaml', 'utf8');
    expect(problemsWith({ 'content/places.yaml': `${places}\n- id: p2-xiadang\n  name: 下党乡\n` }).join('\n')).toMatch(/places\.yaml:\d+:7 错误 编号“p2-xiadang”重复 \[duplicate-id\]/);
    expect(problemsWith({ [sample]: front.replace('[sixia]', '[sixi]') }).join('\n')).toContain('主题里没有编号“sixi” [dangling-id]\n    → 是不是“sixia”？');
  });

  it('refuse a Chinese file name', () => {
    expect(problemsWith({ 'content/lessons/样文.mdx': front }).join('\n')).toContain('文件名就是网址，只能用小写字母、数字和连字符 [file-name]');
  });
});
