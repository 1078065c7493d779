import { type Element, isTag } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../features/search/reading-text.ts';
import { loadRegister } from '../../library/register.ts';
import { misquoteFinder } from '../../text/misquotes.ts';
import { builtPages, isPaper } from './dist.ts';

const pages = builtPages();
const page = pages.find(({ path }) => path === '/misquotes/');
const misquotes = [...loadRegister().misquotes.values()];
const linksOf = (elements: Element[]) => elements.flatMap((element) => (element.name === 'a' ? [element.attribs.href] : []));
const within = (root: Element | undefined): Element[] => (root?.children ?? []).filter(isTag).flatMap((child) => [child, ...within(child)]);

describe('the page of misquotations', () => {
  it('has every entry in the section of its kind, 常见 and 易混 apart', () => {
    const idsIn = (section: string) => within(page?.elements.find((element) => element.attribs.id === section)).flatMap((element) => ('data-search-record' in element.attribs ? [element.attribs.id] : []));
    const registered = (seen: string) => misquotes.filter((misquote) => misquote.seen === seen).map(({ id }) => id);
    expect(misquotes.length).toBeGreaterThanOrEqual(35);
    expect(idsIn('common')).toEqual(registered('常见'));
    expect(idsIn('confusable')).toEqual(registered('易混'));
  });

  it('gives every entry what is wrong, what is right, and its sources', () => {
    const records = new Map(recordsOf(page?.html ?? '', '/misquotes/').map((record) => [record.url, record.blocks.map((block) => block.text).join('\n')]));
    for (const { id, wrong, right, correct = '', sources } of misquotes) {
      const text = records.get(`/misquotes/#${id}`) ?? '';
      for (const words of [wrong, right, correct]) expect(text, id).toContain(words);
      const links = linksOf(within(page?.elements.find((element) => element.attribs.id === id)));
      for (const source of sources) expect(links, id).toContain(`/sources/#${source}`);
    }
  });

  it('links each entry to its quotations, and each of them back', () => {
    for (const { id, quotes } of misquotes)
      for (const quote of quotes) {
        expect(linksOf(within(page?.elements.find((element) => element.attribs.id === id))), id).toContain(`/quotes/${quote}/`);
        expect(linksOf(pages.find(({ path }) => path === `/quotes/${quote}/`)?.elements ?? []), quote).toContain(`/misquotes/#${id}`);
      }
  });

  it('can be reached from every page, and from the list of quotations', () => {
    for (const { path, elements } of pages.filter((page) => !isPaper(page))) expect(linksOf(elements), path).toContain('/misquotes/');
    const main = pages.find(({ path }) => path === '/quotes/')?.elements.find((element) => element.name === 'main');
    expect(linksOf(within(main))).toContain('/misquotes/');
  });
});

describe('the forms a machine looks for', () => {
  it('never include the wording that is right', () => {
    for (const { id, forms, correct } of misquotes) for (const { text } of forms) expect(correct && text.includes(correct), `${id}: ${text}`).not.toBe(true);
  });

  it('stand in no registered quotation, nor beside their neighbours there', () => {
    const quotes = [...loadRegister().quotes.values()];
    const hits = misquotes.flatMap(({ id, forms }) =>
      forms.flatMap(({ text, near }) => quotes.filter((quote) => quote.text.includes(text) && (near.length === 0 || near.some((word) => `${quote.text}${quote.speaker}${quote.occasion}`.includes(word)))).map((quote) => `${id} ${text} ${quote.id}`)),
    );
    expect(hits).toEqual([]);
  });

  it.each([
    ['m-01', '《反对本本主义》里说：没有调查就没有发言权。', '《反对本本主义》里说的是“没有调查，没有发言权”，带“就”字的“没有调查就没有发言权”见于1941年的序。'],
    ['m-04', '2013年7月，他在武汉指出：没有调查就没有发言权，没有调查就没有决策权。', '2023年的方案引作“没有调查就没有发言权，没有调查就没有决策权”，同2013年武汉讲的句式不同。'],
    ['m-10', '四下基层是信访接待下基层、现场办公下基层、调查研究下基层、宣传党的方针政策下基层。', '2014年前后的旧文，次序是信访接待下基层、现场办公下基层、调查研究下基层、宣传政策下基层。'],
    ['m-29', '《整治形式主义为基层减负若干规定》2025年8月出台。', '减负的规定2024年发布，不是2025年8月出台的。'],
    ['m-30', '领导干部要根据《信访条例》的规定接访。', '旧的《信访条例》已经废止，写接访的稿子不要再写根据《信访条例》。'],
  ])('of %s find the error and leave a sentence about it alone', (id, wrong, about) => {
    const find = misquoteFinder(misquotes);
    expect(find(wrong).map((finding) => finding.id)).toContain(id);
    expect(find(about)).toEqual([]);
  });
});
