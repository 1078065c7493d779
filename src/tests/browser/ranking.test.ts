import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { recordsOf } from '../../features/search/reading-text.ts';
import { norm } from '../../text/norm.ts';
import { launch } from '../../tools/browser.ts';
import { builtPages } from '../site/dist.ts';
import { seeded as random } from '../../tools/bench/seeded.ts';
import { ask, askNear } from './ask.ts';

interface Judged {
  q: string;
  best: string[];
  good?: string[];
  near?: boolean;
}

const judged = parse(readFileSync('src/tests/judged.yaml', 'utf8')) as Judged[];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${inject('site')}/search/`);
});
afterAll(() => browser?.close());

const shelves: Record<string, string> = { G: '/glossary/#', T: '/timeline/#', M: '/misquotes/#' };
const addressOf = (short: string): string => {
  const [mark = '', id = ''] = short.split(' ');
  return short.startsWith('/') ? short : mark === 'Q' ? `/quotes/${id}/` : `${shelves[mark] ?? ''}${id}`;
};
/** The record behind an address: entries of a list are records of their own, paragraphs are not. */
const recordOf = (address: string) => (/^\/(?:timeline|glossary|misquotes)\//.test(address) ? address : address.replace(/#.*/, ''));
const gain = (grades: number[]) => grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

describe('ranking', () => {
  it('answers the judged queries: NDCG@10 of 0.95, and the right answer first in 95 of 100', async () => {
    expect(judged.length).toBeGreaterThanOrEqual(60);
    const wrong: string[] = [];
    let sum = 0;
    for (const { q, best, good = [], near } of judged) {
      const exact = await ask(page, q);
      const found = (near ? await askNear(page, q) : [...exact.hits, ...exact.variants]).map(recordOf);
      const [first, second] = [best.map(addressOf), good.map(addressOf)];
      // A judgement that names what is not found would make the measure too kind.
      if (!near) for (const address of [...first, ...second]) expect(found, q).toContain(address);
      const grades = found.map((address) => (first.includes(address) ? 3 : second.includes(address) ? 2 : 1));
      sum += found.length > 0 ? gain(grades) / gain([...grades].sort((a, b) => b - a)) : 0;
      if (!first.includes(found[0] ?? '')) wrong.push(`${q}: ${found[0]}`);
    }
    console.log(`NDCG@10 ${(sum / judged.length).toFixed(4)}; first answer right ${judged.length - wrong.length}/${judged.length}`);
    expect(sum / judged.length).toBeGreaterThanOrEqual(0.95);
    expect(wrong.length / judged.length, wrong.join('\n')).toBeLessThanOrEqual(0.05);
  }, 300_000);

  it('puts a hit in a title first, whenever there is one', async () => {
    const titles = builtPages().flatMap(({ html, path }) => recordsOf(html, path)).map(({ title }) => norm(title));
    const next = random(41);
    for (let drawn = 0; drawn < 60; drawn += 1) {
      const title = titles[Math.floor(next() * titles.length)] ?? '';
      const length = Math.min(title.length, 2 + Math.floor(next() * 6));
      const from = Math.floor(next() * (title.length - length + 1));
      const query = title.slice(from, from + length);
      await ask(page, query, 'first');
      expect(norm((await page.locator('a[data-hit]').first().textContent()) ?? ''), query).toContain(query);
    }
  }, 120_000);
});
