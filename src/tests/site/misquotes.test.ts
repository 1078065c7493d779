import { type Element, isTag } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../features/search/reading-text.ts';
import { loadRegister } from '../../library/register.ts';
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
});
