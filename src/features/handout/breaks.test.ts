import { describe, expect, it } from 'vitest';
import { breaksOf, type Unit } from './breaks.ts';

/** Units one below the other: a number is a block of that height, "h" a heading of 20, "12x10" a text of 12 lines of 10. */
function stack(...kinds: (number | string)[]): Unit[] {
  let y = 0;
  return kinds.map((kind): Unit => {
    const top = y;
    const [, lines = '', pitch = ''] = /^(\d+)x(\d+)/.exec(String(kind)) ?? [];
    const count = Number(lines);
    y += kind === 'h' ? 20 : typeof kind === 'number' ? kind : count * Number(pitch);
    return { top, bottom: y, first: String(kind).endsWith('!'), keep: kind === 'h', repeated: 0, lines: () => Array.from({ length: count }, (_, at) => top + at * Number(pitch)) };
  });
}
const starts = (units: Unit[], height: number) => breaksOf(units, height).map(({ unit, line }) => (line ? `${unit}:${line}` : String(unit)));

describe('breaks between sheets', () => {
  it('fill a sheet and go on', () => {
    expect(starts(stack(40, 40, 40, 40, 40), 100)).toEqual(['0', '2', '4']);
    expect(starts(stack(), 100)).toEqual([]);
  });
  it('divide running text, two lines at least on either side', () => {
    expect(starts(stack('25x10'), 100)).toEqual(['0', '0:10', '0:20']);
    expect(starts(stack(80, '4x10'), 100)).toEqual(['0', '1:2']);
    expect(starts(stack(90, '4x10'), 100)).toEqual(['0', '1']);
    expect(starts(stack(70, '4x10'), 100)).toEqual(['0', '1:2']);
    expect(starts(stack(80, '3x10'), 100)).toEqual(['0', '1']);
    expect(starts(stack('11x10'), 100)).toEqual(['0', '0:9']);
  });
  it('leave no heading behind, nor a chain of them', () => {
    expect(starts(stack(60, 'h', 40), 100)).toEqual(['0', '1']);
    expect(starts(stack(50, 'h', 'h', 40), 100)).toEqual(['0', '1']);
    expect(starts(stack(70, 'h', '6x10'), 100)).toEqual(['0', '1']);
    expect(starts(stack(60, 'h', '6x10'), 100)).toEqual(['0', '2:2']);
    expect(starts(stack('h', 'h', 'h', 'h', 'h', 'h', 80), 100)).toEqual(['0', '5']);
  });
  it('start where a new item does', () => {
    expect(starts(stack('2x10', '3x10!', 20), 100)).toEqual(['0', '1']);
    expect(starts(stack('2x10!', '3x10!'), 100)).toEqual(['0', '1']);
  });
  it('let pass what no sheet can hold', () => {
    expect(starts(stack(20, 150, 30), 100)).toEqual(['0', '1', '2']);
  });
  it('leave room on the one sheet that held less than was measured', () => {
    expect(breaksOf(stack(40, 40, 40, 40, 40), 100, [0, 30]).map(({ unit }) => unit)).toEqual([0, 2, 3]);
  });
  it('count the head that a table repeats', () => {
    const rows = stack(30, 30, 30, 30, 30, 30, 30).map((unit, at) => ({ ...unit, repeated: at > 0 ? 30 : 0 }));
    expect(starts(rows, 100)).toEqual(['0', '3', '5']);
  });
});
