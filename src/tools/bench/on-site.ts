import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../browser.ts';

/** What was measured on the built site: milliseconds and kilobytes, one entry a query or keystroke. */
export interface Measured {
  cold: number[];
  coldBytes: number[];
  keys: number[];
}

/** A slow mobile line: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;
const screen = { width: 390, height: 800 };
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.txt': 'text/plain', '.svg': 'image/svg+xml' };

/** Serves the site packed, as a web server would; index files, which do not pack, as they are. */
function serveInGzip(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*/, ''));
    const file = join('dist', path.endsWith('/') ? `${path}index.html` : path);
    const type = types[extname(file)];
    if (!existsSync(file)) return void response.writeHead(404).end();
    const content = readFileSync(file);
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', 'cache-control': 'max-age=3600', ...(type && { 'content-encoding': 'gzip' }) });
    response.end(type ? gzipSync(content) : content);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/** From opening an address with a query on the slow line to the first result, and what scripts and data weigh until then. */
async function cold(browser: Browser, address: string): Promise<{ time: number; bytes: number }> {
  const context = await browser.newContext({ viewport: screen });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  const urls = new Map<string, string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (/\.js$|\/search\/data\//.test(urls.get(requestId) ?? '')) bytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('a[data-hit], a[data-near-hit]')) return;
      Object.assign(window, { firstHit: performance.now() });
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'firstHit' in window, undefined, { polling: 20 });
  const time = await page.evaluate(() => (window as unknown as { firstHit: number }).firstHit);
  const found = { time, bytes };
  await context.close();
  return found;
}

/** From a keystroke to its complete first page of results, laid out. */
const keystroke = (page: Page, value: string): Promise<number> =>
  page.evaluate(
    (typed) =>
      new Promise<number>((done) => {
        const input = document.querySelector<HTMLInputElement>('site-search input[name=q]');
        const list = document.querySelector<HTMLElement>('ol[data-results]');
        if (!input || !list) return;
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (list.dataset.state !== 'done' || list.dataset.query !== typed) return;
          observer.disconnect();
          void document.body.offsetHeight;
          done(performance.now() - start);
        });
        observer.observe(list, { attributes: true });
        input.value = typed;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }),
    value,
  );

/** Measures the search page of the last build in a browser: cold on a slow line, then every keystroke of the queries on a slowed processor, once all parts are there. */
export async function measureSite(queries: readonly string[]): Promise<Measured> {
  const server = await serveInGzip();
  const url = `http://localhost:${(server.address() as AddressInfo).port}/search/`;
  const browser = await launch();
  const measured: Measured = { cold: [], coldBytes: [], keys: [] };
  try {
    for (const query of queries.slice(0, 24)) {
      const { time, bytes } = await cold(browser, `${url}?q=${encodeURIComponent(query)}`);
      measured.cold.push(time);
      measured.coldBytes.push(bytes);
    }
    const page = await browser.newPage({ viewport: screen });
    await page.goto(url);
    await page.waitForFunction(() => customElements.get('site-search'));
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const typed = queries.flatMap((query) => Array.from(query, (_character, at) => query.slice(0, at + 1))).filter((value) => value === value.trim());
    for (const pass of ['parts are fetched', 'warm'])
      for (const value of typed) {
        const time = await keystroke(page, value);
        if (pass === 'warm') measured.keys.push(time);
        // The reader's next keystroke comes later; what follows the results must not count as its time.
        await page.waitForTimeout(50);
      }
  } finally {
    await browser.close();
    server.close();
  }
  return measured;
}
