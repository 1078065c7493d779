import type { Series, SeriesPoint } from '../../model/entries.ts';

/** One bar of a chart, in units of the drawing. */
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  value: string;
  /** Position of its indicator among the chart's indicators; bars of different indicators get different patterns. */
  indicator: number;
}

export interface BarChart {
  width: number;
  height: number;
  baseline: number;
  bars: Bar[];
  indicators: string[];
}

export const pointLabel = (point: SeriesPoint): string => point.label ?? `${point.year}年`;

/** Chinese practice in tables and charts: no thousands separators up to five digits (GB/T 15835, 5.1.3). */
export const number = (value: number): string => String(value);

/**
 * Lays out a bar chart: bars from zero, equal widths, one per point that is not a second value of the same year. No
 * interpolation: years without a value have no bar, because a line would claim what nobody counted.
 */
export function layoutBars(series: Series, width = 640, height = 300): BarChart {
  const points = series.points.filter((point) => point.alt !== true);
  const indicators = [...new Set(points.map((point) => point.indicator ?? ''))].filter(Boolean);
  const top = 34;
  const baseline = height - 40;
  const highest = Math.max(...points.map((point) => point.value));
  const step = width / points.length;
  const barWidth = Math.min(96, step * 0.56);
  const bars = points.map((point, at): Bar => {
    const barHeight = highest === 0 ? 0 : Math.max(1, ((baseline - top) * point.value) / highest);
    return {
      x: Math.round(at * step + (step - barWidth) / 2),
      y: Math.round(baseline - barHeight),
      width: Math.round(barWidth),
      height: Math.round(barHeight),
      label: pointLabel(point),
      value: number(point.value),
      indicator: Math.max(0, indicators.indexOf(point.indicator ?? '')),
    };
  });
  return { width, height, baseline, bars, indicators };
}
