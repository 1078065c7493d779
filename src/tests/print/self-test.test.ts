import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('prints the questions in place and the answers on a last sheet of their own', async () => {
  const page = await browser.newPage();
  await page.goto(`${site}/lessons/petition-regulations/`);
  // A reader who opened answers on screen must not hand them out with the questions.
  await page.evaluate(() => document.querySelectorAll('.self-test details').forEach((details) => details.setAttribute('open', '')));
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  await page.close();
  const sheets: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    sheets.push(items.map((item) => ('str' in item ? item.str : '')).join('').normalize('NFKC').replace(/\s+/g, ''));
  }
  const last = sheets.pop() ?? '';
  const before = sheets.join('');
  expect(last).toContain('自测答案');
  expect(last).toContain('不是15日');
  // No note of the list before it runs on to this sheet.
  expect(last).not.toMatch(/OL\]|出处与注释/);
  expect(before).toMatch(/OL\]/);
  expect(before).toContain('补出这句引文里空着的字');
  for (const words of ['自测答案', '看答案', '提异议是5个工作日']) expect(before).not.toContain(words);
});
