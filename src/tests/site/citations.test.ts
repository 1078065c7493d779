import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOfCsl, readBibtex, readRis } from './bibliography.ts';
import { builtPages } from './dist.ts';

const pages = builtPages();
const classes = (element: { attribs: Record<string, string> }) => (element.attribs.class ?? '').split(' ');
const withTools = pages.filter((page) => page.elements.some((element) => classes(element).includes('cite-tools')));

describe('the files of sources', () => {
  it('are linked from every list of sources', () => {
    const paths = withTools.map(({ path }) => path);
    for (const path of ['/sources/', '/quotes/q-huixin-lili/', '/cases/xiadang/', '/lessons/overview/']) expect(paths).toContain(path);
    for (const page of pages) {
      const hasSources = page.elements.some((element) => classes(element).includes('notes')) && page.elements.some((element) => element.name === 'a' && classes(element).includes('cite'));
      if (hasSources) expect(paths, page.path).toContain(page.path);
    }
    for (const page of withTools)
      for (const extension of ['bib', 'ris', 'json']) {
        expect(page.html, page.path).toContain(`href="${page.path}sources.${extension}"`);
        expect(existsSync(join('dist', page.path, `sources.${extension}`)), page.path).toBe(true);
      }
  });

  it('hold the same entries in all three formats, as many as the page names, each well formed', () => {
    for (const page of withTools) {
      const read = (extension: string) => readFileSync(join('dist', page.path, `sources.${extension}`), 'utf8');
      const bib = readBibtex(read('bib'));
      const ris = readRis(read('ris'));
      const csl = JSON.parse(read('json')) as Record<string, unknown>[];
      expect(csl.flatMap(faultsOfCsl), page.path).toEqual([]);
      const ids = csl.map((item) => String(item.id));
      expect(new Set(ids).size, page.path).toBe(ids.length);
      expect(bib.map(({ id }) => id), page.path).toEqual(ids);
      expect(ris.map(({ id }) => id), page.path).toEqual(ids);
      expect(bib.map(({ fields }) => fields.url), page.path).toEqual(csl.map((item) => item.URL as string | undefined));
      const reading = page.elements.findIndex((element) => element.attribs.id === 'reading');
      const notes = page.elements.findIndex((element) => classes(element).includes('notes'));
      const shown = page.elements.filter((element, at) => classes(element).includes('cite') && !(reading >= 0 && at > reading && at < notes));
      expect(ids.length, page.path).toBe(shown.length);
    }
  });
});

describe('entries on the page', () => {
  it('end in one full stop and carry an address only as a link', () => {
    for (const page of pages)
      for (const element of page.elements.filter((one) => classes(one).includes('cite'))) {
        const text = element.children.map((child) => ('data' in child ? child.data : '')).join('');
        expect(text, page.path).toMatch(/[^.]\.$/);
        expect(text, page.path).not.toContain('://');
      }
  });
});
