import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { pagesOf } from '../../tools/pages.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** "/cases/xiadang/" is of the kind "/cases/*", "/plans/half-day/leader/" of "/plans/*\/leader". */
const kindOf = (path: string): string => path.split('/').map((part, at) => (at === 2 && part && !path.startsWith('/about/') ? '*' : part)).join('/');

/** One page of each kind there is, the first of its folder; a new kind of page is looked at without a word here. */
const kinds = [...new Map(pagesOf().reverse().map((path) => [kindOf(path), path])).values()].sort();

interface Mode {
  name: string;
  context?: BrowserContextOptions;
  /** What the device keeps. */
  stored?: Record<string, string>;
  before?: (page: Page) => Promise<unknown>;
}

const basket = JSON.stringify({ items: ['cases/xiadang', 'quotes/q-huixin-lili', 'glossary/xinfang', 'forms/wenti-qingdan'], title: '专题学习' });
const modes: Mode[] = [
  { name: 'light, with things kept', stored: { basket } },
  { name: 'dark, large print, the largest letters, pinyin', stored: { theme: 'dark', 'large-print': 'on', 'type-size': '5', pinyin: 'on', basket } },
  { name: 'sepia on a narrow phone', context: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true }, stored: { theme: 'sepia' } },
  { name: 'forced colours, less motion, more contrast', context: { forcedColors: 'active', reducedMotion: 'reduce', contrast: 'more', colorScheme: 'dark' } },
  { name: 'print', before: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'no storage', before: (page) => page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('blocked'); } })) },
  { name: 'no script', context: { javaScriptEnabled: false } },
  { name: 'damaged things kept', stored: Object.fromEntries(['theme', 'large-print', 'type-size', 'pinyin', 'basket', 'sheet', 'notes', 'meeting', 'reading-places', 'searches', 'recent-searches'].map((key) => [key, '{"items":[[[{'])) },
];

describe('one page of each kind', () => {
  it('there are as many as there are kinds', () => {
    expect(kinds.length).toBeGreaterThan(35);
    for (const path of ['/', '/404.html', '/handout/sheets/', '/meet/', '/search/']) expect(kinds).toContain(path);
  });

  it.each(modes.map((mode) => [mode.name, mode] as const))('opens without a message: %s', async (_name, { context: options, stored = {}, before }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    await context.addInitScript((values) => {
      try {
        for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
      } catch (_error) {
        // The mode without storage.
      }
    }, stored);
    const page = await context.newPage();
    const trouble: string[] = [];
    let path = '';
    context.on('console', (message) => trouble.push(`${path} ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`${path} ${error.message}`));
    page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && trouble.push(`${path} ${request.url()} ${request.failure()?.errorText}`));
    page.on('response', (response) => response.status() >= 400 && trouble.push(`${path} ${response.url()} ${response.status()}`));
    await before?.(page);
    for (path of kinds) {
      await page.goto(site + path);
      expect((await page.locator('h1').first().textContent())?.trim(), path).toBeTruthy();
    }
    expect(trouble).toEqual([]);
    await context.close();
  }, 300_000);
});
