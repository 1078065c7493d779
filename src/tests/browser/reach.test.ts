import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const modes = [{ theme: 'light' }, { theme: 'sepia' }, { theme: 'dark' }, { theme: 'light', large: 'on' }, { theme: 'sepia', large: 'on' }, { theme: 'dark', large: 'on' }];

/** Controls whose border and ground are both under 3:1 against what is around them. A button without either is known by its words. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Colour = [number, number, number, number];
    const colour = (text: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const light = ([r, g, b]: Colour) => [r, g, b].map((value) => value / 255).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)).reduce((sum, value, at) => sum + value * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
    const contrast = (one: Colour, other: Colour) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
    const ground = (element: Element | null): Colour => {
      for (let at = element; at; at = at.parentElement) {
        const found = colour(getComputedStyle(at).backgroundColor);
        if (found[3] === 1) return found;
      }
      return [255, 255, 255, 1];
    };
    return Array.from(document.querySelectorAll<HTMLElement>('button, select, textarea, input:not([type=radio]):not([type=checkbox]):not([type=file]), .settings-panel label span, a.find, a.button, .sheet-link')).flatMap((element) => {
      // A field without a border of its own stands in a box that has one.
      const box = element.matches('input') && getComputedStyle(element).borderBottomWidth === '0px' ? (element.closest<HTMLElement>('form, [role=search]') ?? element) : element;
      const style = getComputedStyle(box);
      if (!element.offsetParent || element.matches(':disabled, :disabled + span') || style.opacity === '0' || style.visibility === 'hidden') return [];
      const outside = ground(box.parentElement);
      const isDrawn = parseFloat(style.borderTopWidth) > 0 || parseFloat(style.borderBottomWidth) > 0;
      if (!isDrawn && !element.matches('input, textarea, select')) return [];
      const border = colour(parseFloat(style.borderBottomWidth) > 0 ? style.borderBottomColor : style.borderTopColor);
      const best = Math.max(isDrawn ? contrast(border, outside) : 1, contrast(ground(box), outside));
      return best < 3 ? [`${element.tagName} ${element.className || element.getAttribute('name') || ''} ${element.textContent?.trim().slice(0, 8) ?? ''} ${best.toFixed(2)}`] : [];
    });
  });

describe('WCAG 1.4.11', () => {
  it('the border of every control stands out by 3:1 in every mode', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(() => localStorage.setItem('basket', JSON.stringify({ items: ['cases/xiadang'] })));
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of ['/', '/cases/', '/cases/xiadang/', '/lessons/overview/', '/search/?q=%E4%B8%89%E8%BF%9B', '/proofread/', '/handout/', '/mine/', '/plans/party-meeting-45/leader/', '/timeline/', '/quotes/q-huixin-lili/', '/meet/?cases/xiadang']) {
      await page.goto(site + path);
      if (path.startsWith('/meet/')) {
        await page.locator('.screen').first().waitFor();
        await page.keyboard.press('Escape');
      } else await page.getByRole('button', { name: '阅读设置' }).click();
      if (path.startsWith('/search/')) await page.locator('.hits li').first().waitFor();
      for (const mode of modes) {
        await page.evaluate((detail) => document.dispatchEvent(new CustomEvent('reading-settings', { detail: { size: '', large: '', pinyin: '', keys: '', ...detail } })), mode);
        for (const found of await faint(page)) faults.push(`${path} ${Object.values(mode).join('+')}: ${found}`);
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  }, 120_000);
});

describe('WCAG 2.4.11', () => {
  it.each([[360, 'aloud'], [1280, 'aloud'], [360, 'search'], [1280, 'search']])('at %d px with the bar of %s open, nothing that has the focus is hidden behind it', async (width, bar) => {
    const context = await browser.newContext({ viewport: { width, height: 700 } });
    await context.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'zh-CN', localService: true }], addEventListener: () => undefined, cancel: () => undefined, speak: () => undefined } }));
    const page = await context.newPage();
    await page.goto(`${site}/cases/xiadang/${bar === 'search' ? '?hl=%E4%B8%8B%E5%85%9A' : ''}`);
    if (bar === 'aloud') await page.locator('read-aloud button').click();
    await page.locator('.foot-bar').waitFor();
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
      document.querySelector<HTMLElement>('a.skip')?.focus();
    });
    const hidden: string[] = [];
    let seen = 0;
    for (; seen < 150; seen += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        if (!element || element === document.body || element.closest('.foot-bar')) return 'end';
        // Of a link over two lines the first is enough.
        const { left, right, top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
        const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y): [number, number] => [left + (right - left) * x, top + (bottom - top) * y]));
        const isSeen = points.some(([x, y]) => {
          const hit = document.elementFromPoint(x, y);
          return hit && (element.contains(hit) || hit.contains(element)) && !hit.closest('.foot-bar');
        });
        return isSeen ? '' : `${element.tagName} ${element.textContent?.slice(0, 20) ?? ''} ${Math.round(top)}–${Math.round(bottom)}`;
      });
      if (found === 'end') break;
      if (found) hidden.push(found);
    }
    await context.close();
    expect(seen).toBeGreaterThan(40);
    expect(hidden).toEqual([]);
  }, 90_000);
});

it('by keyboard alone from the front page to a case, its print dialog, the basket, a search and its first hit', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    window.print = () => void Object.assign(window, { printed: true });
  });
  const page = await context.newPage();
  await page.goto(`${site}/`);
  const here = () => page.evaluate(() => ({ words: document.activeElement?.textContent?.trim() ?? '', href: (document.activeElement as HTMLAnchorElement | null)?.pathname ?? '' }));
  /** Presses Tab until the focus is on what is looked for. */
  const tabTo = async (isIt: (at: { words: string; href: string }) => boolean, what: string, key = 'Tab') => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press(key);
      if (isIt(await here())) return;
    }
    throw new Error(`${what}: not reached by Tab`);
  };
  const enter = async (address: RegExp) => {
    await Promise.all([page.waitForURL(address), page.keyboard.press('Enter')]);
    await page.waitForLoadState();
  };
  await tabTo(({ words, href }) => words === '案例' && href === '/cases/', 'the shelf of cases');
  await enter(/\/cases\/$/);
  await tabTo(({ href }) => /^\/cases\/[a-z-]+\/$/.test(href), 'a case');
  await enter(/\/cases\/[a-z-]+\/$/);
  await tabTo(({ words }) => words === '打印讲义', 'printing');
  await page.keyboard.press('Enter');
  await page.locator('.sheet-form').waitFor();
  for (let presses = 0; presses < 30 && (await here()).words !== '打印'; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (window as { printed?: boolean }).printed);
  await page.keyboard.press('Escape');
  await tabTo(({ words }) => words === '加入讲义', 'the basket', 'Shift+Tab');
  await page.keyboard.press('Enter');
  expect((await here()).words).toBe('已在讲义篮');
  expect(await page.locator('[data-basket-count]').textContent()).toBe('1');
  await page.keyboard.press('Control+k');
  await page.locator('dialog.finder[open]').waitFor();
  await page.keyboard.type('三进下党');
  await page.locator('dialog.finder .hits a').first().waitFor({ timeout: 30_000 });
  await tabTo(({ href }) => /^\/(?:cases|lessons|essays|quotes|glossary|timeline|plans|forms)\//.test(href), 'the first hit');
  expect(await page.evaluate(() => document.querySelector('dialog.finder .hits a') === document.activeElement)).toBe(true);
  await enter(/[?&]hl=/);
  await page.locator('mark.hl').first().waitFor({ timeout: 20_000 });
  await context.close();
}, 120_000);
