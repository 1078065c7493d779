import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';
const lili = '登记的是：当年“三进下党”的场景，我至今还历历在目。';
const nian = '登记的是：经过30年的不懈奋斗，下党天堑变通途、旧貌换新颜，乡亲们有了越来越多的幸福感、获得感，这生动印证了弱鸟先飞、滴水穿石的道理。';

describe('excerpts', () => {
  it.each([
    ['至今还<Q id="q-huixin-lili">‸历历在心</Q>。', `错误 引文与登记的文字不同：历历在［误：心；正：目］ [quote-verbatim]\n    → ${lili}`],
    ['<Q id="q-huixin-lili">‸我至今历历在目</Q>。', `错误 引文与登记的文字不同：我至今［少：还］历历在目 [quote-verbatim]\n    → ${lili}`],
    ['<Q id="q-huixin-lili">‸我至今还是历历在目</Q>。', `错误 引文与登记的文字不同：我至今还［多：是］历历在目 [quote-verbatim]\n    → ${lili}`],
    ['<Q id="q-huixin-30nian">‸弱鸟先飞……下党天堑变通途</Q>。', `错误 引文里省略号两边的次序与登记的文字不同 [quote-verbatim]\n    → ${nian}`],
    ['<Q id="q-huixin-30nian">‸下党……道理</Q>。', `错误 引文里省略号两边各要有三个字以上连续的原文 [quote-verbatim]\n    → ${nian}`],
    ['<Q id="q-huixin-30nian">‸下党天堑变通途，旧貌换新颜</Q>。', '提醒 引文与登记的文字只差标点：下党天堑变通途［误：，；正：、］旧貌换新颜 [quote-punctuation]\n    → 登记的是“下党天堑变通途、旧貌换新颜”，页面上按登记的显示'],
    ['他讲到<Gist id="q-huixin-lili">‸“往事都还记得”</Gist>。', '错误 大意加了引号 [gist]\n    → 大意是转述，去掉引号；要引原话用 <Q>'],
    ['他讲到<Gist id="q-huixin-lili">‸我至今还历历在目</Gist>。', '错误 大意照抄了原话“我至今还历历在目” [gist]\n    → 引原话用 <Q id="…">；大意用自己的话写'],
    ['他讲到‸<Gist id="q-huixin-lili"></Gist>。', '错误 大意没有写文字 [gist]\n    → 在 <Gist id="…"> 与 </Gist> 之间用自己的话写'],
  ])('%s', (line, expected) => {
    const { text, line: at, column } = mark(lesson(line));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${at}:${column} ${expected}`]);
  });

  it.each([
    '<Q id="q-huixin-lili" />',
    '<Q id="q-huixin-lili">历历在目</Q>',
    '<Q id="q-huixin-30nian">下党天堑变通途……弱鸟先飞、滴水穿石的道理</Q>',
    '他讲到<Gist id="q-huixin-lili">几次下党的情形他都记得</Gist>。',
  ])('has nothing against %s', (line) => expect(problemsOf(sample, lesson(line))).toEqual([]));
});
