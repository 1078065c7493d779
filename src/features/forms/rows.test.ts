import { describe, expect, it } from 'vitest';
import type { FormField } from '../../model/texts.ts';
import { fieldRows, firstNumbers } from './rows.ts';

const field = (label: string, half = false): FormField => ({ label, lines: 1, half });

describe('the rows of a form', () => {
  it('put two half blanks side by side and leave a single one alone', () => {
    const rows = fieldRows([field('题目'), field('时间', true), field('地点', true), field('主持', true), field('记录'), field('日期', true)]);
    expect(rows.map((row) => row.map(({ label }) => label).join(' '))).toEqual(['题目', '时间 地点', '主持', '记录', '日期']);
  });

  it('number two lists side by side from one to the end', () => {
    const columns = [{ numbered: true }, { numbered: false }, { numbered: true }, { numbered: false }];
    expect(firstNumbers(columns, 20)).toEqual([1, undefined, 21, undefined]);
  });
});
