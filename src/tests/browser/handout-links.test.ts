import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { emptyBasket, isItem, mostItems, parseBasket, sanitised, withOwn } from '../../features/handout/basket.ts';
import { decodeBasket, encodeBasket, itemOf, toBase64 } from '../../features/handout/basket-link.ts';
import { hashCharacters, type ItemTable } from '../../model/baskets.ts';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
const table = JSON.parse(readFileSync('dist/handout/items.json', 'utf8')) as ItemTable;
const names = Object.values(table).map(([path]) => itemOf(path));
const markup = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
const good = encodeBasket({ ...withOwn({ ...emptyBasket, items: [...names.slice(0, 20), 'span/1988-1990'] }, { title: markup, words: markup }), title: markup, share: true });

/** Numbers below `many`, the same in each run. */
function dice(seed: number): (many: number) => number {
  let state = seed;
  return (many) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * many);
  };
}

/** A link with fields of one's own choice and the checksum that belongs to them. */
const signed = (fields: string[]): string => `${fields.join('.')}.${hashCharacters(fields.join('.'), 4)}`;

const ownWords = ['[null]', '[[{"toString":1}]]', '{"__proto__":{"items":["x"]}}', '[[["a"],{"length":9}]]', '[', '7', `["${markup}"]`, JSON.stringify([[markup, markup]]), '[[1,2],[3]]', JSON.stringify(Array.from({ length: 500 }, () => ['a', 'b']))];
const codes = ['__proto__', 'constructor', 'toString', 'hasOwnProperty__', '~s99990000', '~s00009999', '~tz', '~t0~t0~t0', '~s19', '~~~~~~', '../../..', '%2e%2e%2f', '漢字漢字漢字', '\u0000\u0000\u0000', 'A'.repeat(60_000)];

/** The kinds of damage that links meet, and of harm that a stranger may put into one. */
const kinds: ((roll: (many: number) => number) => string)[] = [
  (roll) => good.slice(0, roll(good.length)),
  (roll) => good.slice(roll(good.length)),
  (roll) => `${'023456789abcxyz_~\u7248'.charAt(roll(17))}${good.slice(1)}`,
  (roll) => `${good.slice(0, -4)}${hashCharacters(String(roll(1000)), 4)}`,
  (roll) => good.split('.').map((field) => (roll(3) > 0 ? field : '')).join('.'),
  (roll) => signed(['1' + ['00', '99', '--', '7z', '\u4e00'][roll(5)] + ['zzzzzzzzzzzz', '-1', 'NaN', '1e99', ''][roll(5)], ['0', 'zzzzzzzzzz', '-5', '', 'x y'][roll(5)]!, codes[roll(codes.length)]!, toBase64(markup), toBase64(ownWords[roll(ownWords.length)]!)]),
  (roll) => Array.from({ length: 1 + roll(400) }, () => String.fromCharCode(roll(0xd800))).join(''),
  (roll) => Array.from(good, (character) => (roll(20) > 0 ? character : String.fromCharCode(33 + roll(94)))).join(''),
  (roll) => ['__proto__', 'constructor.prototype', markup, 'javascript:window.ran=1', '1', '.', '.....', '1...........', ' 1 . . . ', '\u202e1.0', 'null', 'undefined'][roll(12)]!,
  (roll) => good.repeat(1 + roll(200)),
];
const roll = dice(20);
const hostile = Array.from({ length: 300 }, (_, at) => kinds[at % kinds.length]!(roll));

describe('a damaged or hostile link to a basket', () => {
  it('opens as a sound basket with problems of bounded length, 300 times', () => {
    for (const link of hostile) {
      const { basket, problems } = decodeBasket(link, table);
      expect(sanitised(basket)).toEqual(basket);
      expect(basket.items.every(isItem)).toBe(true);
      expect(problems.length).toBeLessThanOrEqual(mostItems + 3);
      expect(problems.join('').length).toBeLessThan(3000);
      if (link !== good) expect(basket.items.length > 0 || problems.length > 0 || link.startsWith('1')).toBe(true);
    }
    expect(Object.keys({})).toEqual([]);
  });

  it('loses nothing but the damaged field of a stored basket', () => {
    for (const [name, value] of Object.entries({ title: { toString: 1 }, own: [null, 7, { title: [] }], sheet: { kind: { toString: 1 }, notes: [] }, cover: 'x' })) expect(parseBasket(JSON.stringify({ items: ['cases/xiadang'], [name]: value })).items, name).toEqual(['cases/xiadang']);
  });
});

describe('the page of the basket', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const kept = ['glossary/xinfang', 'glossary/xianchang-bangong'];

  beforeAll(async () => {
    browser = await launch();
    page = await (await browser.newContext()).newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  });
  afterAll(() => browser?.close());

  it('lays the own handout aside for one from a link, so that it can be taken back after a reload and a change', async () => {
    const stored = () => page.evaluate(() => (JSON.parse(localStorage.getItem('basket') ?? '{}') as { items: string[] }).items);
    await page.route('**/handout/sheets/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>-</title>' }));
    await page.goto(`${site}/handout/`);
    await page.evaluate((items) => localStorage.setItem('basket', JSON.stringify({ items })), kept);
    await page.goto(`${site}/handout/?b=${encodeBasket({ ...emptyBasket, items: ['cases/xiadang'] })}`);
    await page.waitForSelector('[data-part=back]:not([hidden])');
    expect(await stored()).toEqual(['cases/xiadang']);
    await page.reload();
    await page.waitForSelector('.shelf-items li');
    await page.click('[data-part=clear]');
    await page.click('[data-part=back]');
    expect(await stored()).toEqual(kept);
    expect(await page.isVisible('[data-part=back]')).toBe(false);
    await page.evaluate(() => localStorage.clear());
  });

  it('bears one link of each kind: nothing runs, the stored basket is not emptied, the page works on', async () => {
    // The sheets are looked at once, at the end: laying out a dozen handouts proves no more.
    await page.route('**/handout/sheets/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>-</title>' }));
    await page.goto(`${site}/handout/`);
    // The longest a server takes; longer ones never reach the page.
    const links = [...kinds.map((_kind, at) => hostile.slice(0, 100).find((link, place) => place % kinds.length === at && encodeURIComponent(link).length < 12_000)), signed(['100', '1', '~t0', toBase64(markup), toBase64(JSON.stringify([[markup, markup]]))]), signed(['100', '1', '', '', toBase64('[null]')])].filter((link): link is string => link !== undefined);
    expect(links.length).toBeGreaterThan(9);
    for (const link of links) {
      await page.evaluate((items) => localStorage.setItem('basket', JSON.stringify({ items })), kept);
      await page.goto(`${site}/handout/?b=${encodeURIComponent(link)}`);
      await page.waitForSelector('.shelf-items li');
      expect(await page.evaluate(() => (JSON.parse(localStorage.getItem('basket') ?? '{}') as { items: string[] }).items.length), link).toBeGreaterThan(0);
      expect(await page.evaluate(() => 'ran' in window), link).toBe(false);
    }
    await page.goto(`${site}/handout/?b=9.nothing`);
    await page.waitForSelector('.shelf-items li:nth-child(2)');
    expect(await page.textContent('[data-part=status]')).toContain('打不开');
    await page.unroute('**/handout/sheets/');
    await page.goto(`${site}/handout/sheets/?b=${encodeURIComponent(signed(['100', '1', '~t0', toBase64(markup), toBase64(JSON.stringify([[markup, markup]]))]))}`);
    await page.waitForSelector('#sheets[data-pages]');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
