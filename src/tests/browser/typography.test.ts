import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { strayMarks } from './lines.ts';
import { comparePicture } from './pictures.ts';
import { measureSpecimens, type Measured } from './specimen-lines.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const noStart = /^[、，。：；！？）》」』”’–·…—]/;
const noEnd = /[（《「『“‘]$/;
const settings: [string, number, 'screen' | 'print'][] = [
  ['360 px', 360, 'screen'],
  ['414 px', 414, 'screen'],
  ['768 px', 768, 'screen'],
  ['1280 px', 1280, 'screen'],
  // The width of the text on A4 at 96 dots to the inch.
  ['print', 642, 'print'],
];

describe.each(settings)('the page of typesetting rules, %s', (name, width, media) => {
  let page: Page;
  let found: Record<string, Measured>;

  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.emulateMedia({ media, colorScheme: 'light' });
    await page.goto(`${site}/about/typography/`);
    found = await page.evaluate(measureSpecimens);
  });
  afterAll(() => page?.close());

  const lines = () => Object.entries(found).flatMap(([id, { paragraphs }]) => paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => ({ id, ...line }))));

  it('begins no line with a mark that closes and ends none with one that opens', () => {
    expect(lines().length).toBeGreaterThan(25);
    expect(lines().filter(({ text }) => noStart.test(text) || noEnd.test(text)).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  it('indents by two characters, and sets lines far enough apart', () => {
    for (const [id, { paragraphs }] of Object.entries(found))
      for (const { size, indent, leading, indented } of paragraphs) {
        if (indented) expect(indent / size, id).toBeCloseTo(2, 1);
        expect(leading / size, id).toBeGreaterThanOrEqual(1.5);
        expect(leading / size, id).toBeLessThanOrEqual(2);
      }
    expect(Object.values(found).flatMap(({ paragraphs }) => paragraphs).filter(({ indented }) => indented).length).toBeGreaterThan(15);
  });

  it('sets at most 40 characters to a line, 34 on a wide screen, and hangs nothing outside', () => {
    for (const { id, text, over, ems } of lines()) {
      expect(ems, `${id}: ${text}`).toBeLessThanOrEqual(40);
      expect(over, `${id}: ${text}`).toBeLessThanOrEqual(1);
    }
  });

  it('justifies all lines but the last, which it leaves', () => {
    for (const id of ['measure', 'justify', 'start', 'dash']) {
      const { lines: own } = found[id]?.paragraphs[0] ?? { lines: [] };
      for (const { text, short } of own.slice(0, -1)) expect(short, `${id}: ${text}`).toBeLessThanOrEqual(9.5);
    }
    expect(found.justify?.paragraphs[0]?.lines.at(-1)?.stretched).toBe(false);
  });

  it('keeps dashes and dots whole, and no single character on a last line', () => {
    for (const { id, text } of lines()) expect(/(?<!—)—$|^—|(?<!…)…$|^…/.test(text), `${id}: ${text}`).toBe(false);
    for (const { lines: own } of found.widow?.paragraphs ?? []) expect(own.at(-1)?.text.replace(/[\p{P}\s]/gu, '').length).toBeGreaterThanOrEqual(2);
  });

  it('squeezes marks that meet, and parts Han from digits a little', () => {
    for (const { size, pairs, lines: own } of found.squeeze?.paragraphs ?? []) {
      // One line each, so that no justification stretches them.
      expect(own).toHaveLength(1);
      expect(Object.keys(pairs).length).toBeGreaterThan(3);
      // Question marks and colons keep their room.
      for (const [pair, width] of Object.entries(pairs)) if (!/[？：]/.test(pair)) expect(width / size, pair).toBeLessThanOrEqual(1.55);
    }
    const gaps = found.latin?.paragraphs[0]?.gaps ?? [];
    expect(gaps.length).toBeGreaterThan(3);
    for (const gap of gaps) {
      expect(gap).toBeGreaterThan(0.05);
      expect(gap).toBeLessThanOrEqual(0.5);
    }
  });

  it('emphasises by dots under upright characters, sets quotations in Kai, ties marks to their sentence', async () => {
    const styles = await page.evaluate(() => {
      const of = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      const em = of('.specimen em');
      return { style: em.fontStyle, dots: em.getPropertyValue('text-emphasis-style'), at: em.getPropertyValue('text-emphasis-position'), kai: of('.specimen blockquote p').fontFamily, align: of('.specimen > p').textAlign };
    });
    expect(styles).toMatchObject({ style: 'normal', dots: 'dot', align: 'justify' });
    expect(styles.at).toContain('under');
    expect(styles.kai).toMatch(/Kai/);
    expect(await page.evaluate(strayMarks)).toEqual([]);
  });

  it('looks as the kept picture does', async () => {
    const shot = await page.locator('.prose.about').screenshot({ animations: 'disabled' });
    const { difference, worst } = await comparePicture(browser, `typography-${name.replace(' ', '')}`, shot);
    expect(difference, '同存下的图样差得太多；样子是有意改的，用 PICTURES=new 重跑本测试，存下新的').toBeLessThan(0.02);
    expect(worst).toBeLessThan(0.6);
  });
});
