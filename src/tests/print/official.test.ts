import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SheetKind } from '../../features/handout/sheet.ts';
import { launch } from '../../tools/browser.ts';
import { PdfPrinter } from '../../tools/downloads/pdf.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

interface Line {
  y: number;
  size: number;
  text: string;
}
interface Sheet {
  lines: Line[];
  folio: { x: number; text: string } | undefined;
}

/** The lines of each sheet at the size of running text, top to bottom, and the page number. */
async function printed(path: string, kind: SheetKind, size: number): Promise<Sheet[]> {
  const pdf = await getDocumentProxy(await new PdfPrinter(browser, site).print(path, kind, '2026-11-25'));
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const lines: Line[] = [];
    let folio: Sheet['folio'];
    for (const item of items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [, , , height = 0, x = 0, y = 0] = item.transform as number[];
      if (/^— ?\d+ ?—$/.test(item.str.trim())) folio = { x, text: item.str.replace(/\s/g, '') };
      if (Math.abs(Math.abs(height) - size) > 0.3 || y < 90) continue;
      const line = lines.find((other) => Math.abs(other.y - y) < 4);
      if (line) line.text += item.str;
      else lines.push({ y, size: height, text: item.str });
    }
    sheets.push({ lines: lines.sort((a, b) => b.y - a.y), folio });
  }
  return sheets;
}

describe('the official sheet', () => {
  it('has 22 lines of 28 characters on a full page of running text, and its number outside', async () => {
    const pitch = 28.99;
    const isFull = ({ lines }: { lines: { y: number }[] }) => lines.length === 22 && lines.every((line, at) => at === 0 || Math.abs(lines[at - 1]!.y - line.y - pitch) < 0.6);
    let sheets = await printed('/essays/speech-minqi/', 'official', 15.75);
    for (const path of ['/essays/guide-batp/', '/cases/pujiang/', '/lessons/policy-publicity/', '/lessons/investigation/', '/lessons/against-formalism/', '/lessons/on-site-work/', '/lessons/long-term-institutions/', '/cases/qingfang/', '/essays/guide-four-adherences/', '/essays/guide-anonymous-speech/']) if (!sheets.some(isFull)) sheets = await printed(path, 'official', 15.75);
    // A full page: 22 lines of running text, one below the other at the pitch of the grid.
    const full = sheets.filter(({ lines }) => lines.length === 22 && lines.every((line, at) => at === 0 || Math.abs(lines[at - 1]!.y - line.y - pitch) < 0.6));
    expect(full.length, sheets.map(({ lines }) => lines.map((line, at) => (at ? (lines[at - 1]!.y - line.y).toFixed(1) : '|')).join(' ')).join('\n')).toBeGreaterThan(0);
    const longest = sheets.flatMap(({ lines }) => lines.map(({ text }) => [...text].length));
    expect(longest.filter((length) => length === 28).length).toBeGreaterThan(5);
    sheets.forEach(({ folio }, at) => {
      expect(folio?.text).toBe(`—${at + 1}—`);
      if (at % 2 === 0) expect(folio!.x).toBeGreaterThan(400);
      else expect(folio!.x).toBeLessThan(140);
    });
  });

  it('differs from the handout and the large print as they should', async () => {
    const handout = await printed('/lessons/overview/', 'handout', 12);
    // The pitch of running text, marks of sources or not; 38 such lines fill the sheet. Lists and quotations have others.
    const pitches = handout.flatMap(({ lines }) => lines.slice(1).map((line, at) => lines[at]!.y - line.y)).filter((pitch) => pitch < 20);
    expect(pitches.length).toBeGreaterThan(25);
    expect(pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)]).toBeCloseTo(18.7, 1);
    expect(Math.floor(((297 - 24 - 22) * 72) / 25.4 / 18.7)).toBe(38);
    const widths = handout.flatMap(({ lines }) => lines.map(({ text }) => [...text].length));
    expect(Math.max(...widths)).toBeGreaterThanOrEqual(38);
    const large = await printed('/lessons/overview/', 'large', 18);
    expect(Math.max(...large.map(({ lines }) => lines.length))).toBeGreaterThan(15);
  });
});
