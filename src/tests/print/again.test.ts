import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { impose, planSets, printBooklet } from '../../tools/downloads/booklets.ts';
import { downloadItems } from '../../tools/downloads/items.ts';
import { PdfPrinter } from '../../tools/downloads/pdf.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const same = (first: Uint8Array, second: Uint8Array) => Buffer.from(first).equals(Buffer.from(second));

describe('a file made twice', () => {
  it('has the same bytes, and no link to the server it was printed from', async () => {
    const print = () => new PdfPrinter(browser, site).print('/cases/houyang/', 'handout', '2026-11-25');
    const first = await print();
    expect(same(first, await print())).toBe(true);
    const pdf = await getDocumentProxy(first);
    const links: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) for (const { url } of (await (await pdf.getPage(number)).getAnnotations()) as { url?: string }[]) if (url) links.push(url);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => link.includes('localhost'))).toEqual([]);
  });

  it('has the same bytes as a booklet and imposed', async () => {
    const [set] = planSets(downloadItems('dist'), '').sort((a, b) => a.basket.items.length - b.basket.items.length);
    const print = () => printBooklet(browser, site, '', set!, 'https://example.org');
    const [first, second] = [await print(), await print()];
    expect(same(first, second)).toBe(true);
    expect(same(await impose(first, 'A4', '2026-11-25'), await impose(second, 'A4', '2026-11-25'))).toBe(true);
  });
});

describe('a table that runs over sheets', () => {
  it('has its head on each of them', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/lessons/petition-regulations/`);
    await page.evaluate(() => document.querySelectorAll('.sn').forEach((note) => note.remove()));
    const tables = await page.evaluate(() => [...document.querySelectorAll('.prose table')].map((table) => ({ head: table.querySelector('thead')?.textContent ?? '', rows: [...table.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '') })));
    await page.close();
    const pdf = await getDocumentProxy(await new PdfPrinter(browser, site).print('/lessons/petition-regulations/', 'large', '2026-11-25'));
    const plain = (text: string) => text.normalize('NFKC').replace(/\[\d+\]|\s+/g, '').replace(/\P{Script=Han}/gu, '');
    const sheets: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) sheets.push(plain((await (await pdf.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
    let divided = 0;
    for (const { head, rows } of tables) {
      const places = rows.filter((row) => plain(row).length > 6).map((row) => sheets.findIndex((sheet) => sheet.includes(plain(row)))).filter((at) => at >= 0);
      const [from, to] = [Math.min(...places), Math.max(...places)];
      if (places.length < 2 || from === to) continue;
      divided += 1;
      for (const at of new Set(places)) expect(sheets[at], `sheet ${at + 1}`).toContain(plain(head));
    }
    expect(divided).toBeGreaterThan(0);
  });
});
