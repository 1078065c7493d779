import { expect, it } from 'vitest';
import { difference, lettersOf } from './versions.ts';

it('names changed, new and removed paragraphs, whatever the numbers have become', () => {
  expect(difference(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual({ changed: [], added: [], removed: [] });
  expect(difference(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual({ changed: [2], added: [], removed: [] });
  expect(difference(['a', 'b', 'c'], ['n', 'a', 'b', 'c'])).toEqual({ changed: [], added: [1], removed: [] });
  expect(difference(['a', 'b', 'c', 'd'], ['a', 'd'])).toEqual({ changed: [], added: [], removed: [2, 3] });
  expect(difference(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toEqual({ changed: [2], added: [3], removed: [] });
  expect(difference([], ['a'])).toEqual({ changed: [], added: [1], removed: [] });
});

it('writes codes without letters that are mistaken for others', () => {
  expect(lettersOf('ffffffffffffffff', 6)).toMatch(/^[a-hjkmnp-z2-9]{6}$/);
  expect(lettersOf('00', 3)).toBe('aaa');
});
