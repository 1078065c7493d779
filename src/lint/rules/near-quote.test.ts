import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';

describe('words that come near a quotation', () => {
  it.each([
    ['回信说，‸下党天堑变通途、旧貌换新貌，乡亲们有了越来越多的幸福感。', '错误 与论述 q-huixin-30nian 只差几个字：下党天堑变通途、旧貌换新［误：貌；正：颜］，乡亲们有了越来越多的幸福感 [near-quote]\n    → 是引它，就按编号引用；不是，换成自己的话'],
    ['讲的是‸“弱鸟先行”。', '提醒 “弱鸟先行”与登记的论述只差一字 [short-quote]\n    → 登记的（q-huixin-30nian）是“弱鸟先飞”；不是引它的，前一行写免检和理由'],
    ['讲的是‸“滴水石穿”。', '提醒 “滴水石穿”与登记的论述只差一字 [short-quote]\n    → 登记的（q-huixin-30nian）是“滴水穿石”；不是引它的，前一行写免检和理由'],
  ])('%s', (line, expected) => {
    const { text, line: at, column } = mark(lesson(line));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${at}:${column} ${expected}`]);
  });

  it.each(['讲的是“弱鸟先飞”。', '下党的路通了，村里变了样，乡亲们的日子好过多了。', '讲的是“先问三户”。', '<Q id="q-huixin-30nian">下党天堑变通途、旧貌换新颜</Q>'])('has nothing against %s', (line) => expect(problemsOf(sample, lesson(line))).toEqual([]));

  it('can be exempted', () => expect(problemsOf(sample, lesson('{/* 免检 short-quote：另一句俗话 */}\n讲的是“弱鸟先行”。'))).toEqual([]));
});
