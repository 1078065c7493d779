import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

const visible = (items: string) => page.locator(`${items}:visible`);

describe('search inside a list', () => {
  it.each([
    ['/timeline/', '.timeline > li', '二〇一九年八月', '2019年8月'],
    ['/glossary/', '.terms > section', '３进下党', '三进下党'],
    ['/quotes/', '.quotes > li', '从群众中来，到群众中去', '从群众中来'],
  ])('on %s matches as search does', async (path, items, query, words) => {
    await page.goto(site + path);
    const all = await visible(items).count();
    await page.locator('list-filter input').fill(query);
    const left = await visible(items).count();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
    for (const item of await visible(items).all()) expect((await item.textContent())?.replace(/[，、]/g, '')).toContain(words);
    expect(await page.locator('list-filter [data-status]').textContent()).toBe(`${left}条`);
    expect(await page.locator('mark.hl').count()).toBeGreaterThan(0);
    await page.locator('list-filter input').fill('');
    expect(await visible(items).count()).toBe(all);
    expect(await page.locator('mark.hl').count()).toBe(0);
  });

  it('works together with the filters of the list, and leads on when nothing is left', async () => {
    await page.goto(`${site}/quotes/`);
    await page.locator('list-filter input').fill('群众');
    const both = await visible('.quotes > li').count();
    await page.locator('.choices label', { hasText: '毛泽东' }).click();
    const narrowed = await visible('.quotes > li').count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(both);
    expect(await page.locator('list-filter [data-status]').textContent()).toBe(`${narrowed}条`);
    await page.locator('list-filter input').fill('绝无此句');
    expect(await visible('.quotes > li').count()).toBe(0);
    expect(await page.locator('list-filter a').getAttribute('href')).toBe(`/search/?q=${encodeURIComponent('绝无此句')}`);
  });
});
