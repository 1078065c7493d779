import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { qrPath } from '../../components/qr.ts';
import { launch } from '../../tools/browser.ts';
import { pagesOf } from '../../tools/pages.ts';
import { builtPages } from '../site/dist.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A page whose share panel has been opened by the keyboard. */
async function opened(path: string, prepare?: () => void): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
  if (prepare) await page.addInitScript(prepare);
  await page.goto(site + path);
  await page.getByRole('button', { name: '分享', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.share-panel').waitFor();
  return page;
}

describe('sharing', () => {
  it.each(['/lessons/overview/', '/cases/xiadang/', '/essays/speech-jiguan/', '/forms/wenti-qingdan/', '/plans/party-meeting-45/', '/quotes/q-huixin-lili/'])('%s: a QR code of the page’s own address, on a phone without sideways scrolling', async (path) => {
    const page = await opened(`${path}?p=3`);
    expect(await page.locator('.share-panel svg.qr path').last().getAttribute('d')).toBe(qrPath(site + path).path);
    expect(await page.locator('.share-address').textContent()).toBe(site + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制标题和链接');
    for (const button of await page.locator('.share-panel button').all()) expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    await page.getByRole('button', { name: '分享', exact: true }).click();
    expect(await page.locator('.share-panel').isVisible()).toBe(false);
    await page.close();
  });

  it('copies title and address, and selects them where there is no way to the clipboard', async () => {
    const page = await opened('/cases/xiadang/', () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: (words: string) => ((window as unknown as { copied: string }).copied = words) && Promise.resolve() } }));
    await page.getByRole('button', { name: '复制标题和链接' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { copied: string }).copied)).toBe(`三进下党\n${site}/cases/xiadang/`);
    await page.close();
    const closed = await opened('/cases/xiadang/', () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await closed.getByRole('button', { name: '复制标题和链接' }).click();
    expect(await closed.locator('textarea.copied').inputValue()).toBe(`三进下党\n${site}/cases/xiadang/`);
    await closed.close();
  });

  it('hands over to the system where it has a share sheet, and says so when that fails; cancelling is no failure', async () => {
    const page = await opened('/quotes/q-huixin-lili/', () => {
      const calls: unknown[] = [];
      Object.assign(window, { calls });
      Object.defineProperty(navigator, 'share', { value: (data: unknown) => (calls.push(data), Promise.reject(new DOMException('', calls.length === 1 ? 'AbortError' : 'NotAllowedError'))) });
    });
    const button = page.getByRole('button', { name: '发给别的应用' });
    await button.click();
    expect(await page.locator('.share-status').textContent()).toBe('');
    await button.click();
    await page.getByText('系统的分享没有打开').waitFor();
    expect(await page.evaluate(() => (window as unknown as { calls: { title: string; url: string }[] }).calls[0])).toMatchObject({ title: '“当年‘三进下党’的场景，我至今还历历在目。”', url: `${site}/quotes/q-huixin-lili/` });
    await page.close();
  });

  it('says in WeChat where its own menu is', async () => {
    const context = await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0' });
    const page = await context.newPage();
    await page.goto(`${site}/cases/xiadang/`);
    await page.getByRole('button', { name: '分享', exact: true }).click();
    await page.getByText('点右上角').first().waitFor();
    await context.close();
  });
});

describe('privacy', () => {
  it('names no file of another host in any page', () => {
    const loading = new Set(['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'object', 'use', 'form']);
    const foreign = builtPages().flatMap(({ path, elements }) =>
      elements.flatMap(({ name, attribs }) => {
        const loaded = loading.has(name) ? [attribs.src, attribs.srcset, attribs.data, attribs.href, attribs.action] : name === 'link' && attribs.rel !== 'canonical' ? [attribs.href] : [];
        return loaded.flatMap((address) => (address && /^(?:[a-z]+:)?\/\//i.test(address) ? [`${path} ${name} ${address}`] : []));
      }),
    );
    expect(foreign).toEqual([]);
  });

  it('opens pages without a cookie, a message or a request to another host: all of them, and of quotations and versions, which are alike, every tenth', { timeout: 300_000 }, async () => {
    const context = await browser.newContext();
    const trouble: string[] = [];
    let requests = 0;
    context.on('request', (request) => {
      requests += 1;
      if (!request.url().startsWith(`${site}/`) && !/^(?:data|blob):/.test(request.url())) trouble.push(`request to ${request.url()}`);
    });
    context.on('console', (message) => trouble.push(message.text()));
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(error.message));
    const all = pagesOf().filter((path) => path.endsWith('/'));
    expect(all.length).toBeGreaterThan(300);
    const isAlike = (path: string) => /^\/(?:quotes|v)\/./.test(path);
    const paths = [...all.filter((path) => !isAlike(path)), ...all.filter(isAlike).filter((_path, at) => at % 10 === 0)];
    for (const path of paths) await page.goto(site + path);
    expect(requests).toBeGreaterThan(paths.length);
    expect(trouble).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('refuses markup and scripts that are not its own, where the browser knows Trusted Types', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/cases/xiadang/`);
    const refused = await page.evaluate(() => {
      const tried = (act: () => void): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return String((error as Error).name);
        }
      };
      const script = document.createElement('script');
      return {
        handler: tried(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
        foreign: tried(() => (script.src = 'https://evil.example/a.js')),
        words: tried(() => (script.text = 'alert(1)')),
        plain: tried(() => (document.createElement('div').innerHTML = '<b>甲</b>')),
        own: tried(() => (script.src = '/assets/x.js')),
      };
    });
    expect(refused).toEqual({ handler: 'TypeError', foreign: 'TypeError', words: 'TypeError', plain: 'done', own: 'done' });
    await page.close();
  });
});
