import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { openOn, select, stored } from './device.ts';

const site = inject('site');
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

async function reader(path: string): Promise<Page> {
  const { context, page } = await openOn(browser, site, { path });
  contexts.push(context);
  return page;
}

describe('on a plan', () => {
  const plan = '/plans/party-meeting-45/';

  it('it is a favourite, a step has a note by keyboard and marked words, and the page of notes lists all of it', async () => {
    const page = await reader(plan);
    await page.getByRole('button', { name: '收藏', exact: true }).press('Enter');
    await page.getByRole('button', { name: '记笔记：第2步' }).press('Enter');
    await page.getByLabel('第2步的笔记').waitFor();
    await page.keyboard.type('这一步请老党员先说');
    await page.keyboard.press('Control+Enter');
    await page.locator('#step2 aside.own', { hasText: '这一步请老党员先说' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('记笔记：第2步');
    const title = await page.locator('#step3 h3').evaluate((heading) => (heading.firstChild as Text).data.trim());
    await select(page, 'step3', title);
    await page.getByRole('button', { name: '划线', exact: true }).click();
    await page.locator('#step3 mark.own').waitFor();
    expect((await stored(page))?.marks).toMatchObject([{ n: '2', lit: false, note: '这一步请老党员先说' }, { n: '3', words: title, lit: true }]);
    await page.reload();
    await page.locator('#step2 aside.own', { hasText: '这一步请老党员先说' }).waitFor();
    expect(await page.locator('.own-changed').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('aside.own, .step-note').filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${site}/mine/`);
    expect(await page.locator('.mine li a').evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')]).slice(1))).toEqual([['第2步', `${plan}#step2`], ['第3步', `${plan}#step3`]]);
    await page.waitForTimeout(500);
    expect(await page.locator('.mine .changed').count()).toBe(0);
  });

  it('numbers its steps over all its parts', async () => {
    const page = await reader('/plans/four-weeks/');
    const steps = await page.locator('[data-step]').evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.step));
    expect(steps.length).toBeGreaterThan(4);
    expect(steps).toEqual(steps.map((_step, at) => String(at + 1)));
  });
});
