import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { norm } from '../../text/norm.ts';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** pdf.js names a glyph by the first character that has it, which for 页 and others is a radical; this names it back. */
const radicals: Record<string, string> = { '⻚': '页', '⻋': '车', '⻅': '见', '⻆': '角', '⻓': '长', '⻔': '门', '⻛': '风', '⻜': '飞', '⻢': '马', '⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟', '⺠': '民', '⻄': '西', '⻘': '青', '⻝': '食', '⻣': '骨', '⻤': '鬼', '⻉': '贝', '⻁': '虎', '⺟': '母' };
const unradical = (text: string) => text.replace(/[\u2e80-\u2eff]/g, (character) => radicals[character] ?? character).normalize('NFKC').replace(/戶/g, '户');

interface Glyph {
  unicode?: string;
  originalCharCode?: number;
}

/** Prints a page as the browser's dialog would and reads the sheets back: their text, and characters without a glyph. */
async function print(path: string) {
  const page = await browser.newPage();
  await page.goto(site + path);
  const reading = await page.evaluate(() => {
    const body = document.querySelector('[data-pagefind-body]')?.cloneNode(true) as HTMLElement;
    body.querySelectorAll('[data-pagefind-ignore],svg').forEach((element) => element.remove());
    return body.textContent ?? '';
  });
  const furniture = await page.evaluate(() => [...document.querySelectorAll('header.site nav, footer.site nav, nav.toc, .toc-here, .turn a, .related')].map((element) => (element.textContent ?? '').replace(/\s+/g, '')));
  const numbers = await page.evaluate(() => [...document.querySelectorAll('[data-n]')].map((block) => (block as HTMLElement).dataset.n ?? ''));
  const data = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const pdf = await getDocumentProxy(new Uint8Array(data));
  const sheets: string[] = [];
  const missing: string[] = [];
  const margin: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { items } = await sheet.getTextContent();
    for (const item of items) if ('str' in item && /^\d+$/.test(item.str) && (item.transform as number[])[4]! < 64) margin.push(item.str);
    sheets.push(unradical(items.map((item) => ('str' in item ? item.str : '')).join('')));
    const { argsArray } = await sheet.getOperatorList();
    for (const args of argsArray as unknown[]) {
      const runs = Array.isArray(args) ? (args as unknown[]).filter(Array.isArray) : [];
      for (const glyph of (runs as (Glyph | number)[][]).flat()) if (typeof glyph === 'object' && glyph?.originalCharCode === 0) missing.push(glyph.unicode ?? '?');
    }
  }
  return { sheets, missing, reading, furniture, numbers, margin };
}

describe('a printed page', () => {
  it.each(['/lessons/overview/', '/cases/xiadang/', '/essays/guide-four-adherences/'])('%s is a handout', async (path) => {
    const { sheets, missing, reading, furniture, numbers, margin } = await print(path);
    expect(sheets.length).toBeGreaterThan(1);
    sheets.forEach((sheet, at) => {
      const text = sheet.replace(/\s+/g, '');
      expect(text, `sheet ${at + 1}`).toContain(`第${at + 1}页共${sheets.length}页`);
      expect(text).toContain('四下基层学习资料库');
    });
    const all = sheets.join('').replace(/\s+/g, '');
    // Nothing of the navigation, everything of the text.
    expect(furniture.length).toBeGreaterThan(4);
    for (const words of [...furniture, '跳到正文', '打印讲义', '复制并附', '复制本段', '导出出处', '著录格式', '本页目录', '跟随系统', '出处总表']) expect(all).not.toContain(words);
    expect(all).toContain('打印');
    expect(all).toMatch(/localhost:\d+\//);
    expect(all).toContain('解读');
    expect(all).toContain('出处与注释');
    expect(all).toMatch(/\[1\].{4,160}\[(?:N|EB|M|J|A|Z)(?:\/OL)?\]/);
    // Every paragraph number stands in the binding margin, in order.
    expect(numbers.length).toBeGreaterThan(10);
    expect(margin).toEqual(numbers);
    const printed = new Set(norm(all));
    expect([...norm(reading)].filter((character) => !printed.has(character))).toEqual([]);
    expect(missing).toEqual([]);
  });
});
