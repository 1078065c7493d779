import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** One page of every kind. */
const pages = ['/', '/lessons/', '/lessons/overview/', '/cases/xiadang/', '/essays/guide-batp/', '/forms/wenti-qingdan/', '/forms/wenti-qingdan/sheet/', '/plans/', '/plans/party-meeting-45/', '/plans/party-meeting-45/leader/', '/quotes/', '/quotes/q-huixin-lili/', '/topics/', '/topics/sixia/', '/timeline/', '/timeline/sheet/', '/glossary/', '/misquotes/', '/sources/', '/search/?q=%E4%B8%89%E8%BF%9B%E4%B8%8B%E5%85%9A', '/search/index-az/', '/proofread/', '/places/', '/charts/', '/downloads/', '/handout/', '/about/', '/about/editors/', '/about/accessibility/', '/about/support/', '/about/typography/', '/mine/', '/404.html'];
/** Every way a reader can set them. */
const modes: [string, Record<string, string>][] = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['sepia', { theme: 'sepia' }],
  ['large print', { theme: 'light', 'large-print': 'on' }],
  ['large print, dark', { theme: 'dark', 'large-print': 'on' }],
];
const notes = JSON.stringify({ version: 1, favourites: [{ path: '/cases/xiadang/', title: '三进下党', made: 1 }], marks: [{ id: 'm1', path: '/cases/xiadang/', title: '三进下党', n: '2', words: '三次办的事不同。', before: '', lit: true, note: '先问这一句', made: 1, changed: 1 }] });

interface Found {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** The rules of WCAG 2.0 to 2.2, A and AA, and axe's best practices. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each(modes)('axe in %s', (name, kept) => {
  it.each([360, 1280])('finds nothing on any kind of page at %d px', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    await context.addInitScript((values) => {
      for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
    }, { ...kept, notes, 'reading-places': JSON.stringify([{ path: '/cases/xiadang/', title: '三进下党', n: 5, at: 1 }]) });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of process.env.AXE_PAGES?.split(' ') ?? pages) {
      await page.goto(site + path);
      if (path.startsWith('/search/?')) await page.locator('.hits li').first().waitFor();
      if (path === '/cases/xiadang/') {
        await page.locator('mark.own').waitFor();
        await page.getByRole('button', { name: '阅读设置' }).click();
        await page.locator('.settings-panel').waitFor();
        await page.evaluate(() => document.querySelector<HTMLElement>('#p3 .n')?.click());
      }
      await page.evaluate(axe);
      const found = await page.evaluate(async (tags) => (await (window as unknown as { axe: { run: (options: object) => Promise<Found> } }).axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html: html.slice(0, 160), failureSummary: failureSummary ?? '' })) })), rules);
      for (const { id, nodes } of found) faults.push(`${path} ${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`).join(' || ')}`);
    }
    await context.close();
    expect(faults, name).toEqual([]);
  }, 600_000);
});

describe('large print', () => {
  it('has a contrast of 7:1 on the reading page, in every colour', async () => {
    for (const theme of ['light', 'sepia', 'dark']) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
      await context.addInitScript((value) => {
        localStorage.setItem('large-print', 'on');
        localStorage.setItem('theme', value);
      }, theme);
      const page = await context.newPage();
      await page.goto(`${site}/cases/xiadang/`);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await (window as unknown as { axe: { run: (options: object) => Promise<Found> } }).axe.run({ runOnly: ['color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } })).violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 160))));
      expect(found, theme).toEqual([]);
      await context.close();
    }
  });
});
