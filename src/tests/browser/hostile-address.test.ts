import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { seeded } from '../../tools/bench/seeded.ts';

const site = inject('site');
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
});
afterAll(() => browser?.close());

const markup = ['<img src=x onerror=hacked=1>', '<script>hacked=1</script>', '"><svg onload=hacked=1>', '</title><b>', '&lt;b&gt;', "' autofocus onfocus=hacked=1 '", 'javascript:hacked=1', '{{hacked=1}}', '${hacked=1}'];
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', 'then', 'length', 'undefined', 'null', 'NaN', 'true', '[object Object]'];
const odd = ['\ud800', '\udfff下党', '𠮷里', '\u0000', '\u202e党下', '\u200b下\u200b党', '\ufeff', '\ufffd', '下\n党', '\t', '“', '“”', '"', '""', '“下党', '「」『』', '.*', '(((', '[a-', '\\', '%', '#', '+', '&&&', '===', '🙂', 'é́́́', '１９８９', '零', '〇〇〇', '十十十', '0'.repeat(40), '-1', '1e999'];
const long = ['下'.repeat(599), '党'.repeat(5000), 'a '.repeat(3000), '“'.repeat(3000), '四下基层 '.repeat(120), '一'.repeat(300), '<'.repeat(2000)];
const garbage = ['%', '%E4', '%E4%ZZ', '%ED%A0%80', '%00', '%C0%AF', '%FF%FE', '%u4e0b', '%25%25', '%F0%9F'];
const parameters = ['q', 'type', 'topic', 'decade', 'place', 'speaker', 'class', 'sort'];

/** Two hundred addresses: hostile words in every parameter, alone, beside a query that has results, twice, and broken. */
function addresses(): string[] {
  const next = seeded(29);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const words = [...markup, ...names, ...odd, ...long].map(encode);
  const all = new Set(words.map((word) => `?q=${word}`));
  for (const broken of garbage) all.add(`?q=${broken}`).add(`?q=下党&${pick(parameters.slice(1))}=${broken}`);
  for (const parameter of parameters) for (const address of [`?${parameter}`, `?${parameter}=`, `?q=下党&${parameter}=__proto__`, `?__proto__=${parameter}&q=下党`]) all.add(address);
  for (const address of ['?', '?&&&', '?=', '?q[]=下党', '?q[__proto__][x]=1', '?Q=下党', '?q=下党&q=四下基层', '?q=下党?q=下党']) all.add(address);
  while (all.size < 200) {
    const mixed = Array.from({ length: 1 + Math.floor(next() * 5) }, () => `${pick(parameters)}=${pick([...words, ...garbage])}`);
    all.add(`?${next() < 0.5 ? 'q=下党&' : ''}${mixed.join('&')}`);
  }
  return [...all];
}

/** As a browser encodes it; half of a surrogate pair as the bytes that it would be. */
const encode = (word: string): string => word.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\u0001').split('\u0001').map(encodeURIComponent).join('%ED%A0%80');

/** Starts the search page anew under each address, without loading it anew; gives its state, and what it should not contain. */
const start = (...addresses: string[]) =>
  page.evaluate(async (all) => {
    const one = async (wanted: string) => {
      const old = document.querySelector('site-search');
      if (!old) throw new Error('no search');
      const store = window as unknown as { fresh?: string; hacked?: unknown };
      const fresh = old.cloneNode() as HTMLElement;
      fresh.innerHTML = store.fresh ??= old.innerHTML;
      history.replaceState(null, '', location.pathname + wanted);
      old.replaceWith(fresh);
      const list = fresh.querySelector<HTMLElement>('ol[data-results]');
      const by = Date.now() + 15_000;
      while (list && !/^(?:done|idle|error)$/.test(new URLSearchParams(wanted).get('q') && list.dataset.state === 'idle' && !list.dataset.source ? '' : (list.dataset.state ?? '')) && Date.now() < by) await new Promise((resolve) => setTimeout(resolve, 5));
      return {
        state: list?.dataset.state,
        source: list?.dataset.source,
        total: Number(list?.dataset.total),
        foreign: fresh.querySelectorAll('script, img, svg, iframe, [onerror], [onload], [onfocus], a[href^="javascript"]').length,
        hacked: store.hacked !== undefined || 'hacked' in Object.prototype,
      };
    };
    const found: Awaited<ReturnType<typeof one>>[] = [];
    for (const wanted of all) found.push(await one(wanted));
    return found;
  }, addresses);

describe('hostile addresses', () => {
  it('two hundred of them neither break the search page nor get into it', async () => {
    await page.goto(`${site}/search/?q=${encodeURIComponent('下党')}`);
    await page.waitForSelector('a[data-hit]');
    await page.evaluate(async () => {
      const old = document.querySelector('site-search');
      // What is fetched is the same for every address.
      const { fetch: load } = window;
      const kept = new Map<string, Promise<Response>>();
      window.fetch = async (input, init) => {
        const url = String(input);
        if (!kept.has(url)) kept.set(url, load(url, init));
        return (await (kept.get(url) ?? load(url, init))).clone();
      };
      // As it comes from the server: before any answer.
      const html = await (await load(location.pathname)).text();
      Object.assign(window, { fresh: new DOMParser().parseFromString(html, 'text/html').querySelector('site-search')?.innerHTML ?? old?.innerHTML });
    });
    const cases = addresses();
    expect(cases.length).toBeGreaterThanOrEqual(200);
    const [plain] = await start('?q=下党');
    expect(plain?.total).toBeGreaterThan(10);
    for (const [at, { state, source, foreign, hacked }] of (await start(...cases)).entries()) {
      const name = (cases[at] ?? '').slice(0, 120);
      expect(`${state} ${source ?? ''}`, name).toMatch(/^(?:done|idle) (?:index)?$/);
      expect({ foreign, hacked }, name).toEqual({ foreign: 0, hacked: false });
    }
    // What an address names that the library does not have is no condition, for nobody could take it back.
    const ignored = await start('?q=下党', ...parameters.slice(1).map((parameter) => `?q=下党&${parameter}=__proto__`));
    expect(ignored.map(({ total }) => total)).toEqual(ignored.map(() => plain?.total));
    expect(errors).toEqual([]);
  }, 240_000);

  it('nor do the worst of them when the page is opened with them, or typed', async () => {
    for (const address of ['?q=%E4%ZZ%', '?q=%ED%A0%80&sort=__proto__', `?q=${encodeURIComponent(markup[0] ?? '')}&topic=${encodeURIComponent(markup[1] ?? '')}`]) {
      await page.goto(`${site}/search/${address}`);
      await page.waitForSelector('ol[data-results][data-state=done]', { state: 'attached' });
    }
    const typed = (value: string) =>
      page.evaluate((words) => {
        const input = document.querySelector<HTMLInputElement>('site-search input[name=q]');
        if (!input) return;
        input.value = words;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, value);
    for (const value of ['\ud800下党', '下党'.repeat(400), '下党']) {
      await typed(value);
      await page.waitForFunction((words) => document.querySelector<HTMLElement>('ol[data-near][data-state=done]')?.dataset.query === words, value);
      if (value.length > 600) expect(await page.textContent('[data-status]')).toContain('输入太长');
    }
    expect(await page.locator('a[data-hit]').count()).toBe(10);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(errors).toEqual([]);
  });
});
