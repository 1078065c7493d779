import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
const lesson = `${site}/lessons/against-formalism/`;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A page of its own with the lesson, on a phone unless another width is asked for. */
async function open(options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
  const { width = 360, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height: 640 }, hasTouch: true, ...rest });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(lesson);
  return page;
}

const question = (page: Page, kind: string) => page.locator(`.self-test fieldset[data-kind=${kind}]`).first();
const verdict = (page: Page, kind: string) => question(page, kind).locator('[role=status]').textContent();
const letters = (page: Page) => question(page, 'order').locator('.ordering li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.mark).join(''));

describe('the self-test', () => {
  it('is answered by keyboard alone, and tells why with the sources', async () => {
    const page = await open({ width: 1280 });
    const single = question(page, 'single');
    await single.locator('input').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await verdict(page, 'single')).toBe('不对，答案是A。');
    expect(await single.locator('details').getAttribute('open')).not.toBeNull();
    expect(await single.locator('details sup.ref a').count()).toBeGreaterThan(0);
    expect(await single.locator('.is-answer').textContent()).toContain('2024年7月30日');

    const blank = question(page, 'blank');
    await blank.locator('.reply input').focus();
    await page.keyboard.type(' 政绩观，错位');
    await page.keyboard.press('Enter');
    expect(await verdict(page, 'blank')).toContain('与登记的原文相同');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await blank.locator('.reply input').inputValue()).toBe('');
    expect(await blank.locator('details').getAttribute('open')).toBeNull();

    const wanted = (await question(page, 'order').getAttribute('data-answer'))!;
    for (const [place, mark] of [...wanted].entries()) {
      for (let at = (await letters(page)).indexOf(mark); at > place; at -= 1) {
        await question(page, 'order').locator(`.ordering li[data-mark=${mark}] button`).first().focus();
        await page.keyboard.press('ArrowUp');
      }
    }
    expect(await letters(page)).toBe(wanted);
    await question(page, 'order').locator('.reply button').first().focus();
    await page.keyboard.press('Enter');
    expect(await verdict(page, 'order')).toBe('对。');
    await page.context().close();
  });

  it('is answered by touch at 360 px, in targets of 44 px', async () => {
    const page = await open();
    const multiple = question(page, 'multiple');
    for (const mark of ['A', 'B', 'C', 'D']) await multiple.locator('label', { hasText: `${mark}. ` }).tap();
    await multiple.locator('.reply button').first().tap();
    expect(await verdict(page, 'multiple')).toBe('还不对：少选了E，多选了A。');
    await question(page, 'truth').locator('label', { hasText: '对' }).tap();
    await question(page, 'truth').locator('.reply button').first().tap();
    expect(await verdict(page, 'truth')).toBe('对。');
    const before = await letters(page);
    await question(page, 'order').locator('.ordering li').first().locator('button').last().tap();
    expect(await letters(page)).toBe(before.charAt(1) + before.charAt(0) + before.slice(2));
    expect(await verdict(page, 'order')).toBe('移到第2位');
    const small = await page.locator('.self-test button:visible, .self-test label:visible, .self-test .reply input:visible').evaluateAll((all) => all.filter((element) => element.getBoundingClientRect().height < 44).map((element) => element.textContent));
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('lets options be dragged', async () => {
    const page = await open({ width: 1280 });
    const before = await letters(page);
    const words = question(page, 'order').locator('.ordering li span');
    await words.first().scrollIntoViewIfNeeded();
    const [from, to] = [(await words.first().boundingBox())!, (await words.nth(2).boundingBox())!];
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + to.height - 4, { steps: 6 });
    await page.mouse.up();
    expect(await letters(page)).toBe(before.slice(1, 3) + before.charAt(0) + before.slice(3));
    await page.context().close();
  });

  it('prints as it came, whatever was answered', async () => {
    const page = await open({ width: 1280 });
    await question(page, 'order').locator('.ordering li').first().locator('button').last().click();
    await page.emulateMedia({ media: 'print' });
    const order = question(page, 'order');
    expect(await order.locator('.ordering').isVisible()).toBe(false);
    expect(await order.locator('ul').isVisible()).toBe(true);
    expect((await order.locator('ul li').allTextContents()).map((text) => text.trim().charAt(0)).join('')).toBe('ABCDE');
    expect(await page.locator('.self-test .reply:visible, .self-test details:visible').count()).toBe(0);
    await page.context().close();
  });

  it('keeps nothing, and without scripts leaves the answers under their disclosures', async () => {
    const page = await open();
    await question(page, 'truth').locator('label').first().tap();
    await question(page, 'truth').locator('.reply button').first().tap();
    expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)))).toEqual([]);
    await page.reload();
    expect(await page.locator('.self-test input:checked').count()).toBe(0);
    await page.context().close();
    const plain = await open({ javaScriptEnabled: false });
    expect(await plain.locator('.self-test .reply').count()).toBe(0);
    await question(plain, 'order').locator('summary').click();
    expect(await question(plain, 'order').locator('details p').isVisible()).toBe(true);
    expect(await question(plain, 'order').locator('ul').isVisible()).toBe(true);
    await plain.context().close();
  });

  it('leaves no message in the console', () => expect(complaints).toEqual([]));
});
