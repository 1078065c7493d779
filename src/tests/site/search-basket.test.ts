import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { itemOf } from '../../features/search/page/basket-button.ts';
import { recordsOf } from '../../features/search/reading-text.ts';
import { codeOf, type ItemTable } from '../../model/baskets.ts';
import { builtPages } from './dist.ts';

it('offers the basket of search hits only what it can hold, and all of that', () => {
  const table = JSON.parse(readFileSync('dist/handout/items.json', 'utf8')) as ItemTable;
  const offered = builtPages()
    .flatMap(({ html, path }) => recordsOf(html, path))
    .flatMap(({ url }) => itemOf(url) ?? []);
  for (const item of offered) expect(table, item).toHaveProperty(codeOf(item));
  expect(new Set(offered.map(codeOf))).toEqual(new Set(Object.keys(table)));
});
