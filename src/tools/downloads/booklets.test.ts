import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { folded, impose, planSets } from './booklets.ts';
import { downloadItems } from './items.ts';

describe('booklets', () => {
  it('fold into the order of pages', () => {
    expect(folded(4)).toEqual([[3, 0], [1, 2]]);
    expect(folded(6)).toEqual([[7, 0], [1, 6], [5, 2], [3, 4]]);
  });

  it('are imposed on sheets of twice the size, the same bytes every time', async () => {
    const source = await PDFDocument.create();
    for (let page = 0; page < 6; page += 1) source.addPage(page === 4 ? [841.89, 595.28] : [595.28, 841.89]).drawCircle({ x: 100, y: 100, size: 10 + page });
    const pdf = await source.save();
    const [first, second] = [await impose(pdf, 'A3', '2026-11-25'), await impose(pdf, 'A3', '2026-11-25')];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const made = await PDFDocument.load(first);
    expect(made.getPageCount()).toBe(4);
    expect(Math.round(made.getPage(0).getWidth())).toBe(1191);
  });

  it('hold everything their plan uses, forms last', () => {
    const sets = planSets(downloadItems('dist'), '');
    expect(sets.length).toBeGreaterThan(3);
    for (const { plan, basket, members } of sets) {
      expect(basket.items[0]).toBe(plan.path.slice(1, -1));
      expect(basket.items.length, plan.path).toBeGreaterThan(1);
      expect(members.length, plan.path).toBeGreaterThan(2);
    }
    expect(sets.some(({ forms }) => forms.length > 0)).toBe(true);
  });
});
