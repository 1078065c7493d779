import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { indexFolder } from '../../features/search/index/format.ts';
import { suggestionsFile } from '../../features/search/suggest/rows.ts';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
beforeEach(async () => {
  const context = await browser.newContext();
  page = await context.newPage();
});
afterAll(() => browser?.close());

const field = () => page.locator('[role=combobox]').first();
const options = () => page.locator('[role=listbox]:visible [role=option]');
const words = () => options().evaluateAll((list) => list.map((option) => (option as HTMLElement).dataset.words));

describe('suggestions', () => {
  it('are at most 35 KB gzip', () => {
    const [version] = readdirSync(`dist/${indexFolder}`);
    expect(gzipSync(readFileSync(`dist/${indexFolder}/${version}/${suggestionsFile}`)).length).toBeLessThanOrEqual(35 * 1024);
  });

  it.each([
    ['sxjc', '四下基层'],
    ['xiadang', '下党乡'],
    ['sanjin', '三进下党'],
    ['xjp', '习近平'],
    ['xiapu', '霞浦县'],
    ['muling', '黑龙江穆棱：一次集中接访'],
    ['leiyang', '湖南耒阳：板凳会、企业家日、夜宿乡镇'],
    ['huangpi', '武汉黄陂：一组自报数字怎样读'],
    ['meiyoudiaocha', '没有调查，没有发言权'],
    ['弱鸟', '弱鸟先飞'],
  ])('%s leads to %s', async (typed, text) => {
    await page.goto(`${site}/search/`);
    await field().pressSequentially(typed);
    await page.waitForSelector('[role=option]');
    expect(await words()).toContain(text);
  });

  it('stay when pinyin is entered, which stands in no text', async () => {
    await page.goto(`${site}/search/`);
    await field().pressSequentially('xiadang');
    await page.waitForSelector('[role=option]');
    await field().press('Enter');
    await page.waitForSelector('ol[data-results][data-query=xiadang][data-state=done]', { state: 'attached' });
    expect(await words()).toContain('下党乡');
  });

  it('are walked through with the keys, and Enter searches', async () => {
    await page.goto(`${site}/search/`);
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    await field().pressSequentially('xiadang');
    await page.waitForSelector('[role=option]');
    const count = await options().count();
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    const active = async () => Number((await field().getAttribute('aria-activedescendant'))?.split('-').pop() ?? -1);
    await field().press('ArrowDown');
    expect(await active()).toBe(0);
    await field().press('End');
    expect(await active()).toBe(count - 1);
    await field().press('ArrowDown');
    expect(await active()).toBe(-1);
    await field().press('ArrowUp');
    await field().press('Home');
    expect(await active()).toBe(0);
    await field().press('Escape');
    expect(await options().count()).toBe(0);
    expect(await field().inputValue()).toBe('xiadang');
    await field().press('ArrowDown');
    await field().press('ArrowDown');
    const chosen = (await words())[await active()];
    await field().press('Enter');
    expect(await field().inputValue()).toBe(chosen);
    await page.waitForFunction((query) => document.querySelector<HTMLElement>('ol[data-results][data-state=done]')?.dataset.query === query, chosen);
    expect(await page.locator('a[data-hit]').count()).toBeGreaterThan(0);
  });

  it('show in an empty field what was searched last, until it is erased', async () => {
    await page.goto(`${site}/search/`);
    for (const query of ['下党', '霞浦']) {
      await field().fill(query);
      await field().press('Enter');
    }
    await page.goto(`${site}/search/`);
    await page.waitForSelector('[role=option]');
    expect(await words()).toEqual(['霞浦', '下党']);
    await field().press('ArrowDown');
    await field().press('Delete');
    expect(await words()).toEqual(['下党']);
    await page.getByRole('button', { name: '清除最近检索' }).click();
    expect(await options().count()).toBe(0);
    await page.goto(`${site}/search/`);
    await field().focus();
    expect(await options().count()).toBe(0);
  });
});
