import { describe, expect, it } from 'vitest';
import { chineseDate, isoDateOrRange } from './dates.ts';

describe('dates', () => {
  it.each([
    ['2019-08-04', '2019年8月4日'],
    ['1988-12', '1988年12月'],
    ['1991', '1991年'],
    ['1990-05-04/1990-05-05', '1990年5月4日—1990年5月5日'],
  ])('%s -> %s', (date, expected) => expect(chineseDate(date)).toBe(expected));
  it.each(['2019-13-01', '1988-1', '约2022年', '2019-08-04/', '2026-02-30', '2019-08-01/2019-09-31'])('refuses %s', (date) => expect(isoDateOrRange.safeParse(date).success).toBe(false));
});
