import { type Element, isTag } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { builtPages } from './dist.ts';
import { declaredForms } from './sheets.ts';

const pages = new Map(builtPages().map((page) => [page.path, page]));
const forms = declaredForms();
const within = (root: Element): Element[] => root.children.filter(isTag).flatMap((child) => [child, ...within(child)]);
const classes = (element: Element) => (element.attribs.class ?? '').split(' ');

describe('the forms', () => {
  it('are nine, each with its explanation and its blank sheet', () => {
    expect([...forms.keys()].sort()).toEqual(['chengguo-taizhang', 'diaoyan-tigang', 'huifang-jilu', 'jiefang-dengji', 'wenti-qingdan', 'xianchang-jiyao', 'xuexi-jilu', 'xuexi-qiandao', 'zeren-qingdan']);
    for (const [id, form] of forms) {
      for (const path of [`/forms/${id}/`, `/forms/${id}/sheet/`]) {
        const html = pages.get(path)?.html ?? '';
        expect(html, path).toContain('本站拟制');
        expect(html, path).toContain(form.basisLine);
      }
      for (const heading of ['怎么用', '依据', '怎样防止变成留痕']) expect(pages.get(`/forms/${id}/`)?.html, `${id} ${heading}`).toContain(`>${heading}</h2>`);
    }
  });

  it('name their basis among the sources of the page', () => {
    for (const [id, form] of forms) for (const source of form.basis) expect(pages.get(`/forms/${id}/`)?.html, `${id} ${source}`).toContain(`href="/sources/#${source}"`);
  });

  it('have every declared blank, column and row on the sheet, in tables with headers that say what they head', () => {
    for (const [id, form] of forms) {
      const tables = (pages.get(`/forms/${id}/sheet/`)?.elements ?? []).filter(({ name }) => name === 'table');
      expect(tables.length, id).toBe(form.parts.length);
      form.parts.forEach((part, at) => {
        const parts = within(tables[at] as Element);
        const heads = parts.filter(({ name }) => name === 'th');
        expect(heads.every(({ attribs }) => attribs.scope === (part.fields ? 'row' : 'col')), id).toBe(true);
        expect(heads.length, id).toBe((part.fields ?? part.columns)?.length);
        if (part.columns) expect(parts.filter((element) => element.name === 'tr' && classes(element).includes(`h${part.lines}`)).length, id).toBe(part.rows);
        // Two half blanks side by side make four cells; a blank alone spans them.
        for (const row of parts.filter(({ name }) => name === 'tr')) {
          const cells = within(row).filter(({ name }) => name === 'td' || name === 'th');
          const width = cells.reduce((sum, { attribs }) => sum + Number(attribs.colspan ?? 1), 0);
          expect(width, id).toBe(part.columns?.length ?? 4);
        }
      });
    }
  });

  it('turn the paper only on the sheet of a landscape form', () => {
    for (const [id, form] of forms) {
      expect(pages.get(`/forms/${id}/sheet/`)?.html.includes('size:A4 landscape'), id).toBe(form.landscape);
      expect(pages.get(`/forms/${id}/`)?.html).not.toContain('size:A4');
    }
  });
});
