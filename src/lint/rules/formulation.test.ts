import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf, problemsWith } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';
const order = '四下基层四项现行的次序是：宣传党的路线、方针、政策下基层，调查研究下基层，信访接待下基层，现场办公下基层';

describe('formulations', () => {
  it.each([
    ['‸调查研究下基层、宣传党的路线、方针、政策下基层、信访接待下基层、现场办公下基层。', `错误 “调查研究下基层—宣传党的路线、方针、政策下基层—信访接待下基层—现场办公下基层”与规范表述不合 [formulation]\n    → ${order}`],
    ['- ‸调查研究下基层\n- 宣传党的路线、方针、政策下基层\n- 信访接待下基层\n- 现场办公下基层', `错误 “调查研究下基层—宣传党的路线、方针、政策下基层—信访接待下基层—现场办公下基层”与规范表述不合 [formulation]\n    → ${order}`],
    ['第一项是‸宣传党的方针、政策下基层。', '提醒 “宣传党的方针、政策下基层”与规范表述不合 [formulation]\n    → 现行的全称是“宣传党的路线、方针、政策下基层”，少“路线”二字的是2022年前后的旧写法'],
    ['五无指‸无公路、无电灯照明、无财政收入、无政府办公场所。', '错误 “无公路、无电灯照明、无财政收入、无政府办公场所”与规范表述不合 [formulation]\n    → 五无乡的五项是：无公路、无自来水、无电灯照明、无财政收入、无政府办公场所'],
    ['四下基层指‸宣传党的路线、方针、政策下基层、信访接待下基层、现场办公下基层。', `错误 “宣传党的路线、方针、政策下基层、信访接待下基层、现场办公下基层”与规范表述不合 [formulation]\n    → ${order}`],
    ['1996年，‸福建省委书记习近平第三次到这里。[^s2-cctv-fupin3-xiadang]', '错误 “福建省委书记”与规范表述不合 [formulation]\n    → 习近平1996年8月第三次到下党、1998年10月到南平调研时，任福建省委副书记'],
    ['1996年，习近平已任‸宁德地委书记。[^s2-cctv-fupin3-xiadang]', '错误 “宁德地委书记”与规范表述不合 [formulation]\n    → 习近平1996年8月第三次到下党、1998年10月到南平调研时，任福建省委副书记'],
  ])('%s', (line, expected) => {
    const { text, line: at, column } = mark(lesson(line));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${at}:${column} ${expected}`]);
  });

  it.each([
    '宣传党的路线、方针、政策下基层，调查研究下基层，信访接待下基层，现场办公下基层。',
    '调查研究下基层、信访接待下基层、现场办公下基层这三项先讲。',
    '四项里先讲一项。调查研究下基层、信访接待下基层、现场办公下基层另讲。',
    '五无指无公路、无自来水、无电灯照明、无财政收入、无政府办公场所。',
    '1996年，福建省委副书记习近平到这里。[^s2-cctv-fupin3-xiadang]',
    '据2023年的报道，宁德地委书记习近平在1988年到任。[^s2-cctv-fupin3-xiadang]',
    '1989年7月习近平任宁德地委书记；1996年8月习近平任福建省委副书记。[^s2-cctv-fupin3-xiadang]',
  ])('has nothing against %s', (line) => expect(problemsOf(sample, lesson(line))).toEqual([]));

  it('takes the year of a timeline entry, and the date of a quotation', () => {
    const timeline = readFileSync('content/timeline.yaml', 'utf8');
    const wrong = mark(timeline.replace('福建省委副书记习近平第三次到下党', '‸福建省委书记习近平第三次到下党'));
    expect(problemsWith({ 'content/timeline.yaml': wrong.text }).join('\n')).toContain(`content/timeline.yaml:${wrong.line}:${wrong.column} 错误 “福建省委书记”与规范表述不合 [formulation]`);
    const quotes = readFileSync('content/quotes/xi.yaml', 'utf8');
    const office = mark(quotes.replace("office: 浙江省委书记\n  date: '2003-11'", "office: ‸福建省省长\n  date: '2003-11'"));
    expect(problemsWith({ 'content/quotes/xi.yaml': office.text }).join('\n')).toContain(`content/quotes/xi.yaml:${office.line}:${office.column} 错误 “福建省省长”与规范表述不合 [formulation]`);
  });
});
