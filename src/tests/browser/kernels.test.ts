import { resolve } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { ask, type Shown } from './ask.ts';
import { chromium109, chromium81, type Unpacked } from './old-chromium.ts';
import { RawBrowser, type RawPage } from './raw-browser.ts';
import { askRaw } from './raw-ask.ts';
import { strayMarks } from './lines.ts';
import { firefoxProgram, RawFirefox } from './raw-firefox.ts';

const site = inject('site');
const queries = ['历历在目', '三进下党', '霞浦 102人', '三進下黨', '2019年8月4日', '绝无此句甲乙丙'];
const expected = new Map<string, Shown>();

/** What a reader has to be able to do in every kernel of grades A and C; the copy on a disk has its own test. */
beforeAll(async () => {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`${site}/search/`);
  for (const query of queries) expected.set(query, await ask(page, query));
  await browser.close();
}, 120_000);

async function find(page: RawPage, query: string): Promise<Shown> {
  await askRaw(page, query);
  return page.run(() => {
    const addresses = (selector: string) => Array.from(document.querySelectorAll<HTMLAnchorElement>(selector), (link) => link.pathname + link.hash);
    return { hits: addresses('a[data-hit]:not([data-variant])'), variants: addresses('a[data-hit][data-variant]'), total: Number(document.querySelector<HTMLElement>('ol[data-results]')?.dataset.total) };
  });
}

const wordsOf = async (pdf: Uint8Array): Promise<{ pages: number; words: string }> => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const parts = await Promise.all(Array.from({ length: document.numPages }, async (_value, at) => (await (await document.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
  return { pages: document.numPages, words: parts.join('').normalize('NFKC').replace(/\s+/g, '') };
};

// Chromium before 97 says in the console that it does not know this source of the policy, and goes on.
const complaints = (page: RawPage) => page.complaints.filter((line) => !line.includes("'wasm-unsafe-eval''. It will be ignored"));

interface Driven {
  open: () => Promise<string>;
  page: () => Promise<RawPage>;
  close: () => Promise<void>;
}

const chromium = ({ executable, libraries }: Unpacked): Driven => new RawBrowser(executable, { ...process.env, FONTCONFIG_FILE: resolve('node_modules', '.cache', 'browser', 'fonts.conf'), ...(libraries && { LD_LIBRARY_PATH: libraries }) });
const firefox = firefoxProgram();
const kernels: [string, RegExp, () => Promise<Driven> | Driven][] = [
  ['Chromium 81', /\/81\./, () => chromium(chromium81())],
  ['Chromium 109', /\/109\./, async () => chromium(await chromium109())],
  ...(firefox ? ([['Firefox', /^firefox\/1\d\d\./, () => new RawFirefox(firefox)]] satisfies [string, RegExp, () => Driven][]) : []),
];

describe.each(kernels)('%s', (name, version, start) => {
  let browser: Driven;
  let page: RawPage;

  beforeAll(async () => {
    browser = await start();
    expect(await browser.open()).toMatch(version);
    page = await browser.page();
  }, 60_000);
  afterAll(() => browser?.close());

  it('reads: the page is styled and whole, a link leads on, nothing complains', async () => {
    await page.goto(`${site}/`);
    expect(await page.run(() => getComputedStyle(document.querySelector('header.site') as Element).borderTopWidth)).toBe('4px');
    await page.leads(() => page.run(() => document.querySelector<HTMLElement>('nav.main a[href$="/cases/"]')?.click()));
    await page.leads(() => page.run(() => document.querySelector<HTMLElement>('a[href$="/cases/xiadang/"]')?.click()));
    const seen = await page.run(() => ({
      title: document.querySelector('h1')?.textContent,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      settings: document.querySelector<HTMLElement>('reading-settings button')?.offsetHeight ?? 0,
    }));
    expect(seen).toMatchObject({ title: '三进下党', wide: 0 });
    expect(seen.settings).toBeGreaterThanOrEqual(44);
    for (const path of ['/lessons/overview/', '/quotes/', '/plans/party-meeting-45/', '/timeline/', '/charts/', '/places/', '/proofread/', '/mine/']) {
      await page.goto(site + path);
      expect(await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
    }
    expect(await page.run(strayMarks)).toEqual([]);
    expect(complaints(page)).toEqual([]);
  }, 120_000);

  it('searches: finds exactly what the current Chromium finds', async () => {
    await page.goto(`${site}/search/`);
    for (const query of queries) expect(await find(page, query), query).toEqual(expected.get(query));
    expect(complaints(page)).toEqual([]);
  }, 120_000);

  it('searches without its index: Pagefind, or the plain text, gives the same', async () => {
    await page.goto(`${site}/search/`);
    await page.run(() => {
      const { fetch } = window;
      window.fetch = (what, how) => (/search\/data/.test(String(what instanceof Request ? what.url : what)) ? Promise.reject(new TypeError('gone')) : fetch(what, how));
    });
    for (const query of queries.slice(0, 3)) expect(await find(page, query), query).toEqual(expected.get(query));
    expect(await page.run(() => document.querySelector<HTMLElement>('ol[data-results]')?.dataset.source)).toMatch(/^(?:pagefind|text)$/);
  }, 120_000);

  it('keeps a basket, lays it out and prints it', async () => {
    for (const item of ['cases/xiadang', 'quotes/q-huixin-lili']) {
      await page.goto(`${site}/${item}/`);
      await page.until((wanted) => document.querySelector(`add-to-basket[data-item="${wanted}"] button`) !== null, item);
      await page.run((wanted) => document.querySelector<HTMLElement>(`add-to-basket[data-item="${wanted}"] button`)?.click(), item);
    }
    await page.goto(`${site}/handout/`);
    const pages = await page.until(() => {
      const shelf = document.querySelector<HTMLElement>('handout-shelf');
      return shelf && shelf.dataset.state === 'done' && Number(shelf.dataset.pages);
    });
    expect(pages).toBeGreaterThan(2);
    await page.goto(`${site}/handout/sheets/`);
    expect(await page.until(() => Number(document.querySelector<HTMLElement>('#sheets')?.dataset.pages))).toBe(pages);
    const printed = await wordsOf(await page.pdf());
    expect(printed.pages).toBe(pages);
    expect(printed.words).toContain('三进下党');
    expect(printed.words).toContain('历历在目');
  }, 120_000);

  it('prints a page without the furniture of the screen', async () => {
    await page.goto(`${site}/cases/xiadang/`);
    const printed = await wordsOf(await page.pdf());
    expect(printed.pages).toBeGreaterThan(4);
    expect(printed.words).toContain('三进下党');
    // Firefox's PDFs leave many characters without their code; what is not there can be told from the others only.
    if (name !== 'Firefox') expect(printed.words).toContain('出处与注释');
    for (const furniture of ['阅读设置', '加入讲义', '打印讲义']) expect(printed.words).not.toContain(furniture);
  }, 60_000);

  it('checks a text for quotations', async () => {
    await page.goto(`${site}/proofread/`);
    await page.until(() => document.querySelector('[data-sample]') !== null);
    await page.run(() => document.querySelector<HTMLElement>('[data-sample]')?.click());
    await page.until(() => document.querySelector<HTMLElement>('proof-read')?.dataset.state === 'done');
    expect(await page.run(() => document.querySelectorAll('[data-remarks] li').length)).toBeGreaterThan(0);
  }, 60_000);
});
