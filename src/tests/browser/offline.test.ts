import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeOffline } from '../../features/offline/build/write.ts';
import type { Manifest } from '../../features/offline/manifest.ts';
import { launch } from '../../tools/browser.ts';
import { ask } from './ask.ts';
import { cut, faultyServer, type FaultyServer } from './faulty-server.ts';

let browser: Browser;
let folder: string;
let server: FaultyServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offline-'));
  cpSync('dist', folder, { recursive: true });
  server = await faultyServer(folder);
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const manifest = (): Manifest => JSON.parse(readFileSync(join(folder, 'offline', 'manifest.json'), 'utf8')) as Manifest;
const edit = (file: string, from: string, to: string) => writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replaceAll(from, to));

/** The hashes of what the device keeps. */
const held = (on = page): Promise<string[]> =>
  on.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.endsWith(':files'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url.split('/file/')[1] ?? '');
  });
const hashesOf = (paths: string[]): string[] => paths.map((path) => manifest().files[path]?.[0] ?? path);

/** Waits until some files are kept. */
const keeps = (paths: string[]) => expect.poll(async () => { const here = new Set(await held()); return hashesOf(paths).filter((hash) => !here.has(hash)).length; }, { timeout: 30_000, interval: 200 }).toBe(0);

/** Visits a page and waits until it and what every device keeps are kept. */
async function firstVisit(path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 20_000 });
  await keeps([...manifest().core, `${path.slice(1)}index.html`]);
}

async function goOffline(): Promise<void> {
  server.fault = cut;
  await context.setOffline(true);
  server.asked = [];
}

const shelf = (name: string) => page.locator('offline-shelf .held', { has: page.locator('h3', { hasText: name }) });

describe('with the network cut after the first visit', () => {
  it('the page seen, search and basket go on', async () => {
    await firstVisit('/cases/xiadang/');
    const online = await ask(await page.goto(`${server.url}/search/`).then(() => page), '历历在目');
    await goOffline();
    await page.goto(`${server.url}/cases/xiadang/`);
    expect(await page.locator('h1').textContent()).toBe('三进下党');
    expect(await page.locator('#p3').count()).toBe(1);
    await page.locator('add-to-basket button').first().click();
    await page.goto(`${server.url}/search/`);
    expect(await ask(page, '历历在目')).toEqual(online);
    await page.goto(`${server.url}/handout/`);
    await page.waitForFunction(() => document.querySelector('handout-shelf')?.getAttribute('data-state') === 'done', undefined, { timeout: 30_000 });
    expect(Number(await page.locator('handout-shelf').getAttribute('data-pages'))).toBeGreaterThan(2);
    expect(server.asked).toEqual([]);
  });

  it('a page that is not kept says so, and what is kept', async () => {
    await firstVisit('/cases/xiadang/');
    await goOffline();
    const answer = await page.goto(`${server.url}/lessons/overview/`);
    expect(answer?.status()).toBe(503);
    expect(await page.locator('h1').textContent()).toBe('这一页没有存下');
    await page.locator('offline-missing a', { hasText: '三进下党' }).click();
    expect(await page.locator('h1').textContent()).toBe('三进下党');
    await page.goto(`${server.url}/cases/xiadang?p=3`);
    expect(new URL(page.url()).pathname).toBe('/cases/xiadang/');
  });
});

