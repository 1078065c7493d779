import { describe, expect, it } from 'vitest';
import { normalisePunctuation } from './punctuation.ts';
import { markRedactions } from './redactions.ts';

const normalise = (text: string, running = true) => {
  const counts = new Map<string, number>();
  return { text: normalisePunctuation([text], counts, running).pieces[0], counts: Object.fromEntries(counts) };
};

describe('punctuation', () => {
  it.each([
    ['来了,看了;记了:三件!几件?', '来了，看了；记了：三件！几件？'],
    ['收入1,000元,比例3.5%,时间10:30', '收入1,000元，比例3.5%，时间10:30'],
    ['他说"去看看",又说"记下来"。', '他说“去看看”，又说“记下来”。'],
    ["他说'去看看'。", '他说“去看看”。'],
    ['‘四下基层’的“本”', '“四下基层”的“本”'],
    ['他说：“他念叨“三进下党”的事。”', '他说：“他念叨‘三进下党’的事。”'],
    ['他说：「念『三进下党』的事」', '他说：“念‘三进下党’的事”'],
    ["it's 5 o'clock了", "it's 5 o'clock了"],
    ['修渠(三公里)和第(2)段', '修渠（三公里）和第（2）段'],
    ['see report (2), f(x)', 'see report (2), f(x)'],
    ['闽委[2023]5号、（2024）第3号、[2025]', '闽委〔2023〕5号、〔2024〕第3号、[2025]'],
    ['等等...还有。。。后来…完', '等等……还有……后来……完'],
    ['原来——后来--将来', '原来——后来——将来'],
    ['1988-1990年，2019年8月4日~6日', '1988—1990年，2019年8月4日—6日'],
    ['在 1989 年 7月，用 GPS 量', '在1989年7月，用GPS量'],
    ['全文完.下一段.', '全文完。下一段。'],
    ['第１２条ＡＢ', '第12条AB'],
    ['<<摆脱贫困>>一书', '《摆脱贫困》一书'],
    ['零\u200b宽\ufeff字', '零宽字'],
    ['甲，，乙', '甲，乙'],
    ['由〔　〕填写', '由〔　〕填写'],
    ['汉字 之间 有空格的正文。', '汉字之间有空格的正文。'],
    ['见 https://a.example/x,y 好', '见https://a.example/x,y好'],
  ])('%s', (given, expected) => {
    expect(normalise(given).text).toBe(expected);
    expect(normalise(expected).text, 'a second time changes nothing').toBe(expected);
  });

  it('keeps the pauses of a headline', () => expect(normalise('一心为民 久久为功', false).text).toBe('一心为民 久久为功'));
  it('counts by kind', () => expect(normalise('甲,乙,"丙"(丁)').counts).toEqual({ 半角逗号: 2, 直引号: 2, 半角括号: 1 }));

  it('works across bold words and note marks, and gives every piece back its own', () => {
    const { pieces, balanced } = normalisePunctuation(['他说"', '去看', ',记下"', '\ufffc', ',再走'], new Map());
    expect(pieces).toEqual(['他说“', '去看', '，记下”', '\ufffc', ',再走'].map((piece) => piece.replace(/^,再/, '，再')));
    expect(balanced).toBe(true);
  });

  it('leaves marks that do not pair, and says so', () => expect(normalisePunctuation(['他说“去看看，又走了'], new Map())).toEqual({ pieces: ['他说“去看看，又走了'], balanced: false }));
});

describe('covered names', () => {
  it.each([
    ['*县的做法', 1], ['到**镇', 1], ['“*经验”发源地', 1], ['××同志', 1], ['XX市', 1], ['X县委', 1], ['某某县', 1], ['□□村', 1], ['○○村', 1],
    ['二○○八年', 0], ['二〇〇八年', 0], ['3×4', 0], ['某县', 0], ['XXL号', 0], ['1×2米', 0], ['5*3', 0],
  ])('%s: %i', (words, count) => expect(markRedactions(words).count).toBe(count));
});
