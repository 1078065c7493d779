import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../features/security/headers.ts';
import { launch } from '../../tools/browser.ts';
import { FileCache } from '../../tools/downloads/cache.ts';
import { compressSite } from '../../tools/publish/compress.ts';
import { writeHostFiles } from '../../tools/publish/hosts.ts';
import { serve } from '../../tools/serve.ts';
import { buildCopy, copyProject } from '../../tools/site-copy.ts';
import { caddy, hasProgram, nginx, type RealServer } from '../servers.ts';
import { builtPages, type BuiltPage } from './dist.ts';

const origin = 'https://example.org';
const base = '/study';
let copy: string;
/** The folder that a server shows: the site is in its folder "study". */
let root: string;
let site: string;
let pages: BuiltPage[];
let browser: Browser;

beforeAll(async () => {
  copy = copyProject();
  buildCopy(copy, { SITE: origin, BASE: `${base}/` });
  root = join(copy, 'served');
  site = join(root, 'study');
  mkdirSync(root);
  renameSync(join(copy, 'dist'), site);
  pages = builtPages(site);
  browser = await launch();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  if (copy) rmSync(copy, { recursive: true, force: true });
});

describe('below a path', () => {
  it('every address in every page leads to a page, a file or an anchor of the site', () => {
    const ids = new Map(pages.map(({ path, elements }) => [base + path, new Set(elements.flatMap(({ attribs }) => attribs.id ?? []))]));
    const broken: string[] = [];
    for (const { path, elements } of pages)
      for (const { name, attribs } of elements)
        for (const target of [attribs.href, attribs.src, attribs.action, /url=(.+)/.exec(attribs['http-equiv'] === 'refresh' ? (attribs.content ?? '') : '')?.[1]]) {
          if (!target || /^(?:https?:|data:|mailto:)/.test(target)) {
            if (target?.startsWith(origin) && !target.startsWith(`${origin}${base}/`)) broken.push(`${path} ${name} -> ${target}`);
            continue;
          }
          const { pathname, hash } = new URL(target, `http://x${base}${path}`);
          const isFile = pathname.startsWith(`${base}/`) && existsSync(join(root, decodeURIComponent(pathname)));
          if (!isFile || (hash && ids.has(pathname) && !ids.get(pathname)?.has(decodeURIComponent(hash.slice(1))))) broken.push(`${path} ${name} -> ${target}`);
        }
    expect(broken).toEqual([]);
  });

  it('names absolute addresses for those who need them: canonical, previews, sitemap, feed, data', () => {
    const page = pages.find(({ path }) => path === '/cases/xiadang/');
    expect(page?.html).toContain(`<link rel="canonical" href="${origin}${base}/cases/xiadang/">`);
    expect(page?.html).toContain(`<meta property="og:url" content="${origin}${base}/cases/xiadang/">`);
    // OG=off: no picture is promised.
    expect(page?.html).not.toContain('og:image');
    const sitemap = readFileSync(join(site, 'sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1] ?? '');
    expect(listed.length).toBeGreaterThan(250);
    for (const address of listed) expect(existsSync(join(root, new URL(address).pathname, 'index.html')), address).toBe(true);
    expect(listed.filter((address) => /\/(?:v|leader|editors)\//.test(address))).toEqual([]);
    expect(sitemap).toMatch(/<loc>https:\/\/example\.org\/study\/cases\/xiadang\/<\/loc><lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/);
    expect(readFileSync(join(site, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${origin}${base}/sitemap.xml`);
    expect(readFileSync(join(site, 'feed.xml'), 'utf8')).toContain(`href="${origin}${base}/cases/xiadang/"`);
    expect(readFileSync(join(site, 'data', 'quotes.json'), 'utf8')).toContain(`"address": "${origin}${base}/quotes/q-huixin-lili/"`);
  });
});

/** What a reader does on a site below a path: read, search, fill the basket, share. Anything outside the path is a fault. */
async function walk(url: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => request.url().startsWith(`${url}${base}/`) || /^(?:data|blob):/.test(request.url()) || trouble.push(`request to ${request.url()}`));
  page.on('response', (response) => response.status() < 400 || trouble.push(`${response.status()} ${response.url()}`));
  await page.goto(`${url}${base}/`);
  await page.getByRole('link', { name: '案例', exact: true }).first().click();
  await page.getByRole('link', { name: '三进下党' }).first().click();
  await page.waitForURL(`${url}${base}/cases/xiadang/`);
  await page.locator('add-to-basket button').first().click();
  await page.locator('share-page button').click();
  await page.locator('.share-panel svg.qr').waitFor();
  expect(await page.locator('.share-address').textContent()).toBe(`${origin}${base}/cases/xiadang/`);
  await page.goto(`${url}${base}/search/?q=历历在目`);
  await page.waitForFunction(() => document.querySelector<HTMLElement>('ol[data-results]')?.dataset.state === 'done');
  expect(await page.locator('a[data-hit]').count()).toBeGreaterThan(0);
  expect(await page.locator('a[data-hit]').first().evaluate((link: HTMLAnchorElement) => link.pathname)).toMatch(/^\/study\//);
  await page.locator('a[data-hit]').first().click();
  await page.waitForURL(/\/study\/(?:quotes|cases|lessons|essays|timeline)\//);
  await page.goto(`${url}${base}/handout/`);
  await page.getByText('三进下党').first().waitFor();
  await page.frameLocator('iframe').getByText('三进下党').first().waitFor();
  expect(await context.cookies()).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
}

it('reading, search, basket and sharing work below a path', { timeout: 120_000 }, async () => {
  const { url, stop } = await serve(root);
  try {
    await walk(url);
  } finally {
    await stop();
  }
});

describe('on real servers', () => {
  beforeAll(async () => {
    await compressSite(site, new FileCache(join(copy, 'compressed')));
    writeHostFiles(join(copy, 'hosting'), base);
  }, 240_000);

  /** Headers, types, compression, caching and errors as the one list says. */
  async function holds(url: string): Promise<void> {
    const get = (path: string, headers: Record<string, string> = {}) => fetch(url + base + path, { headers });
    const page = await get('/cases/xiadang/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i);
    for (const { name, value } of securityHeaders()) expect(page.headers.get(name), name).toBe(value);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const etag = page.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await get('/cases/xiadang/', { 'if-none-match': etag, 'accept-encoding': page.headers.get('content-encoding') ?? 'identity' })).status).toBe(304);
    const script = /src="\/study(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
    const asset = await get(script);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toMatch(/javascript/);
    for (const { name, value } of securityHeaders()) expect(asset.headers.get(name), `${name} of a script`).toBe(value);
    for (const [path, type] of [['/feed.xml', /xml/], ['/data/quotes.json', /json/], ['/favicon.svg', /svg/], ['/downloads/cases/xiadang-jiangyi.docx', /officedocument/], ['/search/', /html/]] as const) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-type'), path).toMatch(type);
    }
    expect((await get('/about', {})).url).toBe(`${url}${base}/about/`);
    const missing = await get('/nowhere/');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('<html lang="zh-Hans-CN"');
  }

  /** The compressed companions arrive, and hold what the page holds. */
  async function compresses(url: string, encoding: 'gzip' | 'br'): Promise<void> {
    const { request } = await import('node:http');
    const body = await new Promise<Buffer>((resolve, reject) => {
      request(`${url}${base}/cases/xiadang/`, { headers: { 'accept-encoding': encoding } }, (answer) => {
        expect(answer.headers['content-encoding']).toBe(encoding);
        expect(answer.headers.vary).toMatch(/accept-encoding/i);
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
      }).on('error', reject).end();
    });
    const plain = (encoding === 'br' ? brotliDecompressSync : gunzipSync)(body).toString();
    expect(plain).toBe(readFileSync(join(site, 'cases', 'xiadang', 'index.html'), 'utf8'));
    expect(body.length).toBeLessThan(plain.length / 2);
  }

  const onServer = async (start: () => Promise<RealServer>, encodings: readonly ('gzip' | 'br')[]) => {
    const { url, stop } = await start();
    try {
      await holds(url);
      for (const encoding of encodings) await compresses(url, encoding);
      await walk(url);
    } finally {
      await stop();
    }
  };

  it.skipIf(!hasProgram('nginx'))('nginx serves it by the configuration written for it', { timeout: 180_000 }, () => onServer(() => nginx(join(copy, 'nginx'), root, join(copy, 'hosting', 'nginx.conf')), ['gzip']));

  it.skipIf(!hasProgram('caddy'))('Caddy serves it by the configuration written for it', { timeout: 180_000 }, () => onServer(() => caddy(join(copy, 'caddy'), root, join(copy, 'hosting', 'Caddyfile')), ['gzip', 'br']));
});
