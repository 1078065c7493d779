import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe('the leader’s sheet', () => {
  it('puts the time of day beside the running clock, past midnight too, and takes it away again', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/plans/party-meeting-45/leader/`);
    const times = () => page.locator('[data-minute]').allTextContents();
    const input = page.getByLabel('几点开始');
    await input.fill('19:30');
    expect((await times()).slice(0, 3)).toEqual(['19:30', '19:35', '19:38']);
    await input.fill('23:50');
    expect((await times()).slice(0, 4)).toEqual(['23:50', '23:55', '23:58', '0:06']);
    await input.fill('');
    expect((await times()).join('')).toBe('');
    await page.close();
  });

  it('asks for no starting time where a plan has several occasions', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/plans/field-visit/leader/`);
    expect(await page.getByLabel('几点开始').count()).toBe(0);
    await page.close();
  });
});
