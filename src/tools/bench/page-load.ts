import { readFileSync, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { Served } from '../serve.ts';

/** One cold load on a phone with a quarter of this machine's speed and slow 4G, as DevTools understands them. */
export interface PageLoad {
  requests: number;
  nodes: number;
  lcp: number;
  cls: number;
  tbt: number;
}

const slow4G = { offline: false, latency: 562.5, downloadThroughput: (1474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml' };

/** Serves a site as a common host does: text packed with brotli, as `serve` does not. Only for measuring. */
export function servePacked(dist: string): Promise<Served> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const found = join(dist, path);
    const file = existsSync(found) && statSync(found).isDirectory() ? join(found, 'index.html') : found;
    if (!existsSync(file)) return void response.writeHead(404).end();
    const type = types[extname(file)];
    const body = packed.get(file) ?? (type ? brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : readFileSync(file));
    packed.set(file, body);
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...(type && { 'content-encoding': 'br' }) }).end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://localhost:${(server.address() as AddressInfo).port}`,
        stop: () => new Promise((done) => {
          server.closeAllConnections();
          server.close(() => done());
        }),
      }),
    );
  });
}

/** Loads a page once in a fresh profile, and waits until it has been quiet for a second. */
export async function loadPage(browser: Browser, address: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let requests = 0;
    page.on('request', (request) => (requests += /favicon/.test(request.url()) ? 0 : 1));
    await page.addInitScript(() => {
      const seen = { lcp: 0, cls: 0, tasks: [] as [number, number][] };
      (window as unknown as { seen: typeof seen }).seen = seen;
      const watch = (type: string, call: (entry: PerformanceEntry) => void) => new PerformanceObserver((list) => list.getEntries().forEach(call)).observe({ type, buffered: true });
      watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
      watch('layout-shift', (entry) => (seen.cls += (entry as PerformanceEntry & { value: number }).value));
      watch('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
    });
    await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 });
    // A busy machine paints late, and a part that a page asks for by itself comes after the first quiet.
    await page.waitForFunction(() => (window as unknown as { seen: { lcp: number } }).seen.lcp > 0, undefined, { timeout: 60_000 });
    await page.waitForTimeout(1500);
    await page.waitForLoadState('networkidle');
    const found = await page.evaluate(() => {
      const { lcp, cls, tasks } = (window as unknown as { seen: { lcp: number; cls: number; tasks: [number, number][] } }).seen;
      const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      // What lies above 50 ms of each task that ends after the first paint.
      const tbt = tasks.filter(([start, duration]) => start + duration > painted).reduce((sum, [, duration]) => sum + duration - 50, 0);
      return { lcp, cls, tbt, nodes: document.querySelectorAll('*').length };
    });
    return { ...found, requests };
  } finally {
    await context.close();
  }
}
