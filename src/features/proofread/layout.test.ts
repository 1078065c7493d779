import { describe, expect, it } from 'vitest';
import { data, proofreader } from './fixture.ts';
import { countsOf, paragraphAt, remarksOf, stretches } from './layout.ts';
import { reportOf, summaryOf } from './report.ts';

const findings = proofreader.check(data.sample);
const remarks = remarksOf(findings);

describe('layout', () => {
  it.each([data.sample, '', '的'.repeat(200), `基层,${'\ud800'}服务,`.repeat(50), '“江山就是人民,人民就是江山,人心向背关系党的生死存亡”'])('cuts a text into stretches that are the text', (text) => {
    const parts = stretches(text, remarksOf(proofreader.check(text)));
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });

  it('begins and ends every place once', () => {
    const parts = stretches(data.sample, remarks);
    const places = remarks.flatMap(({ number, places: own }) => own.map((_place, at) => `${number}-${at + 1}`));
    expect(parts.flatMap(({ begins }) => begins.map(({ number, place }) => `${number}-${place}`)).sort()).toEqual(places.sort());
    expect(parts.flatMap(({ ends }) => ends)).toHaveLength(places.length);
    for (const { kind, begins } of parts) if (begins.length > 0) expect(kind).toBeDefined();
  });

  it('tells slips of punctuation once, with all their places', () => {
    const commas = remarksOf(proofreader.check('基层,群众,干部,'));
    expect(commas.map(({ places }) => places.length)).toEqual([3]);
    expect(countsOf(proofreader.check('基层,群众,干部,'))).toEqual([{ kind: 'marks', count: 3 }]);
  });

  it('counts paragraphs without blank lines', () => {
    const paragraph = paragraphAt('一\n\n二\n三');
    expect([0, 3, 5].map(paragraph)).toEqual([1, 2, 3]);
  });
});

describe('report', () => {
  it('has every remark, the difference, what is right and where from', () => {
    const report = reportOf(data.sample, findings, '引文体检');
    for (const { number, finding } of remarks) {
      expect(report).toContain(`\n${number}. `);
      expect(report).toContain(finding.message);
    }
    expect(report).toContain('对照：当年‘三进下党’的［误：情；正：场］景，我至今［少：还］历历在目');
    expect(report).toContain('登记的文字：“当年‘三进下党’的场景，我至今还历历在目。”——q-huixin-lili的出处。');
    expect(report.split('\n')[1]).toBe(summaryOf(findings));
  });

  it('of a clean text says so', () => expect(reportOf('今天开会。', [], '引文体检')).toContain('没有找到库中的论述'));
});
