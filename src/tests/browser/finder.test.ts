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

const dialog = () => page.locator('dialog.finder');
const done = (query: string) => page.waitForFunction((wanted) => document.querySelector<HTMLElement>('dialog .hits[data-state=done]')?.dataset.query === wanted, query);

describe('search on every page', () => {
  it.each(['/', '/cases/xiadang/', '/quotes/', '/about/', '/404.html'])('opens by / and Ctrl+K on %s, finds, and closes by Esc', async (path) => {
    await page.goto(site + path);
    for (const keys of ['/', 'Control+k']) {
      await page.keyboard.press(keys);
      await dialog().waitFor({ state: 'visible' });
      await page.locator('dialog input[name=q]').fill('历历在目');
      await done('历历在目');
      expect(await page.locator('dialog a[data-hit]').first().textContent()).toContain('历历在目');
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'hidden' });
    }
    await page.locator('header a.find').click();
    await dialog().waitFor({ state: 'visible' });
    await page.getByRole('button', { name: '关闭' }).click();
  });

  it('leaves keys to the field they are typed in', async () => {
    await page.goto(`${site}/`);
    await page.locator('.bigsearch input').focus();
    await page.keyboard.type('1/2');
    expect(await page.locator('.bigsearch input').inputValue()).toBe('1/2');
    expect(await dialog().count()).toBe(0);
  });

  it('closes suggestions first, then itself', async () => {
    await page.goto(`${site}/about/`);
    await page.keyboard.press('/');
    await page.locator('dialog input[name=q]').pressSequentially('xiadang');
    await page.waitForSelector('dialog [role=option]');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog [role=option]:visible').count()).toBe(0);
    expect(await dialog().isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('searches within the topics of the page, and hands the query and the topics on', async () => {
    await page.goto(`${site}/topics/xinfang/`);
    await page.keyboard.press('/');
    await page.locator('dialog input[name=q]').fill('群众');
    await done('群众');
    const count = async () => Number(/^(\d+)条/.exec((await page.locator('dialog .status').textContent()) ?? '')?.[1]);
    const all = await count();
    await page.getByLabel('只在本页的主题里找').check();
    await page.waitForFunction((before) => !document.querySelector('dialog .status')?.textContent?.startsWith(`${before}条`), all);
    const narrowed = await count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(all);
    await page.locator('dialog .all').click();
    await page.waitForSelector('ol[data-results][data-state=done]', { state: 'attached' });
    expect(new URL(page.url()).searchParams.get('topic')).toBe('xinfang');
    expect(await page.locator('ol[data-results]').getAttribute('data-total')).toBe(String(narrowed));
  });

  it('goes to the search page where there are no dialogs', async () => {
    const old = await browser.newPage();
    await old.addInitScript(() => Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal'));
    await old.goto(`${site}/about/`);
    await old.waitForLoadState('networkidle');
    await old.keyboard.press('/');
    await old.waitForURL(`${site}/search/`);
    await old.close();
  });

  it('is described for the browser', async () => {
    const description = await (await fetch(`${site}/opensearch.xml`)).text();
    expect(description).toContain('template="/search/?q={searchTerms}"');
    await page.goto(`${site}/`);
    expect(await page.locator('link[rel=search]').getAttribute('href')).toBe('/opensearch.xml');
  });
});
