import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A reader's device with what it keeps. */
async function reader(width: number, kept: Record<string, string> = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, hasTouch: width < 500 });
  await context.addInitScript((values) => {
    for (const [key, value] of Object.entries(values)) if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }, kept);
  return context;
}
const visit = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
};
const openPanel = async (page: Page) => {
  await page.getByRole('button', { name: '阅读设置' }).click();
  await page.locator('.settings-panel').waitFor();
};

/** Every kind of page with a layout of its own. */
const kinds = ['/', '/lessons/', '/lessons/overview/', '/cases/xiadang/', '/forms/wenti-qingdan/', '/plans/', '/plans/party-meeting-45/', '/quotes/', '/quotes/q-huixin-lili/', '/topics/sixia/', '/timeline/', '/glossary/', '/sources/', '/search/', '/proofread/', '/places/', '/charts/', '/handout/', '/about/', '/mine/', '/about/accessibility/'];

describe('reading settings', () => {
  it('are set by keyboard alone, hold on the next page and close by Escape', async () => {
    const context = await reader(1280);
    const page = await visit(context, '/cases/xiadang/');
    await page.locator('a.find').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.settings-panel').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('setting-size');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('3');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    expect(await page.locator('.settings-panel').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('阅读设置');
    await page.goto(`${site}/about/`);
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({ size: '3', theme: 'sepia' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(243, 230, 205)');
    await context.close();
  });

  it('hold from the first paint: colours and sizes are there before any of the page is', async () => {
    const context = await reader(1280, { theme: 'dark', 'type-size': '4' });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const root = document.documentElement;
        if (document.querySelector('header.site')) seen.push(`${root.dataset.theme} ${getComputedStyle(root).fontSize}`);
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${site}/cases/xiadang/`);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set(['dark 28px']));
    await context.close();
  });

  it('switch single-key shortcuts off and on again, here and in the meeting view; Control+K and the clicker go on', async () => {
    const context = await reader(1280);
    const page = await visit(context, '/cases/xiadang/');
    const finder = page.locator('dialog.finder[open]');
    const slash = async () => {
      await page.locator('h1').click();
      await page.keyboard.press('/');
      await page.waitForTimeout(400);
      return finder.count();
    };
    expect(await slash()).toBe(1);
    await page.keyboard.press('Escape');
    await openPanel(page);
    await page.locator('input[name=setting-keys][value=off]').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    expect(await slash()).toBe(0);
    expect([await page.locator('a.find').getAttribute('aria-keyshortcuts'), await page.locator('a.find kbd').isVisible()]).toEqual(['Control+K', false]);
    await page.reload();
    expect(await slash()).toBe(0);
    await page.keyboard.press('Control+k');
    await finder.waitFor();
    await page.goto(`${site}/meet/?cases/xiadang`);
    await page.locator('.screen').first().waitFor();
    const at = () => page.locator('[data-part=at]').textContent();
    for (const key of ['b', '.', 'o', '?']) await page.keyboard.press(key);
    expect(await page.locator('[data-part=black], [data-part=panel]').filter({ visible: true }).count()).toBe(0);
    const before = await at();
    await page.keyboard.press('PageDown');
    expect(await at()).not.toBe(before);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-panel=single]').isVisible()).toBe(true);
    await page.goto(`${site}/cases/xiadang/`);
    await openPanel(page);
    await page.locator('input[name=setting-keys][value=""]').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    expect(await slash()).toBe(1);
    await context.close();
  });

  it('take no value that is not theirs', async () => {
    const context = await reader(1280, { theme: 'x" onload="', 'type-size': '99', 'large-print': 'yes' });
    const page = await visit(context, '/');
    expect(await page.evaluate(() => ['theme', 'size', 'large', 'pinyin'].map((name) => document.documentElement.dataset[name]))).toEqual([undefined, undefined, undefined, undefined]);
    await context.close();
  });

  it('say so where nothing can be kept, and hold for the page', async () => {
    const context = await reader(360);
    const page = await context.newPage();
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('blocked'); } }));
    await page.goto(`${site}/cases/xiadang/`);
    await openPanel(page);
    await page.getByText('200%').click();
    expect(await page.getByText('浏览器不让保存，这些设置只在这一页有效。').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('5');
    await page.getByRole('button', { name: '收起' }).click();
    await openPanel(page);
    expect(await page.locator('.settings-panel input[value="5"]').isChecked()).toBe(true);
    await context.close();
  });

  it('are no part of paper', async () => {
    const context = await reader(1280, { theme: 'dark', 'type-size': '5', 'large-print': 'on' });
    const page = await visit(context, '/cases/xiadang/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => [getComputedStyle(document.documentElement).fontSize, getComputedStyle(document.documentElement).getPropertyValue('--ink').trim(), getComputedStyle(document.querySelector('.prose') as Element).letterSpacing])).toEqual(['16px', '#000', 'normal']);
    await context.close();
  });
});

describe('type size', () => {
  it.each(['2', '3', '4', '5'])('step %s scales a page as the browser zoom would: at the same room in letters every box is the same', async (size) => {
    const scale = 1 + 0.25 * (Number(size) - 1);
    const boxes = async (width: number, step: string) => {
      const context = await reader(width, { 'type-size': step });
      const page = await visit(context, '/cases/xiadang/');
      await page.evaluate(() => document.querySelectorAll('.chart, .scroll').forEach((element) => element.remove()));
      const found = await page.evaluate(() => [...document.querySelectorAll('.toc, .reading > article, .prose > p, .prose h2, footer.site')].map((element) => {
        const { left, width } = element.getBoundingClientRect();
        const { fontSize, lineHeight, display } = getComputedStyle(element);
        return { name: element.className || element.tagName, left, width, fontSize: parseFloat(fontSize), lineHeight: parseFloat(lineHeight), display };
      }));
      await context.close();
      return found;
    };
    for (const width of [1280, 760]) {
      const small = await boxes(width, '1');
      const large = await boxes(width * scale, size);
      expect(large.length).toBe(small.length);
      small.forEach((box, at) => {
        expect(large[at]?.display, box.name).toBe(box.display);
        for (const side of ['left', 'width', 'fontSize', 'lineHeight'] as const) expect(Math.abs((large[at]?.[side] ?? 0) / scale - box[side]), `${box.name} ${side}`).toBeLessThan(3);
      });
    }
  });

  it('200 % needs no sideways scroll at 360 px on any kind of page, nor large print at 1280 px', async () => {
    const wide: string[] = [];
    for (const [width, kept] of [[360, { 'type-size': '5' }], [360, { 'large-print': 'on' }], [1280, { 'type-size': '5' }], [1280, { 'large-print': 'on' }]] as const) {
      const context = await reader(width, kept as Record<string, string>);
      const page = await context.newPage();
      for (const path of kinds) {
        await page.goto(site + path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) wide.push(`${path} at ${width}: ${over}`);
      }
      await context.close();
    }
    expect(wide).toEqual([]);
  });
});

describe('large print', () => {
  it('brings its type size along and has targets of 60 px', async () => {
    const context = await reader(360);
    const page = await visit(context, '/cases/xiadang/');
    await openPanel(page);
    await page.getByText('开：字大').tap();
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('3');
    expect(await page.locator('.settings-panel input[value="2"]').isDisabled()).toBe(true);
    await page.getByRole('button', { name: '收起' }).tap();
    const small = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, select, summary, nav.main a, footer nav a, a.find, .pmenu button')]
      .filter((element) => element.offsetParent !== null)
      .map((element) => ({ name: (element.textContent ?? '').trim(), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 59.9 || box.width < 59.9)
      .map(({ name, box }) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`));
    expect(small).toEqual([]);
    await context.close();
  });
});
