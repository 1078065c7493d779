import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lesson, mark, problemsOf, problemsWith } from '../testing.ts';

const sample = 'content/lessons/sample.mdx';

describe('unregistered quotations', () => {
  it('are errors with the nearest registered one', () => {
    const { text, line, column } = mark(lesson('他说过‸“三进下党的场景，我现在还历历在目”。'));
    expect(problemsOf(sample, text)).toEqual([
      `${sample}:${line}:${column} 错误 未登记引文“三进下党的场景，我现在还历历在目” [unregistered-quote]\n    → 最近的是 q-huixin-lili（相似度87%）：三进下党［少：”］的场景，我［误：现在；正：至今］还历历在目。是引它，就按编号引用；不是，先登记再引，或者去掉引号写成大意`,
    ]);
  });

  it('are errors without a suggestion where none is near', () => {
    const { text, line, column } = mark(lesson('他说过‸“明天一早我们就把这座桥修起来”。'));
    expect(problemsOf(sample, text)).toEqual([
      `${sample}:${line}:${column} 错误 未登记引文“明天一早我们就把这座桥修起来” [unregistered-quote]\n    → 先在 content/quotes/ 登记再按编号引用；不是引文的，去掉引号，或者用 <Gist> 写成大意`,
    ]);
  });

  it('are found in front matter and in fields of YAML', () => {
    const aims = mark(lesson('正文。').replace('[说清四项内容的次序]', '[记住‸“明天一早我们就把这座桥修起来”]'));
    expect(problemsOf(sample, aims.text).join()).toContain(`${sample}:${aims.line}:${aims.column} 错误 未登记引文`);
    const places = readFileSync('content/places.yaml', 'utf8').trimEnd();
    const note = mark(`${places}\n- id: p9\n  name: 某地\n  note: 当地说‸“明天一早我们就把这座桥修起来”\n`);
    expect(problemsWith({ 'content/places.yaml': note.text })).toEqual([expect.stringContaining(`content/places.yaml:${note.line}:${note.column} 错误 未登记引文`)]);
  });

  it.each([
    ['他说‸‘明天一早我们就把这座桥修起来’。', '未登记引文“明天一早我们就把这座桥修起来”'],
    ['他说‸“明天一早就修桥。\n我们大家一起去把它修好”。', '未登记引文“明天一早就修桥。我们大家一起去把它修好”'],
    ['他说‸“明天一早**我们就把**这座桥修起来”。', '未登记引文“明天一早我们就把这座桥修起来”'],
    [`他说‸“${'明天一早我们就把这座桥修起来'.repeat(80)}”。`, `未登记引文“${'明天一早我们就把这座桥修起来'.repeat(80)}”`],
    ['> ‸明天一早我们就把这座桥修起来。', '引用块里有未登记引文“明天一早我们就把这座桥修起来。”'],
    ['> 他说‸“明天一早我们就把这座桥修起来”。', '未登记引文“明天一早我们就把这座桥修起来”'],
  ])('are found whatever the marks and lines: %s', (body, message) => {
    const { text, line, column } = mark(lesson(body));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${line}:${column} 错误 ${message} [unregistered-quote]\n    → 先在 content/quotes/ 登记再按编号引用；不是引文的，去掉引号，或者用 <Gist> 写成大意`]);
  });

  it('are found in a title of our own, and in every field of a quotation but its wording and its note', () => {
    const title = mark(lesson('正文。').replace('title: 样文', 'title: 他说‸“明天一早我们就把这座桥修起来”'));
    expect(problemsOf(sample, title.text).join()).toContain(`${sample}:${title.line}:${title.column} 错误 未登记引文`);
    const quotes = readFileSync('content/quotes/others.yaml', 'utf8');
    const occasion = mark(quotes.replace(/occasion: /, 'occasion: ‸“明天一早我们就把这座桥修起来”，'));
    expect(problemsOf('content/quotes/others.yaml', occasion.text).join()).toContain(`content/quotes/others.yaml:${occasion.line}:${occasion.column} 错误 未登记引文`);
  });

  it('are not hidden by a <Q> between the marks', () => {
    const { text, line, column } = mark(lesson('他说‸“当年<Q id="q-huixin-lili">历历在目</Q>的情景”。'));
    expect(problemsOf(sample, text)).toEqual([`${sample}:${line}:${column} 错误 <Q> 外面又打了引号 [unregistered-quote]\n    → <Q> 的引号由网站加；去掉自己打的引号，引号里别的话写到外面`]);
  });

  it('warn where only the marks differ', () => {
    const { text, line, column } = mark(lesson('他说‸“下党天堑变通途，旧貌换新颜”。'));
    expect(problemsOf(sample, text)).toEqual([
      `${sample}:${line}:${column} 提醒 引文与登记的文字只差标点：下党天堑变通途［误：，；正：、］旧貌换新颜 [quote-punctuation]\n    → 登记的（q-huixin-30nian）是“下党天堑变通途、旧貌换新颜”，按编号引用就不会错`,
    ]);
  });

  it.each(['> 当年“三进下党”的场景，我至今还历历在目。', '他说‘下党天堑变通途、旧貌换新颜’。', '他说“当年‘三进下党’的场景，我至今还历历在目。”', '读“宣传党的路线、方针、政策下基层”一项。', '一共七个字“明天一早就修桥”。', '见“习书记把‘公仆日’办成了‘连心日’”一文。', '所谓“浙江千村示范万村整治”'.replace('浙江', '')])('let pass %s', (line) =>
    expect(problemsOf(sample, lesson(line))).toEqual([]),
  );
});
