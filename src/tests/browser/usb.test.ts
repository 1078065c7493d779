import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { copyToDisk } from '../../tools/usb/copy.ts';
import { ask, type Shown } from './ask.ts';
import { chromium109, chromium81, type Unpacked } from './old-chromium.ts';
import { RawBrowser, type RawPage } from './raw-browser.ts';
import { askRaw } from './raw-ask.ts';

const site = inject('site');
const parent = mkdtempSync(join(tmpdir(), 'U盘 '));
const folder = join(parent, '学习 资料');
const queries = ['历历在目', '三进下党', '霞浦 102人', '三進下黨', '从群众中来到群众中去', '2019年8月4日', '党', '绝无此句甲乙丙'];
const online = new Map<string, Shown>();

beforeAll(async () => {
  const made = await copyToDisk('dist', folder, { origin: '', siteName: '四下基层学习资料库' });
  console.log(`usb: ${made.pages} pages, ${made.files} files, ${(made.bytes / 1024 / 1024).toFixed(1)} MB`);
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`${site}/search/`);
  for (const query of queries) online.set(query, await ask(page, query));
  await browser.close();
}, 240_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const root = pathToFileURL(`${folder}/`).href;

/** All exact results of a query, as addresses of the site. */
async function askOnDisk(page: RawPage, query: string): Promise<Shown> {
  await askRaw(page, query);
  const found = await page.run(() => ({
    hits: Array.from(document.querySelectorAll<HTMLAnchorElement>('a[data-hit]:not([data-variant])'), (link) => link.href),
    variants: Array.from(document.querySelectorAll<HTMLAnchorElement>('a[data-hit][data-variant]'), (link) => link.href),
    total: Number(document.querySelector<HTMLElement>('ol[data-results]')?.dataset.total),
  }));
  const address = (link: string) => {
    expect(link.startsWith(root), link).toBe(true);
    return `/${link.slice(root.length).replace(/\?[^#]*/, '').replace(/(^|\/)index\.html/, '$1')}`;
  };
  return { ...found, hits: found.hits.map(address), variants: found.variants.map(address) };
}

const browsers: [string, RegExp, () => Promise<Unpacked> | Unpacked][] = [
  ['Chromium 81', /\/81\./, chromium81],
  ['Chromium 109', /\/109\./, chromium109],
  ['the current one', /\/1[1-9]\d\./, () => ({ executable: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', libraries: '' })],
];

describe.each(browsers)('the copy on a disk, opened by %s', (_name, version, unpack) => {
  let browser: RawBrowser;
  let page: RawPage;

  beforeAll(async () => {
    const { executable, libraries } = await unpack();
    browser = new RawBrowser(executable, { ...process.env, FONTCONFIG_FILE: resolve('node_modules', '.cache', 'browser', 'fonts.conf'), ...(libraries && { LD_LIBRARY_PATH: libraries }) });
    expect(await browser.open()).toMatch(version);
    page = await browser.page();
  });
  afterAll(() => browser?.close());

  const follow = (selector: string) => page.leads(() => page.run((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector));

  it('opens by index.html, looks as it should, and leads from link to link', async () => {
    await page.goto(`${root}index.html`);
    expect(await page.run(() => getComputedStyle(document.querySelector('header.site') as Element).borderTopWidth)).toBe('4px');
    await follow('nav.main a[href$="cases/index.html"]');
    await follow('a[href*="xiadang/index.html"]');
    expect(await page.run(() => document.querySelector('h1')?.textContent)).toBe('三进下党');
    await follow('article a[href*="topics/"]');
    await follow('a.brand');
    expect(await page.run(() => location.href)).toBe(`${root}index.html`);
    expect(page.complaints).toEqual([]);
  });

  it('finds exactly what the site finds, and marks it on the page it leads to', async () => {
    await page.goto(`${root}search/index.html`);
    for (const query of queries) expect(await askOnDisk(page, query), query).toEqual(online.get(query));
    await askOnDisk(page, '历历在目');
    await follow('a[data-hit]');
    await page.until(() => document.querySelectorAll('mark').length > 0);
    expect(page.complaints.filter((line) => !/usb\/data\/search\/data/.test(line))).toEqual([]);
  });

  it('puts a text and a quotation into the basket, lays them out and prints them', async () => {
    await page.goto(`${root}cases/xiadang/index.html`);
    await page.until(() => document.querySelector('add-to-basket button'), '').catch(() => undefined);
    await page.run(() => document.querySelector<HTMLElement>('add-to-basket[data-item="cases/xiadang"] button')?.click());
    await page.goto(`${root}quotes/q-huixin-lili/index.html`);
    await page.run(() => document.querySelector<HTMLElement>('add-to-basket[data-item="quotes/q-huixin-lili"] button')?.click());
    await page.goto(`${root}handout/index.html`);
    const pages = await page.until(() => {
      const shelf = document.querySelector<HTMLElement>('handout-shelf');
      return shelf && shelf.dataset.state === 'done' && Number(shelf.dataset.pages);
    });
    expect(pages).toBeGreaterThan(2);
    await page.goto(`${root}handout/sheets/index.html`);
    expect(await page.until(() => Number(document.querySelector<HTMLElement>('#sheets')?.dataset.pages))).toBe(pages);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf()));
    expect(pdf.numPages).toBe(pages);
    const text = await Promise.all(Array.from({ length: pdf.numPages }, async (_value, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
    const words = text.join('').normalize('NFKC').replace(/\s+/g, '');
    expect(words).toContain('三进下党');
    expect(words).toContain('历历在目');
    expect(words).not.toContain('file:');
  });

  it('prints a page without an address of this disk', async () => {
    await page.goto(`${root}lessons/overview/index.html`);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf()));
    expect(pdf.numPages).toBeGreaterThan(2);
    const text = (await Promise.all(Array.from({ length: pdf.numPages }, async (_value, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')))).join('');
    expect(text).not.toContain('file:');
  });

  it('checks a text for quotations', async () => {
    await page.goto(`${root}proofread/index.html`);
    await page.run(() => document.querySelector<HTMLElement>('[data-sample]')?.click());
    await page.until(() => document.querySelector<HTMLElement>('proof-read')?.dataset.state === 'done');
  });
});

it('has no module, no address of a server and nothing that a server is needed for', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split('\\').join('/'));
  for (const file of files.filter((name) => name.endsWith('.html') && !name.startsWith('usb/'))) {
    const html = readFileSync(join(folder, file), 'utf8');
    expect(/type="?module|\s(?:src|href|action)="\/(?!\/)|unsafe-inline/.exec(html)?.[0], file).toBeUndefined();
  }
  expect(files).toContain('使用说明.txt');
  expect(files.filter((file) => /^(?:sw\.js|pagefind|offline\/manifest)/.test(file))).toEqual([]);
});
