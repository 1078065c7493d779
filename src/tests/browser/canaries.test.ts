import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { recordsOf } from '../../features/search/reading-text.ts';
import { norm } from '../../text/norm.ts';
import { launch } from '../../tools/browser.ts';
import { builtPages } from '../site/dist.ts';
import { ask } from './ask.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${inject('site')}/search/`);
});
afterAll(() => browser?.close());

/** The first, middle and last paragraph of a page, each by some of its characters. */
function canaries(blocks: readonly string[]): string[] {
  const long = blocks.map(norm).filter((block) => block.length >= 4);
  return [...new Set([long[0], long[Math.floor(long.length / 2)], long[long.length - 1]])].map((block = '') => block.slice(-18));
}

it('finds the first, the middle and the last paragraph of every page', async () => {
  const lost: string[] = [];
  let asked = 0;
  for (const { html, path } of builtPages()) {
    const blocks = recordsOf(html, path).flatMap((record) => record.blocks.map(({ text }) => text));
    for (const phrase of blocks.length > 0 ? canaries(blocks) : []) {
      asked += 1;
      const few = await ask(page, phrase, 'first');
      const shown = few.total > few.hits.length ? await ask(page, phrase) : few;
      if (!shown.hits.some((hit) => hit.replace(/#.*/, '') === path)) lost.push(`${path}: ${phrase}`);
    }
  }
  console.log(`canaries: ${asked}`);
  expect(asked).toBeGreaterThan(500);
  expect(lost).toEqual([]);
}, 600_000);
