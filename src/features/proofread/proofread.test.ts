import { describe, expect, it } from 'vitest';
import { mutations } from '../../tests/mutations.ts';
import { printable } from '../../text/difference.ts';
import { data, proofreader } from './fixture.ts';
import type { Kind } from './finding.ts';

const brief = (text: string) => proofreader.check(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);
const of = (kind: Kind, text: string) => proofreader.check(text).filter((finding) => finding.kind === kind);

describe('quotations', () => {
  it('that are right are said to be right, with their source', () => {
    const [finding] = proofreader.check('他说：“得知下党实现了脱贫，乡亲们的日子越过越红火，我非常高兴。”');
    expect(finding).toMatchObject({ kind: 'exact', from: 4, message: '逐字相符。', quote: 'q-huixin-gaoxing', source: 'q-huixin-gaoxing的出处' });
  });

  it('that differ are shown character by character, with the right wording', () => {
    const [finding] = proofreader.check('他说：“当年‘三进下党’的情景，我至今历历在目。”');
    expect(finding).toMatchObject({ kind: 'differs', message: '与登记的文字不同：“情”应作“场”，少“还”。', right: '当年“三进下党”的场景，我至今还历历在目。' });
    expect(printable(finding?.difference ?? [])).toContain('［误：情；正：场］');
  });

  it('without marks are compared too, and told apart', () => {
    const [finding] = of('differs', '大家记得，与其群众跋山涉水上访，不如我们干部直接下访，几个干部下去，总比那么多群众上来要好一些，这话不错。');
    expect(finding?.message).toBe('与登记的文字不同：“强”应作“好”。这里没有加引号，若是引用，请照原文。'.replace('“强”应作“好”', '“好”应作“强”'));
  });

  it('with other marks are a matter of punctuation', () => {
    expect(of('punctuation', '“江山就是人民、人民就是江山，人心向背关系党的生死存亡。”')[0]).toMatchObject({ quote: 'q2-xi-0220-renxin', message: '字与登记的相同，标点不同：“、”应作“，”。' });
  });

  it('with half-width marks are told once', () => {
    expect(brief('“江山就是人民,人民就是江山,人心向背关系党的生死存亡”,他说。')).toEqual([
      ['punctuation', '江山就是人民,人民就是江山,人心向背关系党的生死存亡'],
      ['marks', ','],
    ]);
  });

  it('that are not ours are said to be unknown, never wrong', () => {
    const findings = proofreader.check('村里老人常讲“天上下雨地上流，夫妻吵架不记仇”，又讲“一个好汉三个帮”。');
    expect(findings.map(({ kind, message }) => [kind, message])).toEqual([['unknown', '库中未收，不等于错，请到原文核对。']]);
    expect(brief('学习“宣传党的路线、方针、政策下基层”和《摆脱贫困》。').map(([kind]) => kind)).not.toContain('unknown');
  });

  it('of 200 mutated ones 98 of 100 are found, and no right one is called wrong', () => {
    const wrong = mutations(data.quotations, 200, 11);
    const missed = wrong.filter(({ id, wrong: words }) => !proofreader.check(`会上讲：“${words}”大家都记下了。`).some(({ kind, quote }) => (kind === 'differs' || kind === 'misquote' || kind === 'formulation') && quote === id));
    expect(missed.length, missed.map(({ id, wrong: words }) => `${id} ${words}`).join('\n')).toBeLessThanOrEqual(4);
    const accused = data.quotations.filter(({ text }) => proofreader.check(`会上讲：“${text}”大家都记下了。`).some(({ kind }) => kind === 'differs' || kind === 'misquote' || kind === 'formulation'));
    expect(accused.map(({ id }) => id)).toEqual([]);
  });
});

