import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Size and rule of the room of each write-in, in millimetres, as the medium shows it. */
async function rooms(path: string, media: 'print' | 'screen') {
  const page = await browser.newPage({ viewport: { width: 680, height: 1000 } });
  await page.emulateMedia({ media });
  await page.goto(site + path);
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.write-in .gap')].map((gap) => {
      const { width, height } = gap.getBoundingClientRect();
      return { line: gap.parentElement?.classList.contains('line') ?? false, width: (width * 25.4) / 96, height: (height * 25.4) / 96, rule: parseFloat(getComputedStyle(gap).borderBottomWidth) };
    }),
  );
  await page.close();
  return found;
}

describe('what a speaker fills in', () => {
  it.each(['/essays/speech-chuangkou/', '/essays/speech-qingnian/'])('has ruled room on the sheet of %s, and none on screen', async (path) => {
    const printed = await rooms(path, 'print');
    expect(printed.length).toBeGreaterThan(20);
    for (const { line, width, height, rule } of printed) {
      expect(rule).toBeGreaterThan(0);
      expect(width).toBeGreaterThanOrEqual(line ? 120 : 16);
      expect(height).toBeGreaterThanOrEqual(line ? 8.9 : 5.9);
    }
    expect(printed.some(({ line }) => line)).toBe(true);
    expect((await rooms(path, 'screen')).every(({ width }) => width === 0)).toBe(true);
  });
});
