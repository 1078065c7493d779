import { expect, it } from 'vitest';
import { check } from './check-answer.ts';

it('tells right from wrong in each kind, and what is wrong', () => {
  expect(check('single', 'B', 'B').right).toBe(true);
  expect(check('single', 'A', 'B')).toEqual({ right: false, words: '不对，答案是B。' });
  expect(check('truth', '错', '对').right).toBe(false);
  expect(check('multiple', 'DB', 'BD').right).toBe(true);
  expect(check('multiple', 'AB', 'BD').words).toBe('还不对：少选了D，多选了A。');
  expect(check('order', 'BAC', 'BAC').right).toBe(true);
  expect(check('order', 'BCA', 'BAC').words).toContain('从第2步起');
});

it('compares words as the search does, and wants some first', () => {
  expect(check('blank', '　政绩观 错位 ', '政绩观错位').right).toBe(true);
  expect(check('blank', '“政绩观错位”。', '政绩观错位').right).toBe(true);
  expect(check('blank', '政绩错位', '政绩观错位')).toEqual({ right: false, words: '不同。原文是“政绩观错位”。' });
  expect(check('blank', ' ', '政绩观错位').words).toContain('填上');
  expect(check('multiple', '', 'AB').words).toContain('选');
});
