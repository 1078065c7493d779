import { describe, expect, it } from 'vitest';
import { caseWith, lesson, mark, problemsOf } from '../testing.ts';

const text = 'content/lessons/sample.mdx';
const sample = 'content/cases/sample.mdx';
const figure = '这一句写到时间或数字，没有标出处 [unsourced]\n    → 句末加 [^出处编号]；没有出处就不写';
const act = (words: string) => `这一句写到“${words}”，没有标出处 [unsourced-act]\n    → 句末加 [^出处编号]；没有出处就不写。不是在记事的，前一行写免检和理由`;

describe('facts without a source', () => {
  it('are found in lessons by their figures', () => {
    const { text: body, line, column } = mark(lesson('‸1989年7月19日一行人步行进山。'));
    expect(problemsOf(text, body)).toEqual([`${text}:${line}:${column} 错误 ${figure}`]);
    expect(problemsOf(text, lesson('1989年7月19日一行人步行进山。[^chinastory-liandr]'))).toEqual([]);
  });

  it.each([
    ['经过', '‸来了7000余人。', figure],
    ['经过', '‸习近平步行进山。', act('习近平')],
    ['背景', '‸从霞浦出发的人很多。', act('霞浦')],
    ['经过', '‸会议决定第二年再办。', act('决定')],
    ['经过', '‸他们到县里开座谈。', act('到县')],
    ['结果', '‸当晚散会。', act('当晚')],
    ['经过', '前一句有出处。[^chinastory-liandr]‸后一句主持召开会议。', act('主持召开')],
    ['结果', '| 件 | 结果 |\n|---|---|\n| 一[^chinastory-liandr] | ‸办结了 |', act('办结了')],
    ['记述不一之处', '| 项目 | 一说 | 另一说 | 本文怎样写 |\n|---|---|---|---|\n| 人数 | 102人[^chinastory-liandr] | ‸101人 | 102人 |', figure],
  ])('are found in cases, in “%s”: %s', (section, body, expected) => {
    const { text: words, line, column } = mark(caseWith(section, body));
    expect(problemsOf(sample, words)).toEqual([`${sample}:${line}:${column} 错误 ${expected}`]);
  });

  it.each([
    ['经过', '习近平步行进山；当晚开会。[^chinastory-liandr]'],
    ['做法', '1. **到县里去。**接待日办在县里。[^chinastory-liandr]'],
    ['经过', '他说：<Q id="q-huixin-gaoxing" />[^fjsen-20190806-huixin]'],
    ['可学之处', '- 先到村里，再主持会议。'],
    ['结果', '后来怎样，本站没有见到记载。'],
    ['经过', '谁主持召开会议？'],
    ['背景', '浦江经验讲的是领导下去。'],
    ['结果', '| 件 | 结果 |\n|---|---|\n| 102件 | 办结了[^chinastory-liandr] |'],
    ['记述不一之处', '| 项目 | 一说 | 另一说 | 本文怎样写 |\n|---|---|---|---|\n| 当晚 | 102人[^chinastory-liandr] | 101人[^chinastory-liandr] | 写102人 |'],
  ])('are not seen in “%s”: %s', (section, body) => expect(problemsOf(sample, caseWith(section, body))).toEqual([]));
});
