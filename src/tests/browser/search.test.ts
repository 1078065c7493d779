import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { norm } from '../../text/norm.ts';
import { termsOf } from '../../features/search/query/terms.ts';
import { recordsOf } from '../../features/search/reading-text.ts';
import { launch } from '../../tools/browser.ts';
import { seeded as random } from '../../tools/bench/seeded.ts';
import { ask as askPage } from './ask.ts';
import { builtPages } from '../site/dist.ts';

const site = inject('site');
let browser: Browser;
let page: Page;

const pageOf = (url: string) => url.replace(/#.*$/, '');
/** The blocks of every page in normal form: what a plain text search would look through. */
const blocks = builtPages().flatMap(({ html, path }) => recordsOf(html, path).flatMap((record) => record.blocks.map((block) => ({ page: pageOf(record.url), text: Array.from(norm(block.text)) }))));

/** The pages that contain a phrase in normal form, by plain text search. */
const pagesWith = (phrase: string): string[] => [...new Set(blocks.filter((block) => block.text.join('').includes(phrase)).map((block) => block.page))].sort();

const ask = (query: string) => askPage(page, query);

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${site}/search/`);
});
afterAll(() => browser?.close());

describe('search', () => {
  it('returns exactly the pages that contain a substring, drawn at random', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    const count = Number(process.env.DRAWS ?? 100);
    console.log(`substring seed: ${seed}, ${count} draws`);
    const next = random(seed);
    const texts = blocks.filter(({ text }) => text.length >= 12);
    const wrong: string[] = [];
    for (let drawn = 0; drawn < count; drawn += 1) {
      const { text } = texts[Math.floor(next() * texts.length)] ?? { text: [] };
      const length = 2 + Math.floor(next() * 11);
      const from = Math.floor(next() * (text.length - length + 1));
      const query = text.slice(from, from + length).join('');
      const expected = pagesWith(query);
      const { hits, variants } = await ask(query);
      const returned = [...new Set(hits.map(pageOf))].sort();
      if (expected.join() !== returned.join()) wrong.push(`${query}: expected ${expected.length}, returned ${returned.length}`);
      // What is there because 2019年 and 二〇一九年 count as the same must have one of those forms.
      const forms = termsOf(query).flatMap((term) => term.forms.flatMap(pagesWith));
      for (const variant of variants) if (!forms.includes(pageOf(variant))) wrong.push(`${query}: ${variant} has no form of it`);
    }
    expect(wrong).toEqual([]);
  }, 600_000);

  it('answers the query of the address on load', async () => {
    await page.goto(`${site}/search/?q=${encodeURIComponent('“历历在目”')}`);
    await page.waitForSelector('ol[data-results][data-state=done] a[data-hit]');
    expect(await page.locator('a[data-hit]').first().getAttribute('data-type')).toBe('论述');
    expect(await page.locator('mark').first().textContent()).toBe('历历在目');
  });

  it('does not mind punctuation, width and spaces between phrases', async () => {
    const plain = await ask('从群众中来到群众中去');
    expect(plain.total).toBeGreaterThan(0);
    expect((await ask('从群众中来，到群众中去')).hits).toEqual(plain.hits);
    const both = await ask('霞浦 １０２人');
    expect(both.total).toBeGreaterThan(0);
    expect((await ask('绝无此句甲乙丙')).total).toBe(0);
  });

  it.each([
    ['三進下黨', '三进下党'],
    ['走羣眾路線', '走群众路线'],
    ['3进下党', '三进下党'],
    ['二〇一九年八月四日', '2019年8月4日'],
    ['二○一九年八月', '2019年8月'],
    ['一百零二人', '102人'],
  ])('takes %s for %s', async (written, meant) => {
    const typed = await ask(written);
    const other = await ask(meant);
    expect(other.total).toBeGreaterThan(0);
    expect([...typed.hits, ...typed.variants]).toEqual([...other.hits, ...other.variants]);
  });

  it('keeps near results apart from exact ones, and shows them only when there are few of those', async () => {
    const near = async (query: string) => {
      const { total } = await ask(query);
      await page.waitForFunction((wanted) => document.querySelector<HTMLElement>('ol[data-near][data-state=done]')?.dataset.query === wanted, query, { polling: 10 });
      return { total, words: await page.locator('[data-near] li').allTextContents(), shown: await page.locator('[data-near-section]').isVisible() };
    };
    const wrong = await near('我至今还历历在心');
    expect(wrong).toMatchObject({ total: 0, shown: true });
    expect(wrong.words[0]).toContain('当年‘三进下党’的场景，我至今还历历在目');
    expect(await page.locator('[data-near] mark.off').first().textContent()).toBe('目');
    expect(await page.locator('[data-near] a[data-hit]').count()).toBe(0);
    expect(await near('下党')).toMatchObject({ words: [], shown: false });
    const known = await near('反对本本主义 没有调查就没有发言权');
    expect(known.words[0]).toContain('没有调查，没有发言权');
    expect(known.words[0]).toContain('辨正');
  });

  it('asks for the table of traditional characters only when a character stands nowhere', async () => {
    const fresh = await browser.newPage();
    const asked: string[] = [];
    fresh.on('request', (request) => asked.push(request.url()));
    await fresh.goto(`${site}/search/?q=${encodeURIComponent('绝无此句')}`);
    await fresh.waitForSelector('ol[data-results][data-state=done]', { state: 'attached' });
    expect(asked.filter((url) => url.includes('variants'))).toEqual([]);
    await fresh.goto(`${site}/search/?q=${encodeURIComponent('三進下黨')}`);
    await fresh.waitForSelector('ol[data-results][data-state=done]', { state: 'attached' });
    expect(asked.filter((url) => url.includes('variants')).length).toBe(1);
    await fresh.close();
  });

  it('finds a phrase that runs from a heading into the text, when no block has it', async () => {
    const pair = builtPages().flatMap(({ html, path }) => recordsOf(html, path)).find((record) => record.type === '案例' && record.blocks.length > 4);
    const [before, after] = pair?.blocks.slice(3, 5) ?? [];
    const query = norm(before?.text ?? '').slice(-5) + norm(after?.text ?? '').slice(0, 5);
    expect((await ask(query)).hits.map(pageOf)).toContain(pair?.url);
  });

  it('leads a hit in a text to the section it stands in', async () => {
    const { hits } = await ask('历历在目');
    expect(hits.some((hit) => /^\/cases\/xiadang\/#/.test(hit))).toBe(true);
  });

  it('narrows by type and keeps it in the address', async () => {
    await ask('下党');
    await page.locator('.kinds label', { hasText: '论述' }).click();
    await page.waitForFunction(() => location.search.includes('type='));
    await page.waitForSelector('ol[data-results][data-state=done]');
    expect(await page.locator('a[data-hit]:not([data-type="论述"])').count()).toBe(0);
    expect(await page.locator('a[data-hit]').count()).toBeGreaterThan(0);
  });

  it('says so and offers the lists when none of the three sources can be loaded', async () => {
    const other = await browser.newPage();
    for (const source of ['**/search/data/**', '**/search/text/**', '**/pagefind/**']) await other.route(source, (route) => route.abort());
    await other.goto(`${site}/search/?q=下党`);
    await other.waitForSelector('ol[data-results][data-state=error]', { state: 'attached' });
    expect(await other.locator('[data-status]').textContent()).toContain('没有装载成功');
    expect(await other.locator('[data-fallback] a').first().isVisible()).toBe(true);
    await other.close();
  });

  it('needs 20 KB or less, in the median, for a later query', async () => {
    const cold = await browser.newContext();
    const other = await cold.newPage();
    await other.goto(`${site}/search/?q=下党`);
    await other.waitForSelector('ol[data-results][data-state=done]');
    const next = random(7);
    const sizes: number[] = [];
    for (let asked = 0; asked < 25; asked += 1) {
      const { text } = blocks[Math.floor(next() * blocks.length)] ?? { text: [] };
      const query = text.slice(0, 2 + Math.floor(next() * 6)).join('');
      const bytes: Promise<number>[] = [];
      const count = (response: Response) => void bytes.push(response.body().then((body) => body.length, () => 0));
      other.on('response', count);
      await other.fill('input[type=search][name=q]', query);
      await other.waitForFunction((wanted) => document.querySelector<HTMLElement>('ol[data-results][data-state=done]')?.dataset.query === wanted, query);
      other.off('response', count);
      sizes.push((await Promise.all(bytes)).reduce((sum, size) => sum + size, 0));
    }
    await cold.close();
    const median = sizes.sort((a, b) => a - b)[12] ?? 0;
    console.log(`later query: median ${median} B`);
    expect(median).toBeLessThanOrEqual(20 * 1024);
  });

  it('needs at most 120 KB gzip to the first result from a cold cache', async () => {
    const { gzipSync } = await import('node:zlib');
    const cold = await browser.newContext();
    const other = await cold.newPage();
    const sizes: Promise<number>[] = [];
    other.on('response', (response) => sizes.push(response.body().then((body) => (/\.bin$/.test(response.url()) ? body.length : gzipSync(body).length), () => 0)));
    await other.goto(`${site}/search/?q=${encodeURIComponent('三进下党')}`);
    await other.waitForSelector('a[data-hit]');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await cold.close();
    console.log(`first result: ${bytes} B`);
    expect(bytes).toBeLessThanOrEqual(120 * 1024);
  });
});
