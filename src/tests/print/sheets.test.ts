import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { agendaParts, clock } from '../../model/agenda.ts';
import { launch } from '../../tools/browser.ts';
import { declaredForms } from '../site/sheets.ts';

const site = inject('site');
/** A millimetre in CSS pixels. */
const mm = 96 / 25.4;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Prints a page without a script running: sizes of its sheets in millimetres, and their text. pdf.js reads a dash as any of several. */
async function print(path: string) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site + path);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const sheets: { width: number; height: number; text: string }[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 25.4 / 72 });
    const { items } = await sheet.getTextContent();
    sheets.push({ width: Math.round(width), height: Math.round(height), text: items.map((item) => ('str' in item ? item.str : '')).join('').replace(/\s+/g, '').replace(/[‒–—―]/g, '–') });
  }
  await context.close();
  return sheets;
}

describe('a blank form', () => {
  it.each([...declaredForms()])('%s fills one or two sheets of the declared paper', async (id, form) => {
    const sheets = await print(`/forms/${id}/sheet/`);
    expect(sheets.length).toBeLessThanOrEqual(form.parts.some(({ newPage }) => newPage) ? 2 : 1);
    for (const { width, height } of sheets) expect([width, height]).toEqual(form.landscape ? [297, 210] : [210, 297]);
    expect(sheets[0]?.text).toContain('本站拟制');
    // Nothing of the screen is left on the paper.
    expect(sheets.map(({ text }) => text).join('')).not.toMatch(/打印空表|跳到正文|怎么用这张表|编写说明/);
  });

  it('has ruled cells high enough to write in', async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    for (const [id, form] of declaredForms()) {
      await page.setViewportSize({ width: Math.round((form.landscape ? 267 : 175) * mm), height: 900 });
      await page.goto(`${site}/forms/${id}/sheet/`);
      const { low, bare, clipped } = await page.evaluate((least) => {
        const rows = [...document.querySelectorAll('.paper tbody tr')];
        const cells = [...document.querySelectorAll('.paper td')];
        const paper = document.querySelector('.paper')?.getBoundingClientRect();
        return {
          low: rows.map((row) => row.getBoundingClientRect().height).filter((height) => height < least),
          bare: cells.filter((cell) => ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(getComputedStyle(cell).getPropertyValue(`border-${side.toLowerCase()}-width`)) === 0)).length,
          clipped: cells.filter((cell) => cell.getBoundingClientRect().right > (paper?.right ?? 0) + 0.5).length,
        };
      }, 9 * mm);
      expect({ id, low, bare, clipped }).toEqual({ id, low: [], bare: 0, clipped: 0 });
    }
    await page.close();
  });
});

describe('a study plan', () => {
  it.each([...loadRegister().plans.values()].map((plan) => [plan.id, plan] as const))('%s prints two different sheets', async (id, plan) => {
    const own = await print(`/plans/${id}/`);
    const leader = await print(`/plans/${id}/leader/`);
    expect(own.length).toBeLessThanOrEqual(3);
    expect(leader.length).toBeLessThanOrEqual(4);
    const all = leader.map(({ text }) => text).join('');
    const marks = agendaParts(plan.agenda).flatMap(({ steps }) => steps.map(({ from, to }) => `${clock(from)}–${clock(to)}`));
    expect(marks.filter((mark) => !all.includes(mark))).toEqual([]);
    expect(all).toContain('希望听到');
    expect(own.map(({ text }) => text).join('')).not.toMatch(/希望听到|会前准备/);
  });
});
