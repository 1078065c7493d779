import { describe, expect, it } from 'vitest';
import { series as schema, type Series } from '../../model/entries.ts';
import { layoutBars, valueOf } from './bars.ts';

const seriesOf = (more: object): Series => schema.parse({ id: 'x', title: '收入', unit: '元', ...more });
const income = seriesOf({
  points: [
    { year: 1988, value: 100, indicator: '纯收入', sources: ['s'] },
    { year: 2018, value: 180, indicator: '可支配收入', alt: true, sources: ['s'] },
    { year: 2018, value: 200, indicator: '可支配收入', sources: ['s'] },
    { year: 2019, value: 0, shown: '没有', indicator: '可支配收入', sources: ['s'] },
  ],
});

describe('layoutBars', () => {
  const chart = layoutBars(income);
  it('measures bars from zero on one scale, second values too', () => {
    expect(chart.rows.map((row) => row.bar?.share)).toEqual([0.5, 0.9, 1, 0]);
    expect(chart.rows.map((row) => row.bar?.alt)).toEqual([false, true, false, false]);
  });
  it('names the indicator at every bar when it changes, and not when it stays', () => {
    expect(chart.rows.map((row) => row.label.join(''))).toEqual(['1988年　纯收入', '2018年　可支配收入　另一说', '2018年　可支配收入', '2019年　可支配收入']);
    expect(chart.rows.map((row) => row.bar?.indicator)).toEqual([0, 1, 1, 1]);
    expect(layoutBars(seriesOf({ points: [{ year: 2016, value: 1, indicator: '甲', sources: ['s'] }, { year: 2017, value: 2, indicator: '甲', sources: ['s'] }] })).rows[0]?.label).toEqual(['2016年']);
  });
  it('says where years are missing, and draws nothing there', () => {
    expect(chart.lines.map(({ words }) => words)).toEqual(['1989—2017年没有收录']);
    expect(layoutBars(seriesOf({ points: [{ year: 2016, value: 1, sources: ['s'] }, { year: 2018, value: 2, sources: ['s'] }] })).lines[0]?.words).toBe('2017年没有收录');
  });
  it('keeps the words of the source for what is no plain number', () => expect(income.points.map(valueOf)).toEqual(['100', '180', '200', '没有']));
  it('gives each unit its own scale, and a lone number no bar', () => {
    const mixed = layoutBars(seriesOf({
      points: [
        { label: '人数', value: 102, unit: '人', sources: ['s'] },
        { label: '人数', value: 101, unit: '人', alt: true, sources: ['s'] },
        { label: '受理', value: 80, unit: '件', sources: ['s'] },
        { label: '办结', value: 20, unit: '件', sources: ['s'] },
      ],
    }));
    expect(mixed.rows.map((row) => row.bar?.share)).toEqual([undefined, undefined, 1, 0.25]);
    expect(mixed.lines.map(({ words }) => words)).toEqual(['单位：件']);
    expect(mixed.rows.map(({ words }) => words)).toEqual(['102人', '101人', '80', '20']);
    expect(mixed.axes.length).toBe(1);
  });
  it('draws no bar for what cannot be compared or was not recorded', () => {
    const points = [{ label: '甲', value: 1, sources: ['s'] }, { label: '乙', shown: '没有记载', sources: ['s'] }, { label: '丙', value: 2, sources: ['s'] }];
    expect(layoutBars(seriesOf({ points })).rows.map((row) => row.bar?.share)).toEqual([0.5, undefined, 1]);
    expect(layoutBars(seriesOf({ points, comparable: false })).rows.every((row) => row.bar === undefined)).toBe(true);
    expect(schema.safeParse({ id: 'x', title: '收入', unit: '元', points: [{ label: '乙', sources: ['s'] }] }).success).toBe(false);
  });
  it('keeps rows apart, and cuts long labels for a phone', () => {
    const long = layoutBars(seriesOf({ points: [{ label: '部门和乡镇主要领导接待来访群众（一年合计，不含信访局）', value: 1, sources: ['s'] }, { label: '短', value: 2, sources: ['s'] }] }));
    expect(long.rows[0]?.label.length).toBe(2);
    for (const line of long.rows[0]?.label ?? []) expect(line.length).toBeLessThanOrEqual(19);
    const places = [...chart.rows.flatMap((row) => [row.labelY, row.wordsY]), ...chart.lines.map(({ y }) => y)];
    expect(new Set(places).size).toBe(places.length);
    for (const [at, row] of chart.rows.entries()) expect(row.labelY - (chart.rows[at - 1]?.wordsY ?? -9)).toBeGreaterThan(1.2);
    expect(chart.height).toBeGreaterThan(chart.rows.at(-1)?.wordsY ?? 0);
  });
});