describe('kept on request', () => {
  it('a plan has all its pages, forms and sheets', async () => {
    await page.goto(`${server.url}/plans/party-meeting-45/`);
    await page.locator('offline-plan button').click();
    await page.locator('offline-plan[data-state=held]').waitFor({ timeout: 30_000 });
    const { paths } = manifest().plans['party-meeting-45'] ?? { paths: [] };
    expect(paths.length).toBeGreaterThan(10);
    await goOffline();
    for (const path of paths) expect((await page.goto(`${server.url}/${path.replace(/index\.html$/, '')}`))?.status(), path).toBe(200);
    expect(server.asked).toEqual([]);
  });

  it('the library goes on where a cut line, a pause or a damaged file stopped it, and is deleted again', async () => {
    await firstVisit('/offline/');
    let left = 120;
    server.fault = (path, response) => path !== '/offline/manifest.json' && path !== '/sw.js' && (left -= 1) < 0 && cut(path, response);
    await shelf('整个资料库').locator('button', { hasText: '存下来' }).click();
    await page.locator('offline-shelf .problem', { hasText: '网络断了' }).waitFor({ timeout: 30_000 });
    const before = (await held()).length;
    expect(before).toBeGreaterThan(100);
    expect(before).toBeLessThan(Object.keys(manifest().files).length / 2);
    await page.goto(`${server.url}/search/`);
    expect((await ask(page, '三进下党')).total).toBeGreaterThan(0);
    // One file comes cut short, with every sign of health.
    server.fault = (path, response) => path === '/topics/zuofeng/' && Boolean(response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>半'));
    // Opening any page of the site goes on with what was not finished.
    await page.goto(`${server.url}/offline/`);
    await page.locator('offline-shelf .problem', { hasText: '没有完整传到' }).waitFor({ timeout: 60_000 });
    expect(await held()).not.toContain(hashesOf(['topics/zuofeng/index.html'])[0]);
    // The same file hangs: the reader pauses, and goes on later.
    await shelf('整个资料库').locator('button', { hasText: '继续' }).waitFor({ timeout: 30_000 });
    server.fault = (path) => path === '/topics/zuofeng/';
    await shelf('整个资料库').locator('button', { hasText: '继续' }).click();
    await shelf('整个资料库').locator('button', { hasText: '暂停' }).click();
    await page.locator('.held[data-state=paused] h3', { hasText: '整个资料库' }).waitFor({ timeout: 20_000 });
    server.fault = () => false;
    await shelf('整个资料库').locator('button', { hasText: '继续' }).click();
    await page.locator('.held[data-state=held] h3', { hasText: '整个资料库' }).waitFor({ timeout: 60_000 });
    await goOffline();
    await page.goto(`${server.url}/lessons/overview/`);
    expect(await page.locator('article h1').count()).toBe(1);
    await context.setOffline(false);
    server.fault = () => false;
    await page.goto(`${server.url}/offline/`);
    await shelf('整个资料库').locator('button', { hasText: '删除' }).click();
    await expect.poll(async () => (await held()).length, { timeout: 20_000 }).toBeLessThan(before);
    await page.getByRole('button', { name: '全部删除，不再存' }).click();
    await page.locator('offline-shelf[data-state=refused]').waitFor();
    expect(await page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length])).toEqual([0, 0]);
  }, 180_000);

  it('after 全部删除 nothing comes back, whatever was still on its way', async () => {
    await firstVisit('/offline/');
    // Everything asked for from now on hangs until it is let go: a page, and what the library still wants.
    const hanging: (() => void)[] = [];
    server.fault = (path, response) => {
      if (path === '/sw.js' || path === '/offline/manifest.json' || path === '/offline/') return false;
      hanging.push(() => response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path))));
      return true;
    };
    await page.evaluate(() => void fetch('/lessons/overview/'));
    await shelf('整个资料库').locator('button', { hasText: '存下来' }).click();
    await expect.poll(() => hanging.length, { timeout: 20_000 }).toBeGreaterThan(4);
    await page.getByRole('button', { name: '全部删除，不再存' }).click();
    // Answers come while the deleting is under way, and after it.
    hanging.splice(0, 3).forEach((go) => go());
    await page.locator('offline-shelf[data-state=refused]').waitFor();
    hanging.splice(0).forEach((go) => go());
    server.fault = () => false;
    const left = () => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
    expect(await left()).toEqual([0, 0]);
    // The worker still answers this page. Neither that nor a later page has anything kept.
    expect(await page.evaluate(async () => (await fetch('/cases/xiadang/')).status)).toBe(200);
    await page.waitForTimeout(1000);
    expect(await left()).toEqual([0, 0]);
    await page.goto(`${server.url}/cases/xiadang/`);
    await page.waitForTimeout(2500);
    expect(await left()).toEqual([0, 0]);
    // The reader changes their mind.
    await page.goto(`${server.url}/offline/`);
    await page.getByRole('button', { name: '重新启用' }).click();
    await keeps(manifest().core);
    expect(await page.locator('.held[data-state=held] h3', { hasText: '整个资料库' }).count()).toBe(0);
  }, 90_000);

  it('on a full device it stops with one plain sentence, and the site goes on', async () => {
    await firstVisit('/offline/');
    const session = await context.newCDPSession(page);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin: server.url });
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: usage + 400_000 });
    await shelf('整个资料库').locator('button', { hasText: '存下来' }).click();
    await page.locator('offline-shelf .problem', { hasText: '空间不够' }).waitFor({ timeout: 30_000 });
    await page.goto(`${server.url}/lessons/overview/`);
    expect(await page.locator('article h1').count()).toBe(1);
    await goOffline();
    await page.goto(`${server.url}/search/`);
    expect((await ask(page, '三进下党')).total).toBeGreaterThan(0);
  });
});

