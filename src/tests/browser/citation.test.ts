import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(() => browser?.close());

const open = async (path: string, where = context): Promise<Page> => {
  const page = await where.newPage();
  await page.goto(site + path);
  return page;
};

/** What is on the clipboard, in both forms. */
const clipboard = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await ((window as { kept?: Clipboard }).kept ?? navigator.clipboard).read();
    const form = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '');
    return { text: await form('text/plain'), html: await form('text/html') };
  });

describe('a paragraph', () => {
  it('is copied with its sources and address, in both forms, and without marks or notes', async () => {
    const page = await open('/cases/xiadang/');
    const shown = await page.evaluate(() => {
      const block = document.getElementById('p3')?.cloneNode(true) as HTMLElement;
      block.querySelectorAll('.n, .sn, sup').forEach((part) => part.remove());
      return (block.textContent ?? '').trim();
    });
    const marks = await page.locator('#p3 sup.ref').allTextContents();
    await page.locator('#p3').hover();
    await page.locator('#p3 .n').click();
    await page.getByRole('button', { name: '复制本段并附出处' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    const { text, html } = await clipboard(page);
    const [words, , heading, ...rest] = text.split('\n');
    expect(words).toBe(shown);
    expect(words).not.toMatch(/\[\d+\]|^3/);
    expect(heading).toBe('出处：');
    const sources = rest.filter((line) => /^\[\d+\] /.test(line));
    expect(sources.length).toBe(new Set(marks).size);
    for (const source of sources) expect(source).toMatch(/\[(?:N|EB|M|J|A|Z)(?:\/OL)?\]/);
    expect(text).toContain(`《三进下党》，四下基层学习资料库，${site}/cases/xiadang/?p=3`);
    expect(html).toContain(`<a href="${site}/cases/xiadang/?p=3"`);
    expect(html).toContain('出处：');
    await page.waitForFunction(() => !document.querySelector('.pmenu'));
    await page.close();
  });

  it('hands on a list item by item, and a quotation with speaker and date', async () => {
    const page = await open('/cases/xiadang/');
    const list = await page.locator('.prose > ol[data-n]').first().getAttribute('data-n');
    const copy = async (number: string | null) => {
      await page.evaluate((id) => document.querySelector<HTMLElement>(`#p${id} .n`)?.click(), number);
      await page.getByRole('button', { name: '复制本段并附出处' }).click();
      await page.getByRole('button', { name: '已复制' }).waitFor();
      await page.keyboard.press('Escape');
      return (await clipboard(page)).text;
    };
    const items = (await copy(list)).split('\n\n')[0]?.split('\n') ?? [];
    expect(items.length).toBe(await page.locator(`#p${list} > li`).count());
    expect(items[0]).toMatch(/^1\. 有人请就去。/);
    const quote = await page.locator('figure.quote[data-n]').first().getAttribute('data-n');
    expect(await copy(quote)).toMatch(/^“[^”]+”——[^\n]+，\d{4}年\d+月\d+日。\n\n出处：\n\[1\] /);
    await page.close();
  });

  it('a quotation of the list is copied with the sources of its own page', async () => {
    const page = await open('/quotes/');
    const item = page.locator('.quotes > li').first();
    const address = await item.locator('a').first().getAttribute('href');
    await item.getByRole('button', { name: '复制并附出处' }).click();
    await item.getByRole('button', { name: '已复制' }).waitFor();
    const { text } = await clipboard(page);
    expect(text).toMatch(/^“[^”]+”——[^\n]+\n\n出处：\n\[1\] /);
    expect(text).toContain(`${site}${address}`);
    await page.close();
  });

  it('opens its menu by keyboard, closes it by Escape and gives the focus back', async () => {
    const page = await open('/cases/xiadang/');
    await page.locator('#p2 .n').focus();
    expect(await page.locator('#p2 .n').evaluate((number) => getComputedStyle(number).opacity)).toBe('1');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制本段并附出处');
    expect(await page.evaluate(() => location.hash)).toBe('#p2');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#p2');
    expect(await page.locator('.pmenu').count()).toBe(0);
    await page.close();
  });

  it('has a number that a finger can press on a phone and that lies over no words', async () => {
    const phone = await browser.newContext({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
    const page = await open('/cases/xiadang/', phone);
    const faults = await page.evaluate(() => {
      const found: string[] = [];
      for (const number of document.querySelectorAll('.prose .n')) {
        const box = number.getBoundingClientRect();
        const block = number.closest('[data-n]') as HTMLElement;
        if (box.width < 44 || box.height < 44 || box.left < 0 || getComputedStyle(number).opacity !== '1') found.push(`${block.id} ${box.width}x${box.height} at ${box.left}`);
        const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
          const node = words.currentNode;
          if (number.contains(node) || !node.textContent?.trim()) continue;
          const range = document.createRange();
          range.setStart(node, 0);
          range.setEnd(node, 1);
          const first = range.getBoundingClientRect();
          if (first.left < box.right - 1 && first.top < box.bottom - 10 && first.width > 0) found.push(`${block.id} covers ${node.textContent.slice(0, 4)}`);
          break;
        }
      }
      return found;
    });
    expect(faults).toEqual([]);
    await page.locator('#p3 .n').tap();
    const target = await page.getByRole('button', { name: '复制本段并附出处' }).boundingBox();
    expect(target?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect((target?.x ?? 0) + (target?.width ?? 999)).toBeLessThanOrEqual(360);
    await phone.close();
  });

  it('is a plain link without JavaScript', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
    const page = await open('/cases/xiadang/', still);
    await page.locator('#p5 .n').click();
    expect(page.url()).toBe(`${site}/cases/xiadang/#p5`);
    expect(await page.locator('#p5:target').count()).toBe(1);
    expect(await page.locator('citation-edition').isVisible()).toBe(false);
    expect(await page.locator('.cite-tools a').first().isVisible()).toBe(true);
    await still.close();
  });
});

describe('without the clipboard interface', () => {
  it('both forms are copied by the old command', async () => {
    const page = await context.newPage();
    await page.addInitScript(() => {
      (window as { kept?: Clipboard }).kept = navigator.clipboard;
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto(`${site}/quotes/q-huixin-lili/`);
    await page.getByRole('button', { name: '复制并附出处' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    const { text, html } = await clipboard(page);
    expect(text).toMatch(/^“当年‘三进下党’的场景，我至今还历历在目。”——习近平，[^\n]*2019年8月4日。\n\n出处：\n\[1\] /);
    expect(text).toContain(`\n四下基层学习资料库，${site}/quotes/q-huixin-lili/`);
    expect(html).toContain('<a href=');
    expect(await page.locator('textarea').count()).toBe(0);
    await page.close();
  });

  it('and without that command the words stand selected', async () => {
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await page.goto(`${site}/cases/xiadang/`);
    await page.locator('#p3').hover();
    await page.locator('#p3 .n').click();
    await page.getByRole('button', { name: '复制本段并附出处' }).click();
    await page.getByRole('button', { name: '已选中，请按复制' }).waitFor();
    const field = page.locator('.pmenu textarea');
    const { value, from, to } = await field.evaluate((element) => {
      const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
      return { value, from: selectionStart, to: selectionEnd };
    });
    expect(value).toContain('出处：');
    expect([from, to]).toEqual([0, value.length]);
    expect(await field.isVisible()).toBe(true);
    await page.close();
  });
});

describe('an address with a paragraph', () => {
  it.each(['?p=16', '#p16', '?p=16#p16'])('%s scrolls to it and marks it', async (end) => {
    const page = await open(`/cases/xiadang/${end}`);
    await page.waitForFunction(() => document.querySelector('#p16:target'));
    await page.waitForFunction(() => {
      const { top } = (document.querySelector('#p16') as HTMLElement).getBoundingClientRect();
      return top >= 0 && top < 200;
    });
    expect(await page.locator('#p16').evaluate((block) => getComputedStyle(block).backgroundColor)).toBe('rgb(247, 227, 168)');
    await page.close();
  });

  it('works for the entries of lists, and says of a paragraph that is not there how many there are', async () => {
    const page = await open('/timeline/?p=t-1989-07-19');
    await page.waitForFunction(() => location.hash === '#t-1989-07-19');
    await page.goto(`${site}/cases/xiadang/?p=999`);
    expect(await page.evaluate(() => location.hash)).toBe('');
    expect(await page.textContent('.notice p')).toMatch(/^这一页没有第999段，现在共\d+段。/);
    await page.click('.notice button');
    expect(await page.locator('.notice').count()).toBe(0);
    await page.close();
  });
});

describe('the edition', () => {
  it('is chosen once for all lists, margins and pages, and can be taken back', async () => {
    const own = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await open('/cases/xiadang/', own);
    const state = () =>
      page.evaluate(() => ({
        list: [...document.querySelectorAll('.notes .cite')].map((entry) => entry.textContent ?? ''),
        margin: [...document.querySelectorAll('.prose .sn')].map((note) => note.lastChild?.textContent ?? ''),
      }));
    const before = await state();
    expect(before.list.some((entry) => /\]. [^（]*（\d{4}-\d\d-\d\d）\.$/.test(entry))).toBe(true);
    await page.selectOption('citation-edition select', '2015');
    const after = await state();
    expect(after.list.length).toBe(before.list.length);
    for (const entry of after.list) expect(entry.slice(entry.search(/\[[A-Z]+(?:\/OL)?\]/)).replace(/[一-鿿]+（[^）]*）/g, '')).not.toMatch(/[，：（）]/);
    expect(after.margin.filter((words, at) => words !== before.margin[at]).length).toBeGreaterThan(5);
    for (const words of after.margin) expect(after.list.some((entry) => words.startsWith(entry)), words).toBe(true);
    await page.goto(`${site}/sources/`);
    await page.waitForFunction(() => (document.querySelector('citation-edition select') as HTMLSelectElement).value === '2015');
    expect(await page.locator('.sources .cite', { hasText: '办好一件事' }).first().textContent()).toContain('[N/OL]. 人民日报, 1990-05-21(5).');
    await page.selectOption('citation-edition select', '2025');
    expect(await page.locator('.sources .cite', { hasText: '办好一件事' }).first().textContent()).toContain('[N/OL]. 人民日报，1990-05-21（5）.');
    await own.close();
  });

  it('is copied as it is shown', async () => {
    const own = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await open('/quotes/q-huixin-lili/', own);
    await page.selectOption('citation-edition select', '2015');
    await page.getByRole('button', { name: '复制并附出处' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    expect((await clipboard(page)).text).toMatch(/\[(?:N|EB)\/OL\]\. [^\n（]*\(2019-08-06\)/);
    await own.close();
  });
});
