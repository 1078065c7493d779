import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../model/entries.ts';
import { decades, decadesOf } from './periods.ts';
import { dateInYear, layoutSheet } from './sheet.ts';

const event = (date: string, sources: string[]): TimelineEvent => ({ id: `t-${date}`, date, title: '一件大事', sources, topics: [], places: [] });

describe('dateInYear', () => {
  it.each([
    ['1989-07-19', '7月19日'],
    ['1988-12', '12月'],
    ['1991', '本年'],
    ['1990-05-04/1990-05-05', '5月4日—5月5日'],
    ['2024-04/2024-07', '4月—7月'],
    ['1994/1995', '1994年—1995年'],
  ])('%s -> %s', (date, expected) => expect(dateInYear(date)).toBe(expected));
});

describe('layoutSheet', () => {
  const sheet = layoutSheet([event('1988', ['a', 'b']), event('1988-06', ['b', 'c']), event('1989/1990', ['a']), event('1989-07-19', ['a'])]);
  it('heads each year once', () => expect(sheet.entries.map(({ year }) => year)).toEqual([1988, undefined, undefined, 1989]));
  it('numbers a source where it is first used', () => {
    expect(sheet.entries.map(({ numbers }) => numbers)).toEqual([[1, 2], [2, 3], [1], [1]]);
    expect(sheet.sources).toEqual(['a', 'b', 'c']);
  });
});

describe('decades', () => {
  it('counts an interval in each decade that it touches', () => {
    expect(decadesOf({ date: '1996/2002' })).toEqual([1990, 2000]);
    expect(decadesOf({ date: '1989-07-19' })).toEqual([1980]);
    expect(decades([{ date: '2023' }, { date: '1996/2002' }]).map(({ label }) => label)).toEqual(['1990—1999', '2000—2009', '2020—2029']);
  });
});
