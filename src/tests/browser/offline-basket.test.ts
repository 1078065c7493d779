import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { buildCopy, copyProject } from '../../tools/site-copy.ts';
import { ask } from './ask.ts';
import { cut, faultyServer, type FaultyServer } from './faulty-server.ts';

/** Offline work of the basket, on a site at the root of its host and on one under a folder of it. */
let browser: Browser;
let project: string;
let context: BrowserContext;
let page: Page;
let server: FaultyServer;

beforeAll(async () => {
  browser = await launch();
  project = copyProject();
  buildCopy(project, { BASE: '/study/' });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  rmSync(project, { recursive: true, force: true });
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

describe.each([['at the root', '', () => 'dist'], ['under /study/', '/study', () => join(project, 'dist')]])('a site %s', (_name, base, folder) => {
  const start = async () => {
    server = await faultyServer(folder(), base);
    context = await browser.newContext();
    page = await context.newPage();
  };
  const visit = (path: string) => page.goto(server.url + base + path);
  const settled = async () => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });
    await page.locator('.held[data-state=held] h3', { hasText: '看过的页面' }).waitFor({ timeout: 60_000 });
  };
  const goOffline = async () => {
    server.fault = cut;
    await context.setOffline(true);
    server.asked = [];
  };
  const laidOut = () => page.waitForFunction(() => document.querySelector('handout-shelf')?.getAttribute('data-state') === 'done', undefined, { timeout: 60_000 });

  it('a page read, the search, and a basket whose items were never opened, go on after the first visit', async () => {
    await start();
    await visit('/cases/xiadang/');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });
    await visit('/search/');
    const online = await ask(page, '历历在目');
    // From the list of hits, without opening any.
    await page.locator('.hits add-to-basket button').first().click();
    const { items } = JSON.parse((await page.evaluate(() => localStorage.getItem('basket'))) ?? '{}') as { items: string[] };
    expect(items.length).toBe(1);
    await page.evaluate(() => localStorage.setItem('basket', JSON.stringify({ items: [...(JSON.parse(localStorage.getItem('basket') ?? '{}') as { items: string[] }).items, 'lessons/overview'] })));
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('basket')));
    await visit('/offline/');
    await settled();
    await goOffline();
    await visit('/cases/xiadang/');
    expect(await page.locator('h1').textContent()).toBe('三进下党');
    await visit('/search/');
    expect(await ask(page, '历历在目')).toEqual(online);
    await visit('/handout/');
    await laidOut();
    expect(await page.locator('handout-shelf .missing').count()).toBe(0);
    expect(await page.locator('handout-shelf').textContent()).toContain('四下基层总论');
    expect(Number(await page.locator('handout-shelf').getAttribute('data-pages'))).toBeGreaterThan(3);
    // The browser itself looks for a later worker now and then.
    expect(server.asked.filter((path) => path !== '/sw.js')).toEqual([]);
  }, 180_000);

  it('erasing the device takes the kept pages too, and the next page begins anew', async () => {
    await start();
    await visit('/offline/');
    await settled();
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await visit('/mine/');
    await page.waitForTimeout(2500);
    await page.getByRole('button', { name: '清除这台设备上的一切' }).click();
    await page.getByRole('button', { name: '确定清除' }).click();
    await page.getByText('都清除了。').waitFor();
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 10_000 }).toBe(0);
    await page.waitForTimeout(1000);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await visit('/offline/');
    await settled();
  }, 120_000);

  it('an item that is not kept is named, with what to do; the network brings it', async () => {
    await start();
    await visit('/offline/');
    await settled();
    await goOffline();
    await visit('/handout/');
    await page.evaluate(() => {
      localStorage.setItem('basket', JSON.stringify({ items: ['cases/pujiang'] }));
      document.dispatchEvent(new CustomEvent('basket'));
    });
    const words = page.locator('handout-shelf .missing');
    await words.waitFor({ timeout: 30_000 });
    expect(await words.textContent()).toBe('没有网络，这台设备上也没有存着《浦江下访》，没有排进去。连上网络，会自动排进来。');
    server.fault = () => false;
    await context.setOffline(false);
    await words.waitFor({ state: 'detached', timeout: 30_000 });
    await laidOut();
  }, 120_000);
});