describe('an update', () => {
  const update = async () => {
    edit('cases/xiadang/index.html', '三进下党', '三进下党（更正）');
    edit('lessons/overview/index.html', '</main>', '<p>新的一段</p></main>');
    // A script of another name, as every change of a script has.
    const old = Object.keys(manifest().files).find((path) => /^assets\/dialog\.client/.test(path)) ?? '';
    const fresh = old.replace(/\.[^.]+\.js$/, '.NEW00000.js');
    const code = readFileSync(join(folder, old), 'utf8');
    rmSync(join(folder, old));
    writeFileSync(join(folder, fresh), `${code}\n/* later */`);
    await writeOffline(folder, '');
    return { old, fresh };
  };

  it('fetches what changed, is announced and not forced; the open page keeps its parts', async () => {
    await firstVisit('/cases/xiadang/');
    await page.goto(`${server.url}/cases/xiadang/`);
    const { old, fresh } = await update();
    server.asked = [];
    const other = await context.newPage();
    await other.goto(`${server.url}/offline/`);
    await other.getByRole('button', { name: '检查更新' }).click();
    await page.locator('.notice', { hasText: '有更新' }).waitFor({ timeout: 30_000 });
    expect(await page.locator('h1').textContent()).toBe('三进下党');
    // Only what changed came over the line.
    const fetched = server.asked.filter((path) => !['/offline/manifest.json', '/sw.js'].includes(path));
    expect(new Set(fetched)).toEqual(new Set(['/cases/xiadang/', `/${fresh}`]));
    // A part of the old version, asked for only now, is gone from the site and still there.
    expect(await page.evaluate(async (path) => (await fetch(path)).status, `/${old}`)).toBe(200);
    await page.locator('.notice button', { hasText: '刷新' }).click();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === '三进下党（更正）');
    await other.getByRole('button', { name: '检查更新' }).click();
    await other.close();
  });

  it('that comes damaged is not taken; the version at hand stays', async () => {
    await firstVisit('/cases/xiadang/');
    const { version } = manifest();
    await update();
    const other = await context.newPage();
    await other.goto(`${server.url}/offline/`);
    const check = () => other.getByRole('button', { name: '检查更新' }).click();
    // A list cut short is not believed.
    server.fault = (path, response) => path === '/offline/manifest.json' && Boolean(response.writeHead(200).end(readFileSync(join(folder, 'offline', 'manifest.json'), 'utf8').replace(/"cases\/xiadang\/index.html":\[[^\]]*\],/, '')));
    await check();
    await other.locator('offline-shelf .problem', { hasText: '没有完整传到' }).waitFor({ timeout: 30_000 });
    expect(await other.locator('offline-shelf .state').textContent()).not.toContain('还没有取全');
    // Neither is a page of somebody else's under the right address.
    server.fault = (path, response) => path === '/cases/xiadang/' && Boolean(response.writeHead(200, { 'content-type': 'text/html' }).end('<title>运营商</title>'));
    await check();
    await other.locator('offline-shelf .state', { hasText: '还没有取全' }).waitFor({ timeout: 30_000 });
    expect(await other.locator('offline-shelf').getAttribute('data-version')).toBe(version);
    await goOffline();
    await page.goto(`${server.url}/cases/xiadang/`);
    expect(await page.locator('h1').textContent()).toBe('三进下党');
    await context.setOffline(false);
    server.fault = () => false;
    await check();
    await expect.poll(() => other.locator('offline-shelf').getAttribute('data-version'), { timeout: 30_000 }).toBe(manifest().version);
    await other.close();
  });

  it('whose worker is the one that removes leaves nothing behind', async () => {
    await firstVisit('/cases/xiadang/');
    await writeOffline(folder, '', true);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]), { timeout: 20_000 }).toEqual([0, 0]);
    await page.goto(`${server.url}/lessons/overview/`);
    expect(await page.locator('article h1').count()).toBe(1);
  });
});

it('on the author’s own address nothing is kept, so that a preview never spoils the next', async () => {
  await page.goto(`${server.url.replace('library.', '')}/offline/`);
  await page.waitForTimeout(3000);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.locator('offline-shelf').textContent()).toContain('本机预览');
});

it('a part that is gone from the site leaves a readable page and one plain sentence', async () => {
  server.fault = (path, response) => /\/highlight\.client\./.test(path) && Boolean(response.writeHead(404).end());
  await page.goto(`${server.url}/cases/xiadang/?hl=${encodeURIComponent('下党')}`);
  await page.locator('.notice', { hasText: '正文不受影响' }).waitFor();
  expect(await page.locator('#p3').isVisible()).toBe(true);
});
