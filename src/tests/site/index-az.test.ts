import { describe, expect, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { builtPages } from './dist.ts';

const pages = builtPages();
const index = pages.find(({ path }) => path === '/search/index-az/');
const targets = new Set(index?.elements.filter(({ name }) => name === 'a').map(({ attribs }) => attribs.href));

describe('the index by pinyin', () => {
  it('leads to every text, plan, term, place and quotation', () => {
    const { glossary, places, quotes } = loadRegister();
    const texts = pages.map(({ path }) => path).filter((path) => /^\/(?:lessons|cases|essays|forms|plans)\/[^/]+\/$/.test(path));
    expect(texts.length).toBeGreaterThan(40);
    const wanted = [...texts, ...[...glossary.keys()].map((id) => `/glossary/#${id}`), ...[...places.keys()].map((id) => `/places/#${id}`), ...[...quotes.keys()].map((id) => `/quotes/${id}/`)];
    expect(wanted.filter((path) => !targets.has(path))).toEqual([]);
  });

  it('puts what is read otherwise than it looks where it is read', () => {
    const at = (words: string) => index?.html.indexOf(`>${words}</a>`) ?? -1;
    const letter = (id: string) => index?.html.indexOf(`<h2 id="${id}"`) ?? -1;
    for (const [words, from, to] of [['下党乡', 'X', 'Y'], ['浦江经验', 'P', 'Q'], ['重视调查研究，是我们党在革命', 'Z', 'digits'], ['解剖麻雀', 'J', 'K']] as const) {
      expect(at(words), words).toBeGreaterThan(letter(from));
      if (to !== 'digits') expect(at(words), words).toBeLessThan(letter(to));
    }
  });

  it('is offered on the search page to those whose browser runs no script', () => {
    const search = pages.find(({ path }) => path === '/search/')?.html ?? '';
    const words = /<noscript>([\s\S]*?)<\/noscript>/.exec(search)?.[1] ?? '';
    expect(words).toContain('href="/search/index-az/"');
    expect(words).toContain('没有运行');
  });
});
