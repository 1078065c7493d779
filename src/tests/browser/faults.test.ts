import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { ask } from './ask.ts';
import { faultyServer, type FaultyServer } from './faulty-server.ts';

let browser: Browser;
let server: FaultyServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), faultyServer('dist')]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  server.fault = () => false;
  // The worker would answer from what it kept; offline.test.ts is about it.
  context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 780 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});
afterEach(() => context.close());

const gone = (pattern: RegExp) => (path: string, response: ServerResponse): boolean => {
  if (!pattern.test(path)) return false;
  response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>404</title>');
  return true;
};
const sentence = () => page.locator('header .partly');
const open = (path: string) => page.goto(server.url + path, { waitUntil: 'domcontentloaded' });
const text = '/cases/xiadang/';
const reads = async () => {
  expect(await page.locator('h1').textContent()).toBe('三进下党');
  expect(await page.locator('#p3').isVisible()).toBe(true);
  expect(await page.locator('button:visible').count()).toBe(0);
};

describe('a page that comes without', () => {
  it('nothing says nothing', async () => {
    await page.goto(server.url + text);
    await page.waitForTimeout(9000);
    expect(await sentence().isVisible()).toBe(false);
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('its style sheets says so at once and can be read', async () => {
    server.fault = gone(/\.css$/);
    await open(text);
    await sentence().waitFor();
    expect(await sentence().textContent()).toMatch(/^这一页有的部分没有取到.*刷新/);
    expect(await page.locator('#p3').isVisible()).toBe(true);
  });

  it.each([text, '/search/', '/proofread/', '/offline/'])('its scripts says so after a while, and offers nothing that does not work: %s', async (path) => {
    server.fault = gone(/\.js$/);
    await open(path);
    expect(await sentence().isVisible()).toBe(false);
    await sentence().waitFor();
    if (path === text) await reads();
    else expect(await page.locator('main .partly').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.emulateMedia({ media: 'print' });
    expect(await sentence().isVisible()).toBe(false);
  });

  it('any of them, as one from before an update, is readable and says so', async () => {
    server.fault = gone(/^\/(?:assets|search\/data|search\/text|pagefind)\//);
    await open(text);
    await sentence().waitFor();
    expect(await page.locator('#p3').isVisible()).toBe(true);
    await page.getByRole('link', { name: '检索', exact: false }).first().click();
    await page.waitForURL(/\/search\/$/);
    expect(await page.locator('[data-fallback] a').first().isVisible()).toBe(true);
  });

  it('its second half shows its first', async () => {
    const html = readFileSync(join('dist', text, 'index.html'));
    server.fault = (path, response) => {
      if (path !== text) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': html.length });
      response.write(html.subarray(0, html.length >> 1), () => setTimeout(() => response.socket?.end(), 1000));
      return true;
    };
    await page.goto(server.url + text, { waitUntil: 'commit' });
    // The document never completes, so the page is asked by itself and not waited for.
    const seen = (selector: string) => page.evaluate((wanted) => { const box = document.querySelector(wanted)?.getBoundingClientRect(); return Boolean(box && box.height > 0); }, selector);
    for (const part of ['h1', '#p3', 'header .partly']) await expect.poll(() => seen(part), { timeout: 20_000, message: part }).toBe(true);
  });
});

describe('a function whose script does not come', () => {
  /** Opens a page whole; what is asked for later is not there. */
  const thenNoMore = async (path: string) => {
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    await page.locator('share-page:not([hidden]), handout-shelf:not([hidden])').first().waitFor();
    server.fault = gone(/^\/assets\/.*\.js$/);
  };
  const told = async () => {
    const notice = page.locator('.notice');
    await notice.waitFor();
    expect(await notice.locator('p').textContent()).toBe('这一页有个功能没有装上：网站可能刚更新过，或者网络断了。正文不受影响。');
    return notice;
  };

  it('says so and offers to open the page again, which mends it: reading settings', async () => {
    await thenNoMore(text);
    await page.locator('reading-settings button').click();
    const notice = await told();
    server.fault = () => false;
    await notice.getByRole('button', { name: '刷新' }).click();
    await page.waitForLoadState('networkidle');
    await page.locator('reading-settings button').click();
    await page.locator('reading-settings button[aria-expanded=true]').waitFor();
  });

  it.each(['share-page button', 'add-favourite button'])('says so: %s', async (button) => {
    await thenNoMore(text);
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.locator(button).first().click();
    await told();
    expect(trouble).toEqual([]);
  });

  it('of the search window leads to the search page', async () => {
    await thenNoMore(text);
    server.fault = gone(/^\/assets\/dialog.*\.js$/);
    await page.locator('a.find').click();
    await page.waitForURL(/\/search\//);
    expect((await ask(page, '历历在目')).total).toBeGreaterThan(0);
  });

  it('of the Word file says so, and the basket stays', async () => {
    await page.goto(server.url + text);
    await page.locator('add-to-basket button').first().click();
    await thenNoMore('/handout/');
    await page.waitForFunction(() => document.querySelector('handout-shelf')?.getAttribute('data-state') === 'done', undefined, { timeout: 30_000 });
    await page.locator('[data-part=word]').click();
    await page.getByText('做Word的程序没有取到').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('basket'))).toContain('cases/xiadang');
  });
});

describe('search', () => {
  it.each([
    ['a pack that is cut short', (data: Buffer) => data.subarray(0, data.length >> 1)],
    ['a pack that is a page of errors', () => Buffer.from('<!doctype html><title>出错</title>')],
  ] as const)('answers alike with %s', async (_name, damage) => {
    await page.goto(`${server.url}/search/`);
    const sound = await ask(page, '三进下党');
    server.fault = (path, response) => {
      if (!/^\/search\/data\/[^/]+\/[ir]\//.test(path)) return false;
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(damage(readFileSync(join('dist', path))));
      return true;
    };
    await page.goto(`${server.url}/search/`);
    expect(await ask(page, '三进下党')).toEqual(sound);
    expect(await page.locator('ol[data-results]').getAttribute('data-source')).not.toBe('index');
  });
});

describe('a device that keeps nothing', () => {
  beforeEach(() =>
    context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    }),
  );

  it('says so where something would be kept, and works for this page', async () => {
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(server.url + text);
    await page.locator('add-to-basket button').first().click();
    await page.locator('add-to-basket [role=status]', { hasText: '这台设备不让网站存东西' }).waitFor();
    expect(await page.locator('[data-basket-count]').first().textContent()).toBe('1');
    await page.locator('add-favourite button').click();
    await expect.poll(() => page.locator('add-favourite [role=status]').textContent()).toMatch(/存/);
    await page.locator('reading-settings button').click();
    await page.getByText('深色', { exact: false }).first().click();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    for (const path of ['/search/', '/handout/', '/mine/', '/meet/', '/quotes/', '/offline/']) await page.goto(server.url + path, { waitUntil: 'load' });
    expect(trouble).toEqual([]);
  });
});
