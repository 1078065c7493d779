import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { damaged, records, type RecordName } from '../site/damage.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** The pages that read what is stored, and what shows that each is usable. */
const pages: [string, string][] = [['/cases/xiadang/', 'add-favourite button'], ['/mine/', '.erasing button'], ['/handout/', 'handout-shelf [data-part=list]'], ['/meet/?cases/xiadang', '.screen .content, .screen .title'], ['/plans/party-meeting-45/', '.step-note'], ['/', 'h1']];

/** Visits them all; what went wrong on the way. */
async function walk(page: Page): Promise<string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${new URL(page.url()).pathname}: ${error.message}`));
  for (const [path, usable] of pages) {
    await page.goto(site + path);
    await page.locator(usable).first().waitFor({ state: 'attached', timeout: 15_000 }).catch(() => faults.push(`${path}: not usable`));
    if (await page.evaluate(() => (window as { hit?: number }).hit ?? ({} as { hit?: number }).hit)) faults.push(`${path}: executed`);
  }
  return faults;
}

it('whatever lies damaged on the device, pages are usable, run nothing of it, and it is still there', async () => {
  for (const at of [1, 6, 11, 24]) {
    const context = await browser.newContext();
    const names = Object.keys(records) as RecordName[];
    const old: Record<string, string> = { ...Object.fromEntries(names.map((name) => [name, damaged(name, at)])), theme: '"><script>', 'type-size': '9'.repeat(5000), 'large-print': '{}', 'reading-rate': '__proto__', 'single-keys': 'x' };
    await context.addInitScript((values) => {
      if (!sessionStorage.getItem('seeded')) for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
      sessionStorage.setItem('seeded', '1');
    }, old);
    const page = await context.newPage();
    expect(await walk(page), `case ${at}`).toEqual([]);
    const kept = await page.evaluate(() => Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)]));
    for (const name of names) {
      const now = kept.filter(([key]) => key === name || key?.startsWith(`${name}-copy-`)).map(([, text]) => text);
      const isWhole = now.some((text) => text === old[name]);
      // Read completely, a record may be written anew.
      if (!isWhole) expect(now.join(), `${name}, case ${at}`).toContain(name === 'meeting' ? '组员' : '甲');
    }
    await context.close();
  }
}, 120_000);

it('where storage is shut, every page goes on and says so when something should be kept', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } }));
  const page = await context.newPage();
  expect(await walk(page)).toEqual([]);
  await page.goto(`${site}/cases/xiadang/`);
  await page.locator('add-to-basket button').first().click();
  await page.getByText('这台设备不让网站存东西').waitFor();
  await context.close();
}, 60_000);
