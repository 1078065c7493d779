import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFDict, PDFName } from 'pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { builtPages } from '../site/dist.ts';

const folder = 'dist/downloads';
const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile() && !file.endsWith('.html')) : [];
const pdfs = files.filter((file) => file.endsWith('.pdf') && !/heding/.test(file));

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
        const { argsArray } = await (await pdf.getPage(number)).getOperatorList();
        for (const args of argsArray as unknown[])
          for (const run of (Array.isArray(args) ? args : []).filter(Array.isArray) as unknown[][])
            for (const glyph of run.flat() as { originalCharCode?: number; unicode?: string }[]) if (typeof glyph === 'object' && glyph?.originalCharCode === 0) wrong.push(`${file}: no glyph for ${glyph.unicode}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 900_000);
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
