import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A page whose print dialog is counted, not opened. */
async function counted(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    let prints = 0;
    window.print = () => (document.documentElement.dataset.prints = String((prints += 1)));
  });
  return page;
}
const prints = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset.prints ?? 0));

describe('the way to paper', () => {
  it.each([
    ['/lessons/overview/', 2],
    ['/cases/xiadang/', 2],
    ['/essays/guide-batp/', 2],
    ['/plans/half-day/', 2],
    ['/quotes/q-huixin-lili/', 2],
    ['/forms/jiefang-dengji/sheet/', 1],
    ['/timeline/sheet/', 1],
  ])('leads from %s to the print dialog in %i actions', async (path, actions) => {
    const context = await browser.newContext();
    const page = await counted(context);
    await page.goto(site + path);
    await page.click('print-button button');
    if (actions === 2) {
      await page.waitForSelector('.sheet-form');
      expect(await prints(page)).toBe(0);
      await page.keyboard.press('Enter');
    }
    await page.waitForFunction(() => document.documentElement.dataset.prints === '1');
    await context.close();
  });

  it('gives a plan the large sheet, and leaves a form its own', async () => {
    const context = await browser.newContext();
    const page = await counted(context);
    await page.goto(`${site}/plans/half-day/`);
    await page.click('print-button button');
    await page.click('.sheet-form [value=large]');
    expect(await page.locator('.sheet-form input').count()).toBe(3);
    expect(await page.getAttribute('html', 'data-sheet')).toBe('large');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.what p')!).fontSize)).toBe('24px');
    const margin = () => page.evaluate(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => (rule instanceof CSSPageRule && rule.style.getPropertyPriority('margin-top') ? [rule.style.getPropertyValue('margin')] : [])));
    expect(await margin()).toEqual(['20mm 18mm 20mm 21mm']);
    await page.emulateMedia({ media: 'screen' });
    await page.click('.sheet-form [value=handout]');
    expect(await margin()).toEqual(['18mm 16mm 15mm 21mm']);
    await page.click('.sheet-form [value=large]');
    await page.goto(`${site}/forms/jiefang-dengji/sheet/`);
    expect(await page.getAttribute('html', 'data-sheet')).toBeNull();
    await context.close();
  });
});

describe('in an app that can neither print nor download', () => {
  it('says so and offers the address with a QR code', async () => {
    const context = await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.40', permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 360, height: 740 } });
    const page = await counted(context);
    await page.goto(`${site}/lessons/overview/`);
    await page.click('print-button button');
    await page.waitForSelector('.elsewhere svg');
    expect(await page.textContent('.elsewhere')).toContain('在浏览器打开');
    await page.click('.elsewhere button');
    await page.waitForFunction(() => document.querySelector('.elsewhere button')?.textContent?.startsWith('已复制'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site}/lessons/overview/`);
    expect(await prints(page)).toBe(0);
    await page.goto(`${site}/downloads/`);
    await page.click('a[download] >> nth=0');
    expect(await page.inputValue('.elsewhere input')).toBe(`${site}/downloads/`);
    await page.evaluate(() => localStorage.setItem('basket', JSON.stringify({ items: ['glossary/xinfang'] })));
    await page.goto(`${site}/handout/`);
    await page.waitForSelector('handout-shelf[data-state=done]');
    for (const part of ['print', 'word']) {
      await page.click(`[data-part=${part}]`);
      expect(await page.inputValue('.elsewhere input')).toContain('/handout/?b=');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
  });
});
