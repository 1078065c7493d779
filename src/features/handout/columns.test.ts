import { describe, expect, it } from 'vitest';
import { breaksOf, type Unit } from './breaks.ts';
import { halved } from './columns.ts';

const unit = (top: number, bottom: number, more: Partial<Unit> = {}): Unit => ({ top, bottom, first: false, keep: false, repeated: 0, lines: () => [], ...more });

describe('units in two columns', () => {
  it('are half as high where they are narrow, and as high as they were across the sheet', () => {
    const found = halved([unit(0, 50), unit(60, 160), unit(170, 260), unit(280, 380), unit(400, 500)], [false, true, true, false, true]);
    expect(found.map(({ top, bottom }) => [top, bottom])).toEqual([[0, 50], [60, 110], [115, 160], [180, 280], [300, 350]]);
  });

  it('keep their order and all their lines', () => {
    const lines = [0, 20, 40, 60, 80, 100];
    const found = halved([unit(0, 120, { lines: () => lines })], [true]);
    expect(found[0]?.lines()).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it('put twice as much on a sheet', () => {
    const many = Array.from({ length: 40 }, (_, at) => unit(at * 50, at * 50 + 40));
    const sheets = (units: Unit[]) => breaksOf(units, 500).length;
    expect(sheets(many)).toBe(4);
    expect(sheets(halved(many, many.map(() => true)))).toBe(2);
  });

  it('begin anew at the top of a sheet', () => {
    const found = halved([unit(0, 100), unit(140, 240, { first: true })], [true, true]);
    expect(found[1]).toMatchObject({ top: 90, bottom: 140 });
  });
});
