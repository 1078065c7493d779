import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writePagefind } from '../../features/search/build/pagefind.ts';
import { catalogueFile, facetsFile, misquotesFile, variantsFile, type StoredRecord } from '../../features/search/index/format.ts';
import { recordsOf } from '../../features/search/reading-text.ts';
import { norm } from '../../text/norm.ts';
import { launch } from '../../tools/browser.ts';
import { builtPages } from '../site/dist.ts';
import { seeded as random } from '../../tools/bench/seeded.ts';
import { ask, askNear, type Shown } from './ask.ts';

const site = inject('site');
let browser: Browser;
const blocks = builtPages().flatMap(({ html, path }) => recordsOf(html, path).flatMap((record) => record.blocks.map(({ text }) => norm(text))));

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A search page on which some files cannot be had, and perhaps some of the browser's own means neither. */
async function without(blocked: string[], prepare?: () => void, instead = ''): Promise<Page> {
  const page = await browser.newPage();
  if (instead) await page.route('**/pagefind/**', (route) => route.fulfill({ path: join(instead, new URL(route.request().url()).pathname.replace('/pagefind/', '')) }));
  for (const pattern of blocked) await page.route(pattern, (route) => route.abort());
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`${site}/search/`);
  return page;
}
const answering = (page: Page) => page.locator('ol[data-results]').getAttribute('data-source');

const queries = ['三进下党', '下党', '霞浦 102人', '3进下党', '三進下黨', '2019年8月4日', '没有调查', '党', '击鼓升堂', '绝无此句甲乙丙', '习近平 下党 回信', '从群众中来到群众中去', '马上就办', '案'];
const misremembered = ['我至今还历历在心', '三近下党', '反对本本主义 没有调查就没有发言权'];

/** Phrases drawn from the pages, and as many with one character of another phrase put in, most of which stand nowhere. */
function phrases(count: number, seed: number): string[] {
  const next = random(seed);
  const long = blocks.filter((text) => text.length >= 10);
  return Array.from({ length: count }, (_value, at) => {
    const text = long[Math.floor(next() * long.length)] ?? '';
    const other = long[Math.floor(next() * long.length)] ?? '';
    const length = 1 + Math.floor(next() * 8);
    const from = Math.floor(next() * (text.length - length));
    const phrase = text.slice(from, from + length);
    return at % 3 === 0 ? phrase.slice(0, -1) + other.charAt(3) : phrase;
  });
}

describe('the second and third engine', () => {
  const cases: [string, string, string[], (() => void)?][] = [
    ['pagefind', 'its index cannot be had', ['**/search/data/**']],
    ['pagefind', 'one of its files is damaged', []],
    ['text', 'Pagefind cannot be had either', ['**/search/data/**', '**/pagefind/**']],
    ['text', 'there is no WebAssembly', ['**/search/data/**'], () => void Reflect.deleteProperty(window, 'WebAssembly')],
    ['text', 'nothing can be fetched', [], () => void Object.defineProperty(window, 'fetch', { value: () => Promise.reject(new TypeError('no fetch')) })],
  ];
  it.each(cases)('%s gives the same answers when %s', async (name, reason, blocked, prepare) => {
    const whole = await without([]);
    const broken = await without(blocked, prepare);
    if (reason.includes('damaged')) await broken.route('**/search/data/*/i/*', (route) => route.fulfill({ body: '<!doctype html><title>出错</title>' }));
    for (const query of queries) {
      const [expected, found] = [await ask(whole, query, 'first'), await ask(broken, query, 'first')];
      expect(found, query).toEqual(expected satisfies Shown);
      expect(await broken.locator('ol[data-results] li').allTextContents()).toEqual(await whole.locator('ol[data-results] li').allTextContents());
    }
    for (const query of misremembered) expect(await askNear(broken, query), query).toEqual(await askNear(whole, query));
    expect(await answering(whole)).toBe('index');
    expect(await answering(broken)).toBe(name);
    await whole.close();
    await broken.close();
  }, 240_000);

  it('Pagefind with pairs for tokens, as above a million and a half characters, gives the same answers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pagefind-pairs-'));
    const [version] = readdirSync('dist/search/text');
    const parcels = readdirSync(`dist/search/text/${version}`, 'utf8').map((file) => JSON.parse(readFileSync(`dist/search/text/${version}/${file}`, 'utf8').slice('siteSearchText('.length, -3)) as { part: number; records: StoredRecord[] });
    await writePagefind(folder, parcels.sort((a, b) => a.part - b.part).flatMap(({ records }) => records), true);
    for (const file of [facetsFile, misquotesFile, variantsFile]) await copyFile(`dist/pagefind/${file}`, join(folder, file));
    await writeFile(join(folder, catalogueFile), JSON.stringify({ ...(JSON.parse(readFileSync(`dist/pagefind/${catalogueFile}`, 'utf8')) as object), pairs: true }));
    const [whole, pairs] = [await without([]), await without(['**/search/data/**'], undefined, folder)];
    for (const query of [...queries, ...phrases(30, 5)]) expect(await ask(pairs, query, 'first'), query).toEqual(await ask(whole, query, 'first'));
    expect(await answering(pairs)).toBe('pagefind');
    await whole.close();
    await pairs.close();
    await rm(folder, { recursive: true });
  }, 300_000);

  it('Pagefind, which counts in its own way, agrees with the index on seeded phrases', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    const drawn = phrases(Number(process.env.DRAWS ?? 40), seed);
    console.log(`cross-check: seed ${seed}, ${drawn.length} phrases`);
    const [own, pagefind] = [await without([]), await without(['**/search/data/**'])];
    for (const phrase of drawn) expect(await ask(pagefind, phrase), phrase).toEqual(await ask(own, phrase));
    expect(await answering(pagefind)).toBe('pagefind');
    await own.close();
    await pagefind.close();
  }, 600_000);
});
