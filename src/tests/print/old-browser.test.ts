import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
const cache = resolve('node_modules', '.cache', 'chromium-109');
let browser: Browser;

/** The last Chromium for Windows 7, which old office machines have; from an npm package, unpacked once. */
beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  const old = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  const { default: packed } = (await import('chromium-109')) as unknown as { default: { executablePath: () => Promise<string> } };
  const path = existsSync(join(cache, 'chromium')) ? join(cache, 'chromium') : await packed.executablePath();
  if (old === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = old;
  // Starting the other one writes the font configuration that both use.
  await (await launch()).close();
  browser = await chromium.launch({ executablePath: path, env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: resolve('node_modules', '.cache', 'browser', 'fonts.conf') }, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'] });
});
afterAll(() => browser?.close());

describe('Chromium 109', () => {
  it('prints a text on about as many sheets as a new one, none nearly empty', async () => {
    expect(browser.version()).toMatch(/^109\./);
    const page = await browser.newPage();
    await page.goto(`${site}/lessons/overview/`);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    await page.close();
    const fresh = await (await launch()).newPage();
    await fresh.goto(`${site}/lessons/overview/`);
    const other = await getDocumentProxy(new Uint8Array(await fresh.pdf({ preferCSSPageSize: true })));
    await fresh.context().browser()?.close();
    expect(Math.abs(pdf.numPages - other.numPages)).toBeLessThanOrEqual(1);
    for (let number = 1; number < pdf.numPages; number += 1) expect((await (await pdf.getPage(number)).getTextContent()).items.length, `sheet ${number}`).toBeGreaterThan(10);
  });

  it('lays out and prints a basket, with page numbers that its own print has not', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${site}/handout/`);
    await page.evaluate(() => localStorage.setItem('basket', JSON.stringify({ items: ['lessons/overview', 'quotes/q-huixin-lili'], title: '专题学习' })));
    await page.goto(`${site}/handout/sheets/`);
    await page.waitForSelector('#sheets[data-pages]');
    const pages = Number(await page.getAttribute('#sheets', 'data-pages'));
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    expect(pdf.numPages).toBe(pages);
    const text = (await (await pdf.getPage(2)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('').normalize('NFKC').replace(/\s+/g, '');
    expect(text).toContain('目录');
    expect(text).toMatch(/第2.共/);
    expect(complaints).toEqual([]);
  });
});
