import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { kinds } from './kinds.ts';
import { forcedColourFaults, layoutFaults } from './layout-faults.ts';

const site = inject('site');
const pages = process.env.OPEN_PAGES?.split(' ') ?? kinds;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Goes through all kinds and gathers what a check finds, with the address before it. */
async function over(page: Page, check: (path: string) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = [];
  for (const path of pages) {
    await page.goto(site + path);
    if (path.startsWith('/search/?')) await page.locator('.hits li').first().waitFor();
    faults.push(...(await check(path)).map((fault) => `${path} ${fault}`));
  }
  return faults;
}

/** WCAG 1.4.12: a reader's own spacing. */
const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

describe('readers who change how a page looks', () => {
  it.each([['400 % of 1280 px', 320, 256], ['a desktop', 1280, 800]])('lose nothing on %s, with the spacing of WCAG 1.4.12 neither', async (_name, width, height) => {
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
    const page = await context.newPage();
    expect(
      await over(page, async () => {
        const plain = await page.evaluate(layoutFaults);
        await page.addStyleTag({ content: spacing });
        return [...plain, ...(await page.evaluate(layoutFaults)).map((fault) => `spaced: ${fault}`)];
      }),
    ).toEqual([]);
    await context.close();
  }, 400_000);

  it('see nothing move', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    expect(
      await over(page, () =>
        page.evaluate(() => [
          ...document.getAnimations().map(() => 'an animation'),
          ...Array.from(document.querySelectorAll('*')).flatMap((element) => {
            const style = getComputedStyle(element);
            return style.scrollBehavior === 'smooth' || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || style.animationName !== 'none' ? [element.tagName] : [];
          }),
        ]),
      ),
    ).toEqual([]);
    await context.close();
  }, 200_000);

  it('keep the edges of controls and the ring of the focus when the system sets the colours', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, forcedColors: 'active' });
    const page = await context.newPage();
    expect(
      await over(page, async () => {
        const faults = await page.evaluate(forcedColourFaults);
        await page.evaluate(() => document.querySelector<HTMLElement>('main')?.focus());
        for (let turn = 0; turn < 6; turn += 1) {
          await page.keyboard.press('Tab');
          const lost = await page.evaluate(() => {
            const on = document.activeElement as HTMLElement | null;
            if (!on || on === document.body || on.tagName === 'IFRAME') return '';
            // A hidden radio button shows its focus on its label.
            const near = [on, ...(on instanceof HTMLInputElement ? [on.nextElementSibling, ...(on.labels ?? [])] : [])];
            const ringed = near.some((element) => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) >= 1);
            return ringed ? '' : `no ring on ${on.tagName}.${on.className} ${(on.textContent ?? '').slice(0, 12)}`;
          });
          if (lost) faults.push(lost);
        }
        return faults;
      }),
    ).toEqual([]);
    await context.close();
  }, 300_000);
});
