import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFDict, PDFName } from 'pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { margins, type SheetKind } from '../../features/handout/sheet.ts';
import { builtPages } from '../site/dist.ts';
import { orphans, outside, runsOf } from './placement.ts';

const folder = 'dist/downloads';
const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile() && !file.endsWith('.html')) : [];
const pdfs = files.filter((file) => file.endsWith('.pdf') && !/heding/.test(file));
const booklets = files.filter((file) => file.endsWith('-heding.pdf'));
const kinds: Record<string, SheetKind> = { jiangyi: 'handout', dazi: 'large', gongwen: 'official' };

/** Margins of the paper of a file in millimetres: top, right, bottom, left. The column of paragraph numbers is part of the sheet. */
function paperOf(file: string): [number, number, number, number] {
  if (/sheet-jiangyi/.test(file)) return [15, 15, 15, 15];
  if (/^plans.*-jiangyi/.test(file)) return [18, 16, 15, 21];
  const [top, outer, bottom, binding] = margins[kinds[/-([a-z]+)\.pdf$/.exec(file)?.[1] ?? ''] ?? 'handout'];
  return [top, outer, bottom, /^plans/.test(file) ? binding : binding - 10];
}

/** Fonts of a PDF that are not embedded TrueType: Type 3 glyphs print badly and cannot be searched. */
async function badFonts(data: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(data, { updateMetadata: false });
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) return [];
    const subtype = String(object.get(PDFName.of('Subtype')));
    return subtype === '/Type3' ? [subtype] : [];
  });
}

describe.skipIf(pdfs.length === 0)('the ready PDFs', () => {
  it('have embedded fonts, every glyph, their title and address in front, numbers on every page, and are small', async () => {
    const wrong: string[] = [];
    for (const file of pdfs) {
      const data = new Uint8Array(readFileSync(join(folder, file)));
      for (const font of await badFonts(data)) wrong.push(`${file}: ${font}`);
      const { length } = data;
      const pdf = await getDocumentProxy(data);
      const pages = pdf.numPages;
      if (length > 300 * 1024 * Math.max(1, pages / 6)) wrong.push(`${file}: ${Math.round(length / 1024)} KB, ${pages} pages`);
      if (!(await pdf.getMarkInfo())?.Marked) wrong.push(`${file}: not tagged`);
      const text = async (number: number) => (await (await pdf.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('').normalize('NFKC').replace(/\s+/g, '');
      const place = file.split('\\').join('/').replace(/-(?:jiangyi|dazi|gongwen)\.pdf$/, '');
      const first = await text(1);
      // A form names its address below its last table.
      const facts = place.endsWith('/sheet') ? await text(pages) : first;
      if (!facts.includes(`/${place.replace(/\/(?:sheet|leader)$/, '')}/`)) wrong.push(`${file}: no address on its first page`);
      const last = await text(pages);
      if (!(file.includes('gongwen') ? last.includes(`—${pages}—`) : last.includes(`第${pages}⻚共${pages}⻚`.normalize('NFKC')) || last.includes(`第${pages}页共${pages}页`))) wrong.push(`${file}: last page without its number`);
      for (let number = 1; number <= pages; number += 1) {
        const sheet = await pdf.getPage(number);
        const runs = await runsOf(sheet);
        if (runs.length === 0) wrong.push(`${file}: sheet ${number} is empty`);
        for (const heading of orphans(runs)) wrong.push(`${file}: “${heading}” is alone at the foot of sheet ${number}`);
        for (const text of outside(runs, sheet, paperOf(file.split('\\').join('/')))) wrong.push(`${file}: “${text}” reaches over the edge of sheet ${number}`);
        const { argsArray } = await sheet.getOperatorList();
        for (const args of argsArray as unknown[])
          for (const run of (Array.isArray(args) ? args : []).filter(Array.isArray) as unknown[][])
            for (const glyph of run.flat() as { originalCharCode?: number; unicode?: string }[]) if (typeof glyph === 'object' && glyph?.originalCharCode === 0) wrong.push(`${file}: no glyph for ${glyph.unicode}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 900_000);
});

describe.skipIf(booklets.length === 0)('the booklets', () => {
  it('have no Type 3 font, no heading left alone, contents with the right page numbers, and no address of the machine they were made on', async () => {
    const wrong: string[] = [];
    for (const file of booklets) {
      const data = new Uint8Array(readFileSync(join(folder, file)));
      for (const font of await badFonts(data)) wrong.push(`${file}: ${font}`);
      const pdf = await getDocumentProxy(data);
      const texts: string[] = [];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const sheet = await pdf.getPage(number);
        // Head and foot of a sheet are drawn by the page itself here.
        const runs = (await runsOf(sheet)).filter(({ base }) => base > 17 && base < 281);
        texts.push(runs.map(({ text }) => text).join('').normalize('NFKC').replace(/\s+/g, ''));
        if (number > 1) for (const heading of orphans(runs)) wrong.push(`${file}: “${heading}” is alone at the foot of sheet ${number}`);
        const links = (await sheet.getAnnotations()).flatMap(({ url }: { url?: string }) => (url && /localhost|127\.0\.0\.1/.test(url) ? [url] : []));
        wrong.push(...links.map((link: string) => `${file}: link to ${link}`));
      }
      const contents = texts[1] ?? '';
      expect(contents).toMatch(/^目录/);
      const entries = [...contents.slice(2).matchAll(/(\D+(?:\d+\D+)*?)(\d+)(?=\D|$)/g)];
      expect(entries.length, file).toBeGreaterThan(3);
      const last = Number(/(\d+)$/.exec(contents)?.[1]);
      expect(last, file).toBeGreaterThan(3);
      expect(last, file).toBeLessThanOrEqual(pdf.numPages);
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

describe('links to files', () => {
  it('lead only to what exists, and no place for files is left unfilled', () => {
    const pages = builtPages();
    expect(pages.filter(({ html }) => html.includes('data-files="')).map(({ path }) => path)).toEqual([]);
    const links = pages.flatMap(({ path, elements }) => elements.flatMap(({ attribs }) => (attribs.download !== undefined && attribs.href?.includes('/downloads/') ? [`${path} ${attribs.href}`] : [])));
    expect(links.length).toBeGreaterThan(80);
    expect(links.filter((link) => !existsSync(join('dist', link.split(' ')[1]!)))).toEqual([]);
    expect(pages.some(({ path, html }) => path === '/downloads/' && html.includes('.zip'))).toBe(true);
  });
});
