import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { norm } from '../../text/norm.ts';
import { launch } from '../../tools/browser.ts';
import { ask } from './ask.ts';

const site = inject('site');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

const done = () => page.waitForSelector('ol[data-results][data-state=done]', { state: 'attached' });
const open = async (path: string) => {
  await page.goto(site + path);
  await done();
};
const total = () => page.locator('ol[data-results]').getAttribute('data-total').then(Number);

describe('results', () => {
  it('show the query in every excerpt, with punctuation between its characters marked along', async () => {
    await page.goto(`${site}/search/`);
    for (const query of ['没有调查没有发言权', '72万元', '霞浦 102人', '1989年7月', '从群众中来到群众中去', '马上就办']) {
      await ask(page, query, 'first');
      for (const item of await page.locator('ol[data-results] li').all()) {
        const marked = norm((await item.locator('mark').allTextContents()).join(''));
        for (const term of query.split(' ')) expect(marked, `${query}: ${await item.textContent()}`).toContain(norm(term));
      }
    }
  });

  it('show of a quotation the whole sentence, speaker, occasion, grade, and copy it with its sources', async () => {
    await open('/search/?q=历历在目');
    const first = page.locator('ol[data-results] li').first();
    const words = (await first.textContent()) ?? '';
    for (const part of ['“当年‘三进下党’的场景，我至今还历历在目。”', '习近平', '给福建省寿宁县下党乡乡亲们的回信', '2019年8月4日', '同一来源']) expect(words).toContain(part);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => Promise.resolve(Object.assign(window, { copied: text })) } }));
    await page.evaluate(() => Reflect.deleteProperty(window, 'ClipboardItem'));
    await first.getByRole('button', { name: '复制并附出处' }).click();
    const copied = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(copied).toMatch(/^“当年‘三进下党’的场景，我至今还历历在目。”——习近平，[^\n]+，2019年8月4日。\n\n出处：\n\[1\] /);
    expect(copied).toContain('/quotes/q-huixin-lili/');
  });

  it('put what they stand for into the basket', async () => {
    await open('/search/?q=历历在目');
    for (const address of ['/quotes/q-huixin-lili/', '/cases/xiadang/']) {
      const item = page.locator('ol[data-results] li').filter({ has: page.locator(`a.title[href*="${address}"]`) });
      await item.getByRole('button', { name: /^加入讲义/ }).click();
      expect(await item.locator('add-to-basket').textContent()).toBe('已在讲义篮');
    }
    expect(await page.locator('[data-basket-count]').textContent()).toBe('2');
    await page.evaluate(() => localStorage.removeItem('basket'));
  });

  it('answer what was typed before the script ran', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    // The small script in the head that sets colours holds the page itself.
    const later = /\/(?!boot\.)[^/]*\.js$/;
    await page.route(later, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site}/search/`, { waitUntil: 'commit' });
    await page.locator('site-search input[name=q]').fill('历历在目');
    release();
    await page.waitForSelector('ol[data-results][data-query=历历在目][data-state=done] a[data-hit]');
    await page.unroute(later);
    await page.waitForURL((url) => url.searchParams.get('q') === '历历在目');
  });

  it('lead to the paragraph with the words marked, also across links; Esc and the button clear them', async () => {
    await open('/search/?q=历历在目');
    const link = page.locator('ol[data-results] a[data-hit][href*="/cases/xiadang/"]');
    expect(await link.getAttribute('href')).toMatch(/\?hl=[^#]+#p\d+$/);
    await link.click();
    await page.waitForSelector('mark.hl');
    expect(await page.locator('mark.hl.here').textContent()).toBe('历历在目');
    const { hash } = new URL(page.url());
    expect(await page.locator(`${hash} mark.hl`).count()).toBeGreaterThan(0);
    expect(await page.locator('mark.hl.here').evaluate((mark) => mark.getBoundingClientRect().top < innerHeight)).toBe(true);
    const before = await page.locator('[data-pagefind-body]').innerText();
    await page.keyboard.press('Escape');
    expect(await page.locator('mark.hl').count()).toBe(0);
    expect(await page.locator('[data-pagefind-body]').innerText()).toBe(before);
    expect(page.url()).not.toContain('hl=');

    await page.goto(`${site}/cases/xiadang/?hl=${encodeURIComponent('历历在目')}&p=3`);
    await page.waitForSelector('mark.hl');
    await page.waitForFunction(() => location.hash === '#p3');
    await page.getByRole('button', { name: '清除' }).click();
    expect(await page.locator('mark.hl').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?p=3');
  });

  it('come back to the same place with as many results as were shown', async () => {
    await open('/search/?q=下党');
    await page.locator('[data-more]').click();
    await page.waitForFunction(() => document.querySelectorAll('a[data-hit]').length > 10);
    const shown = await page.locator('a[data-hit]').count();
    const link = page.locator('a[data-hit]').nth(14);
    await link.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    expect(top).toBeGreaterThan(300);
    await link.click();
    await page.waitForFunction(() => !location.pathname.startsWith('/search/'));
    await page.goBack();
    await done();
    await page.waitForFunction((count) => document.querySelectorAll('a[data-hit]').length === count, shown);
    await page.waitForFunction((place) => Math.abs(scrollY - place) < 40, top);
  });

  it('are narrowed by facets together, with counts that hold and an address that keeps them', async () => {
    await open('/search/?q=下党');
    const all = await total();
    const option = (facet: string, label: string) => page.locator(`[data-facets] input[name="${facet}"] + span`, { hasText: label }).locator('..');
    for (const [facet, label] of [['topic', '现场办公'], ['decade', '1980—1989'], ['place', '下党乡']] as const) {
      const promised = Number(await option(facet, label).locator('b').textContent());
      expect(promised).toBeGreaterThan(0);
      await option(facet, label).click();
      await page.waitForFunction((count) => document.querySelector<HTMLElement>('ol[data-results]')?.dataset.total === String(count), promised);
    }
    const narrowed = await total();
    expect(narrowed).toBeLessThan(all);
    const address = new URL(page.url());
    expect([...address.searchParams.keys()]).toEqual(['q', 'topic', 'decade', 'place']);
    await open(address.pathname + address.search);
    expect(await total()).toBe(narrowed);
    expect(await page.locator('[data-facets] input:checked').count()).toBe(3);
  });

  it('are sorted by date on demand', async () => {
    await open('/search/?q=下党&type=大事&sort=date');
    const dates = await page.locator('ol[data-results] small').evaluateAll((lines) => lines.map((line) => Number(/(\d{4})年/.exec(line.textContent ?? '')?.[1])));
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });
});
