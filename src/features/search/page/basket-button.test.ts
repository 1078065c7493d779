import { expect, it } from 'vitest';
import { itemOf } from './basket-button.ts';

it.each([
  ['/cases/xiadang/', 'cases/xiadang'],
  ['/cases/xiadang/#p12', 'cases/xiadang'],
  ['/quotes/q-huixin-lili/', 'quotes/q-huixin-lili'],
  ['/timeline/#xianchang-bangong', 'timeline/xianchang-bangong'],
  ['/glossary/#sixia', 'glossary/sixia'],
])('%s is known to the basket as %s', (url, item) => expect(itemOf(url)).toBe(item));
it.each(['/places/#xiapu', '/misquotes/#m1', '/cases/', '/about/', '/timeline/1988-1990/x/'])('%s is nothing for the basket', (url) => expect(itemOf(url)).toBeUndefined());
