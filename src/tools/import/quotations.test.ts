import { describe, expect, it } from 'vitest';
import { QuotationIndex } from '../../text/quotation-index.ts';
import { recogniseQuotations } from './quotations.ts';

const list = [
  { id: 'q-one', text: '渠修到哪里，账就公布到哪里；谁家的田先浇、谁家的田后浇，大家一起定。' },
  { id: 'q-marks', text: '“亮水”，亮的是渠底，暖的是人心' },
  { id: 'q-four', text: '宣传下到村头，调查下到田头，接待下到门头，办公下到渠头' },
];
const quotations = new Map(list.map((quotation) => [quotation.id, quotation]));
const index = new QuotationIndex(list);
const recognise = (body: string) => recogniseQuotations(body, index, quotations, new Set(['q-four']));
const rules = (body: string) => recognise(body).notes.map(({ rule }) => rule);

describe('quotations in an imported text', () => {
  it.each([
    ['他说：“渠修到哪里，账就公布到哪里”，大家都点头。', '他说：<Q id="q-one">渠修到哪里，账就公布到哪里</Q>，大家都点头。'],
    ['他说：“谁家的田先浇、谁家的田后浇，大家一起定。”大家都点头。', '他说：<Q id="q-one">谁家的田先浇、谁家的田后浇，大家一起定。</Q>大家都点头。'],
    ['他说：“渠修到哪里，账就公布到哪里。”大家都点头。', '他说：<Q id="q-one">渠修到哪里，账就公布到哪里</Q>。大家都点头。'],
    ['“渠修到哪里，账就公布到哪里；谁家的田先浇、谁家的田后浇，大家一起定。”', '<Quote id="q-one" />'],
    ['> “‘亮水’，亮的是渠底，暖的是人心。”', '<Quote id="q-marks" />'],
    ['村口写着“‘亮水’，亮的是渠底，暖的是人心”几个字', '村口写着<Q id="q-marks">“亮水”，亮的是渠底，暖的是人心</Q>几个字'],
    ['- 一“渠修到哪里，账就公布到哪里”二“亮的是渠底，暖的是人心”三', '- 一<Q id="q-one">渠修到哪里，账就公布到哪里</Q>二<Q id="q-marks">亮的是渠底，暖的是人心</Q>三'],
  ])('%s', (given, expected) => {
    expect(recognise(given)).toMatchObject({ body: expected, notes: [] });
    expect(recognise(given).replaced.length).toBeGreaterThan(0);
  });

  it('takes the registered marks, and says so', () => {
    const { body, notes } = recognise('他说：“渠修到哪里账就公布到哪里；谁家的田先浇、谁家的田后浇”。');
    expect(body).toBe('他说：<Q id="q-one">渠修到哪里，账就公布到哪里；谁家的田先浇、谁家的田后浇</Q>。');
    expect(notes).toEqual([expect.objectContaining({ rule: 'quote-punctuation', level: '提醒', message: '引文的标点照登记改了：渠修到哪里［少：，］账就公布到哪里；谁家的田先浇、谁家的田后浇' })]);
  });

  it('reports a quotation with an error, with its place and the difference, and leaves it', () => {
    const line = '开头一句。\n\n他说：“渠修到那里，账就公布到哪里；谁家的田先浇”。';
    const { body, notes } = recognise(line);
    expect(body).toBe(line);
    expect(notes).toEqual([expect.objectContaining({ rule: 'near-quote', level: '错误', hint: `登记的是：${list[0]?.text}` })]);
    expect(notes[0]?.message).toContain('［误：那；正：哪］');
    expect(line.slice(notes[0]?.at)).toMatch(/^渠修到那里/);
  });

  it('reports clauses in another order, and words without marks', () => {
    expect(rules('他讲“谁家的田先浇、谁家的田后浇，大家一起定。渠修到哪里，账就公布到哪里”。')).toEqual(['near-quote']);
    // A set formula is the business of the table of formulas.
    expect(rules('他讲“调查下到田头，宣传下到村头，接待下到门头，办公下到渠头”。')).toEqual([]);
    expect(rules('大家都说渠修到哪里，账就公布到哪里；谁家的田先浇。')).toEqual(['unmarked-quote']);
    expect(rules('这就是宣传下到村头，调查下到田头，接待下到门头，办公下到渠头。')).toEqual([]);
    expect(rules('## “渠修到那里，账就公布到哪里；谁家的田先浇”')).toEqual([]);
  });

  it('keeps the places of notes right when words before them are replaced', () => {
    const { body, notes } = recognise('一“渠修到哪里，账就公布到哪里”，二“渠修到那里，账就公布到哪里；谁家的田先浇”。');
    expect(body.slice(notes[0]?.at)).toMatch(/^渠修到那里/);
  });
});
