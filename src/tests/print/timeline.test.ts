import type { Browser, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { decadesOf } from '../../features/timeline/periods.ts';
import { loadRegister } from '../../library/register.ts';
import { norm } from '../../text/norm.ts';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
const events = [...loadRegister().timeline.values()].sort((a, b) => a.date.localeCompare(b.date));
const places = loadRegister().places;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Opens a page without scripts: the filters and the sheet must not need any. */
async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
}

/** The printed sheets: their words in normal form and the sizes of type in points. */
async function sheetsOf(page: Page) {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const sheets: { words: string; sizes: number[] }[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
    sheets.push({ words: norm(texts.map(({ str }) => str).join('')), sizes: texts.map(({ transform }) => Math.hypot(transform[2] as number, transform[3] as number)) });
  }
  return sheets;
}

/** Numbers survive the way through a PDF; some characters come back as others of the same shape. */
const digits = (text: string) => text.replace(/\D/g, '');

describe('the time line on paper', () => {
  it('stands on two sheets of A4 as a whole, in type of 8.5 points or more', async () => {
    const page = await open('/timeline/sheet/');
    const sheets = await sheetsOf(page);
    expect(sheets.length).toBe(2);
    expect(Math.min(...sheets.flatMap(({ sizes }) => sizes))).toBeGreaterThanOrEqual(8.49);
    const all = sheets.map(({ words }) => words).join('');
    const printed = digits(all);
    for (const { id, title, text = '' } of events) {
      expect(printed, id).toContain(digits(norm(title)));
      expect(printed, id).toContain(digits(norm(text)));
    }
    expect(events.length).toBeGreaterThanOrEqual(110);
    const lines = await page.locator('.compact li').allTextContents();
    expect(lines.length).toBe(events.length);
    for (const [at, { title, text = '' }] of events.entries()) for (const words of [title, text]) expect(norm(lines[at] ?? '')).toContain(norm(words));
    expect(await page.locator('.key li').count()).toBe(new Set(events.flatMap(({ sources }) => sources)).size);
    await page.context().close();
  });

  it('takes its sources along when asked', async () => {
    const page = await open('/timeline/sheet/');
    await page.locator('label[for=with-sources]').click();
    expect((await sheetsOf(page)).length).toBeGreaterThan(2);
    await page.context().close();
  });

  it('prints only what is shown, under the names of what was chosen', async () => {
    const page = await open('/timeline/');
    await page.locator('label', { hasText: '信访接待' }).click();
    await page.locator('label', { hasText: '1980—1989' }).click();
    const shown = events.filter((event) => event.topics.includes('xinfang') && decadesOf(event).includes(1980));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThan(events.length / 5);
    const items = page.locator('.items > li:visible');
    expect(await items.evaluateAll((list) => list.map(({ id }) => id))).toEqual(shown.map(({ id }) => id));
    const all = (await sheetsOf(page)).map(({ words }) => words).join('');
    expect(digits(all)).toContain('19801989');
    expect(all).not.toContain(norm('主题：调查研究'));
    for (const event of events) if (digits(norm(event.title)).length >= 4) expect(digits(all).includes(digits(norm(event.title))), event.id).toBe(shown.includes(event));
    await page.context().close();
  });

  it('narrows by place too, and says how many are left, none if none', async () => {
    const page = await open('/timeline/');
    await page.locator('summary', { hasText: '地点' }).click();
    await page.locator('label', { hasText: '霞浦县' }).click();
    const at = events.filter((event) => event.places.some((id) => places.get(id)?.adminNow?.includes('霞浦县')));
    expect(at.length).toBeGreaterThan(0);
    expect(await page.locator('.items > li:visible').evaluateAll((list) => list.map(({ id }) => id))).toEqual(at.map(({ id }) => id));
    await page.locator('label', { hasText: '1930—1939' }).click();
    expect(await page.locator('.items > li:visible').count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.items') as Element, '::after').content)).toContain('counter(shown)');
    await page.context().close();
  });

  it('counts in its choices what they show', async () => {
    const page = await open('/timeline/');
    const choices = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLabelElement>('.choices label[for]')].map((label) => {
        const input = document.getElementById(label.htmlFor) as HTMLInputElement;
        input.checked = true;
        const shown = [...document.querySelectorAll('.items > li')].filter((item) => getComputedStyle(item).display !== 'none').length;
        (document.getElementById(`${label.htmlFor.slice(0, 3)}0`) as HTMLInputElement).checked = true;
        return { label: label.textContent, shown, count: Number(label.querySelector('small')?.textContent) };
      }),
    );
    expect(choices.length).toBeGreaterThan(25);
    for (const { label, shown, count } of choices) expect(shown, label).toBe(count);
    await page.context().close();
  });
});
