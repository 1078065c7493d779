import type { Series, SeriesPoint } from '../../model/entries.ts';

/**
 * One row of a chart: a label, and below it a bar with its value. Vertical places are in em of the chart's type, so that
 * drawing and words grow together; lengths of bars are shares of the widest one, so that a phone and a sheet need no other drawing.
 */
export interface Row {
  /** Its place among the points of the series, which is that of its row in the table. */
  point: number;
  label: string[];
  /** Base line of the first line of the label. */
  labelY: number;
  /** Absent where there is nothing to compare, or no number. */
  bar?: { y: number; share: number; indicator: number; alt: boolean };
  /** The value as the sources give it, and the base line on which it stands. */
  words: string;
  wordsY: number;
}

/** A stretch of words between rows: years without a number, the unit of the rows below. */
export interface Line {
  words: string;
  y: number;
}

export interface BarChart {
  height: number;
  rows: Row[];
  lines: Line[];
  /** Where the bars of one unit stand: the line from which they are measured. */
  axes: { from: number; to: number }[];
  indicators: string[];
  units: string[];
}

const lineHeight = 1.5;
const barHeight = 1.2;
const rowGap = 0.55;
/** Characters that a line of a label has room for on the narrowest phone (280 px at 14 px). */
const lineLength = 19;

const round = (value: number) => Math.round(value * 1000) / 1000;

export const pointLabel = (point: SeriesPoint): string => point.label ?? `${point.year}年`;

/** The value in words: as the source has it where it gives no exact number, else the number without separators (GB/T 15835, 5.1.3). */
export const valueOf = (point: SeriesPoint): string => point.shown ?? String(point.value);

export const unitOf = (series: Series, point: SeriesPoint): string => point.unit ?? series.unit;

/** The units of a series, in the order of its points. */
export const unitsOf = (series: Series): string[] => [...new Set(series.points.map((point) => unitOf(series, point)))];

/** Cuts a label into lines where it has a bracket, a comma or a space; between two characters only if it must. */
function lines(label: string): string[] {
  const found: string[] = [];
  let rest = label;
  while (rest.length > lineLength) {
    const breaks = Array.from({ length: lineLength - 4 }, (_, at) => lineLength - at).filter((at) => rest.charAt(at) === '（' || /[、，；）　]/.test(rest.charAt(at - 1)));
    const end = breaks.find((at) => !/[）、，；》]/.test(rest.charAt(at))) ?? lineLength;
    found.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...found, rest];
}

/** "1989—2015年没有收录" between two years that do not follow each other; nothing where a label stands for the year. */
function gapBetween(before: SeriesPoint | undefined, after: SeriesPoint): string {
  if (before?.year === undefined || after.year === undefined || before.label || after.label || after.year - before.year < 2) return '';
  const [from, to] = [before.year + 1, after.year - 1];
  return `${from === to ? from : `${from}—${to}`}年没有收录`;
}

/**
 * Lays out bars from zero, one a point, those of one unit on one scale. A unit that only one number has gets no bar, since
 * nothing can be compared; a series that is not comparable gets none at all. Years without a number have no bar either:
 * a line through them would claim what nobody counted.
 */
export function layoutBars(series: Series): BarChart {
  const units = unitsOf(series);
  const indicators = [...new Set(series.points.flatMap((point) => point.indicator ?? []))];
  const chart: BarChart = { height: 0, rows: [], lines: [], axes: [], indicators, units };
  let y = 0;
  for (const unit of units) {
    const points = series.points.filter((point) => unitOf(series, point) === unit);
    const values = points.flatMap(({ value }) => value ?? []);
    const compared = new Set(points.filter(({ value, alt }) => value !== undefined && !alt).map(pointLabel)).size > 1;
    const highest = Math.max(...values);
    const heads = units.length > 1 && compared;
    if (heads) chart.lines.push({ words: `单位：${unit}`, y: round(y + 1.1) });
    if (heads) y += lineHeight;
    const axisFrom = y;
    points.forEach((point, at) => {
      const gap = gapBetween(points[at - 1], point);
      if (gap) chart.lines.push({ words: gap, y: round(y + 1.1) });
      if (gap) y += lineHeight + rowGap;
      const label = lines([pointLabel(point), indicators.length > 1 ? point.indicator : '', point.alt ? '另一说' : ''].filter(Boolean).join('　'));
      const labelY = round(y + 1.1);
      y += label.length * lineHeight;
      const share = point.value === undefined || !compared || !series.comparable ? undefined : highest === 0 ? 0 : point.value / highest;
      const indicator = Math.max(0, indicators.indexOf(point.indicator ?? ''));
      chart.rows.push({ point: series.points.indexOf(point), label, labelY, ...(share !== undefined && { bar: { y: round(y), share, indicator, alt: point.alt === true } }), words: valueOf(point) + (units.length > 1 && !compared ? unit : ''), wordsY: round(y + 0.95) });
      y += barHeight + rowGap;
    });
    if (compared) chart.axes.push({ from: round(axisFrom), to: round(y - rowGap / 2) });
    y += rowGap;
  }
  chart.height = round(y);
  return chart;
}