describe('registers', () => {
  it('a known misquotation names what is right, once', () => {
    const findings = of('misquote', '如此无限循环，一次比一次的更正确、更生动、更丰富。');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ misquote: 'm-06', right: '如此无限循环，一次比一次地更正确、更生动、更丰富。' });
  });

  it('words beside it decide', () => {
    expect(of('misquote', '《反对本本主义》说“没有调查就没有发言权”。')).toHaveLength(1);
    expect(of('misquote', '《〈农村调查〉的序言和跋》说“没有调查就没有发言权”。')).toEqual([]);
    expect(of('misquote', '《毛泽东选集》第三卷第1901页谈从群众中来。')).toEqual([]);
  });

  it('the four items in the old order are told with the years it was usual', () => {
    for (const list of ['信访接待下基层、现场办公下基层、调查研究下基层、宣传党的路线、方针、政策下基层', '调查研究下基层，宣传党的路线、方针、政策下基层，信访接待下基层，现场办公下基层']) {
      const [finding, ...more] = proofreader.check(`四项制度是${list}。`);
      expect(['misquote', 'formulation'], list).toContain(finding?.kind);
      expect(finding?.right).toBe('宣传党的路线、方针、政策下基层，调查研究下基层，信访接待下基层，现场办公下基层');
      expect(`${finding?.message}${finding?.note}`, list).toContain('2014年至2022年');
      expect(more).toEqual([]);
    }
  });

  it('the four items shortened or short of one are told', () => {
    expect(of('formulation', '四下基层是宣传党的政策下基层、调查研究下基层、信访接待下基层、现场办公下基层。')[0]?.message).toContain('“宣传党的路线、方针、政策下基层”没有写全');
    expect(of('formulation', '四下基层是政策宣传下基层、调查研究下基层、信访接待下基层、现场办公下基层。')[0]?.message).toContain('没有写全');
    expect(of('formulation', '四下基层就是调查研究下基层、信访接待下基层、现场办公下基层。')[0]?.message).toContain('只列了3项，少“宣传党的路线、方针、政策下基层”');
    expect(proofreader.check('后来又抓调查研究下基层、信访接待下基层、现场办公下基层。').filter(({ kind }) => kind === 'formulation')).toEqual([]);
  });

  it('the four items in full and in order are right, whatever joins them', () => {
    expect(brief('四下基层是宣传党的路线、方针、政策下基层、调查研究下基层、信访接待下基层、现场办公下基层。').map(([kind]) => kind)).toEqual(['exact']);
  });

  it('wrong parts of 五无乡 are told', () => {
    expect(of('formulation', '下党是五无乡：无公路、无自来水、无电灯、无财政收入、无政府办公场所。')[0]?.right).toBe('无公路、无自来水、无电灯照明、无财政收入、无政府办公场所');
    expect(brief('下党是五无乡：无公路、无自来水、无电灯照明、无财政收入、无政府办公场所。')).toEqual([]);
  });
});

describe('marks', () => {
  it.each([
    ['基层,服务', 'marks', ','],
    ['基层.服务', 'marks', '.'],
    ['他说:好', 'marks', ':'],
    ['第一(上)篇', 'marks', '('],
    ['他说"好"。', 'marks', '"'],
    ['等等...', 'marks', '...'],
    ['等等。。。', 'marks', '。。。'],
    ['等等…', 'marks', '…'],
    ['王*同志', 'redaction', '*'],
    ['在××县', 'redaction', '××'],
    ['在XX县', 'redaction', 'XX'],
    ['李×，', 'redaction', '×'],
  ])('%s', (text, kind, mark) => expect(brief(text)[0]).toEqual([kind, mark]));

  it.each(['见 http://a.cn/?p=1,2', '上午10:30到', '共3.5公里，12,000元', 'A, B (C)', '长3×宽5', '1.加强调研', '好……', '“好……”', "don't", 'Wi-Fi 6'])('%s is left alone', (text) => expect(brief(text)).toEqual([]));
});

describe('the sample', () => {
  it('has every kind but one of each', () => {
    const found = new Set(proofreader.check(data.sample).map(({ kind }) => kind));
    for (const kind of ['misquote', 'differs', 'redaction', 'punctuation', 'marks', 'unknown', 'exact'] as const) expect(found.has(kind), kind).toBe(true);
  });
});
