import { describe, expect, it } from 'vitest';
import type { Series } from '../../model/entries.ts';
import { layoutBars } from './bars.ts';

const series: Series = {
  id: 'x',
  title: '收入',
  unit: '元',
  points: [
    { year: 1988, value: 100, indicator: '纯收入', sources: ['s'] },
    { year: 2018, value: 180, indicator: '可支配收入', alt: true, sources: ['s'] },
    { year: 2018, value: 200, indicator: '可支配收入', sources: ['s'] },
  ],
};

describe('layoutBars', () => {
  const chart = layoutBars(series, 600, 300);
  it('draws heights in proportion from zero and leaves out second values', () => {
    expect(chart.bars.length).toBe(2);
    expect((chart.bars[0]?.height ?? 0) * 2).toBe(chart.bars[1]?.height);
    for (const bar of chart.bars) expect(bar.y + bar.height).toBe(chart.baseline);
  });
  it('marks a change of indicator', () => {
    expect(chart.indicators).toEqual(['纯收入', '可支配收入']);
    expect(chart.bars.map((bar) => bar.indicator)).toEqual([0, 1]);
  });
});
