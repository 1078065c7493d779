import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
const kinds = ['/', '/lessons/', '/lessons/overview/', '/cases/xiadang/', '/forms/', '/forms/wenti-qingdan/', '/forms/jiefang-dengji/', '/forms/wenti-qingdan/sheet/', '/plans/', '/plans/field-visit/', '/plans/party-meeting-45/leader/', '/quotes/', '/quotes/q-huixin-lili/', '/topics/', '/topics/xinfang/', '/timeline/', '/glossary/', '/misquotes/', '/sources/', '/search/', '/proofread/', '/about/', '/about/data/', '/about/hosting/', '/about/licences/', '/about/security/', '/404.html'];
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe('every kind of page', () => {
  it.each([320, 768, 1280, 1600])('holds its width at %i px, light and dark, without a message or a request elsewhere', async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      const trouble: string[] = [];
      page.on('console', (message) => trouble.push(message.text()));
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('request', (request) => request.url().startsWith(site) || trouble.push(`request to ${request.url()}`));
      for (const path of kinds) {
        await page.goto(site + path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) trouble.push(`${path} is ${wide} px wide`);
      }
      expect(trouble).toEqual([]);
      await context.close();
    }
  });

  it('reads and navigates without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    await page.goto(`${site}/`);
    await page.getByRole('link', { name: '案例', exact: true }).first().click();
    await page.getByRole('link', { name: '三进下党' }).first().click();
    expect(await page.locator('h1').textContent()).toBe('三进下党');
    const mark = page.locator('sup.ref a').first();
    const note = page.locator(await mark.getAttribute('href').then((hash) => `[id="${hash?.slice(1)}"]`));
    expect(await note.isVisible()).toBe(false);
    await mark.click();
    expect(await note.isVisible()).toBe(true);
    await page.goto(`${site}/quotes/`);
    const before = await page.locator('.items > li:visible').count();
    await page.locator('.choices label', { hasText: '毛泽东' }).click();
    const after = await page.locator('.items > li:visible').count();
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before);
    await page.goto(`${site}/search/`);
    expect(await page.locator('[data-fallback] a').first().isVisible()).toBe(true);
    await context.close();
  });

  it('shows notes in the margin on a wide screen and opens them in place on a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site}/cases/xiadang/`);
    const note = page.locator('.prose > p .sn.first').first();
    expect(await note.isVisible()).toBe(true);
    const [text, box] = await Promise.all([page.locator('.prose').boundingBox(), note.boundingBox()]);
    expect(box?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    await page.setViewportSize({ width: 360, height: 780 });
    const mark = page.locator('.prose > p sup.ref a').first();
    expect(await note.isVisible()).toBe(false);
    await mark.click();
    expect(await note.isVisible()).toBe(true);
    await mark.click();
    expect(await note.isVisible()).toBe(false);
    // A source named before has its words only at the foot; they are brought to the mark.
    const again = page.locator('.prose > p sup.ref a[href^="#n"]').first();
    await again.click();
    const beside = page.locator('.sn.copy.open');
    expect(await beside.textContent()).toContain(`${await again.textContent()}`);
    expect((await beside.textContent())?.length).toBeGreaterThan(12);
    await again.click();
    expect(await beside.count()).toBe(0);
    await page.close();
  });

  it('copies a quotation with its citation, also without the clipboard', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/quotes/q-huixin-lili/`);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: (words: string) => ((window as unknown as { copied: string }).copied = words) && Promise.resolve() } }));
    await page.getByRole('button', { name: '复制并附出处' }).click();
    const words = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(words).toContain('“当年‘三进下党’的场景，我至今还历历在目。”——习近平');
    expect(words).toContain('2019年8月4日。\n\n出处：\n[1] ');
    expect(words).toContain(`${site}/quotes/q-huixin-lili/`);
    await page.close();
  });

  it('accepts ?p= for a paragraph', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/cases/xiadang/?p=3`);
    await page.waitForFunction(() => location.hash === '#p3');
    expect(await page.locator('#p3').count()).toBe(1);
    await page.close();
  });
});
