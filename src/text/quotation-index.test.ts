import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { mutations } from '../tests/mutations.ts';
import { printable } from './difference.ts';
import { QuotationIndex } from './quotation-index.ts';

const folder = 'content/quotes';
const quotations = readdirSync(folder).flatMap((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as { id: string; text: string }[]);
const index = new QuotationIndex(quotations);
const textOf = (id: string) => quotations.find((quotation) => quotation.id === id)?.text ?? '';
const brief = (text: string, of = index) => of.scan(text).map(({ kind, id, from, to }) => [kind, id, text.slice(from, to)]);
const small = (...texts: string[]) => new QuotationIndex(texts.map((text, at) => ({ id: `q${at}`, text })));

describe('registered quotations', () => {
  it.each(['他在会上说：“#”大家都记住了。', '他在会上说#大家都记住了', '#\n', '会议指出，#。（据记录）'])('are never flagged in %s', (frame) => {
    const flagged = quotations.flatMap(({ id, text }) => {
      const findings = index.scan(frame.replace('#', text));
      const right = findings.length > 0 && findings.every((finding) => (finding.kind === 'exact' || finding.kind === 'excerpt') && finding.id === id);
      return right ? [] : [[id, findings.map(({ kind, difference }) => `${kind} ${printable(difference)}`)]];
    });
    expect(flagged).toEqual([]);
  });

  it('are found at their place in the original text', () => {
    const text = '他说：“江山就是人民，人民就是江山，人心向背关系党的生死存亡。”';
    const [finding] = index.scan(text);
    expect(finding).toMatchObject({ kind: 'exact', id: 'q2-xi-0220-renxin', from: 4, to: 30, marked: true, similarity: 1 });
    expect(index.exact(text).filter(({ whole }) => whole)).toEqual([
      { id: 'q2-xi-0220-renxin', from: 4, to: 30, quoteFrom: 0, quoteTo: 26, whole: true, omission: false, samePunctuation: true },
    ]);
  });

  it('count as excerpts from eight characters on', () => {
    expect(brief('他说“我至今还历历在目”。')).toEqual([['excerpt', 'q-huixin-lili', '我至今还历历在目']]);
    expect(index.exact('至今还历历在目').map(({ id }) => id)).toEqual([]);
  });

  it('may leave words out with ……', () => {
    expect(brief('“当年“三进下党”的场景……历历在目”')).toEqual([['excerpt', 'q-huixin-lili', '当年“三进下党”的场景……历历在目']]);
    expect(brief('“我至今还历历在目……当年的场景”').map(([kind]) => kind)).not.toContain('near');
  });

  it('may break lines and carry full-width digits', () => {
    expect(brief('经过３０年的不懈奋斗，下党\n天堑变通途、旧貌换新颜')[0]?.[1]).toBe('q-huixin-30nian');
    expect(brief('当年“三进\n下党”的场景，我至今还历历在目。').map(([kind]) => kind)).toEqual(['exact']);
  });
});

describe('wrong forms', () => {
  const wrong = mutations(quotations, 1_000);
  it.each(['下面是一段话。他强调：“#”这句话大家要记住。', '下面是一段话，他强调#这句话大家要记住。'])('are found, 98 of 100 or more, in %s', (frame) => {
    const missed = wrong.filter(({ id, wrong: words }) => !index.scan(frame.replace('#', words)).some((finding) => (finding.kind === 'near' || finding.kind === 'order') && finding.id === id));
    expect(missed.length / wrong.length, missed.map(({ id, wrong: words }) => `${id} ${words}`).join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('show what differs', () => {
    const [finding] = index.scan('他说：“当年“三进下党”的情景，我至今历历在目。”');
    expect(finding?.kind).toBe('near');
    expect(printable(finding?.difference ?? [])).toBe('当年“三进下党”的［误：情；正：场］景，我至今［少：还］历历在目');
  });

  it('show other marks for what they are', () => {
    const [finding] = index.scan('“弱鸟可望先飞,至贫可能先富,但能否实现先飞、先富，首先要看我们头脑里有无这种意识”');
    expect(finding?.kind).toBe('punctuation');
    expect(printable(finding?.difference ?? [])).toContain('先飞［误：,；正：，］至贫');
  });

  it('show clauses in other order', () => {
    expect(brief('信访接待下基层、现场办公下基层、调查研究下基层、宣传党的路线方针政策下基层').map(([kind, id]) => [kind, id])).toEqual([['order', 'q-xi-sixia-siju']]);
    expect(brief('“守的是人民的心”，“打江山、守江山”').map(([kind]) => kind)).not.toContain('order');
  });

  it('find the first or last character too, not a word that fits a quotation in', () => {
    expect(brief('“年“三进下党”的场景，我至今还历历在目。”')[0]?.[0]).toBe('near');
    expect(brief('“当年“三进下党”的场景，我至今还历历在心。”')[0]?.[0]).toBe('near');
    expect(brief('应“真正做到一张好的蓝图一干到底，切实干出成效来”')[0]?.[0]).toBe('excerpt');
    expect(brief('要“真正做到一张好的蓝图一干到底，切实干出成效来”')[0]?.[0]).toBe('exact');
  });
});

describe('overlapping quotations', () => {
  it('an exact one excuses what is near another', () => {
    expect(brief('他说：“没有调查就没有发言权”。')).toEqual([['excerpt', 'q2-mao-1941-fayanquan', '没有调查就没有发言权']]);
    expect(brief('江山就是人民、人民就是江山，打江山、守江山，守的是人民的心。').map(([kind, id]) => [kind, id])).toEqual([['exact', 'q2-xi-71-jiangshan']]);
  });

  it('an exact one of half the length excuses the error of the longer one', () => {
    const pair = small('调查研究是做好工作的基本功，群众是真正的英雄，我们要虚心学习。', '群众是真正的大英雄，我们要虚心学习。');
    expect(brief('调查研究是做好工作的基本功，群众是真正的大英雄，我们要虚心学习。', pair).map(([kind, id]) => [kind, id])).toEqual([['excerpt', 'q0'], ['exact', 'q1']]);
  });

  it('but not an error within a much longer one', () => {
    const long = textOf('q2-mao-1941-fayanquan').replace('没有调查就', '没有调查');
    expect(brief(long).map(([kind, id]) => [kind, id])).toEqual([['near', 'q2-mao-1941-fayanquan']]);
  });

  it('common phrases raise no alarm', () => {
    for (const prose of ['我们要坚持从群众中来、到群众中去，把四下基层落实好。', '干部要深入基层，联系群众，解决问题。', '群众路线是党的根本工作路线，调查研究是基本功。', '传承弘扬四下基层优良传统，推动干部下基层、察民情、解民忧。'])
      expect(index.scan(prose).filter(({ kind }) => kind !== 'exact' && kind !== 'excerpt'), prose).toEqual([]);
  });

  it('short ones match exactly or not at all', () => {
    const short = small('注重调查', '抓而不紧');
    expect(brief('我们要注重调查。', short)).toEqual([['exact', 'q0', '注重调查']]);
    expect(brief('我们要注意调查，抓而不松。', short)).toEqual([]);
  });
});

describe('suggestions', () => {
  it('name the nearest quotation', () => {
    expect(index.nearest('没有调查研究，就没有发言权，也没有决策权')[0]?.id).toBe('q-moushi');
    expect(index.nearest('今天天气很好，适合出门散步')).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    ['one character', '的'.repeat(50_000)],
    ['lone surrogates', `${'\ud800'.repeat(500)}没有调查，没有发言权${'\udc00'.repeat(500)}`],
    ['open marks', '“'.repeat(50_000)],
    ['a refrain', '从群众中来，到群众中去，'.repeat(500)],
    ['markup', '<img src=x onerror=alert(1)>'.repeat(1_000)],
    ['ligatures', '\ufdfa'.repeat(10_000)],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    const findings = index.scan(text);
    let last = 0;
    for (const { from, to } of findings) {
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThan(from);
      last = to;
    }
  });
});
