import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { deviceKeys } from '../../components/device-keys.ts';
import { launch } from '../../tools/browser.ts';
import { openOn, select, stored, type Device } from './device.ts';

const site = inject('site');
const text = '/cases/xiadang/';
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

/** A page on a reader's own device. */
async function reader({ path = text, ...device }: Partial<Device> = {}): Promise<Page> {
  const { context, page } = await openOn(browser, site, { path, ...device });
  contexts.push(context);
  return page;
}
const mark = (more: object = {}) => ({ id: 'm1', path: text, title: '三进下党', n: '2', words: '三次办的事不同。', before: '', lit: true, note: '', made: 1, changed: 1, ...more });
const notes = (marks: object[], favourites: object[] = []) => JSON.stringify({ version: 1, favourites, marks });

describe('marking', () => {
  it('selected words by touch at 360 px: they stay marked, on the next visit too', async () => {
    const page = await reader({ width: 360 });
    await select(page, 'p2', '三次办的事不同');
    await page.getByRole('button', { name: '划线', exact: true }).tap();
    await page.locator('mark.own').waitFor();
    expect(await page.locator('mark.own').allTextContents()).toEqual(['三次办的事不同']);
    expect(await page.locator('.selection-bar').count()).toBe(0);
    await page.reload();
    await page.locator('mark.own').waitFor();
    expect((await stored(page))?.marks).toMatchObject([{ n: '2', words: '三次办的事不同', lit: true }]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('by keyboard alone: a note on a paragraph is written, changed, deleted and brought back', async () => {
    const page = await reader();
    await page.locator('#p2 .n').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '记笔记' }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByLabel('第2段的笔记');
    await field.waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('会上先问：哪一次最难？');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('会上先问：哪一次最难？').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#p2');
    await page.getByRole('button', { name: '改', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type('（第二题）');
    await page.keyboard.press('Control+Enter');
    await page.getByText('会上先问：哪一次最难？（第二题）').waitFor();
    await page.getByRole('button', { name: '删', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect((await stored(page))?.marks).toEqual([]);
    await page.getByRole('button', { name: '撤销' }).press('Enter');
    await page.getByText('会上先问：哪一次最难？（第二题）').waitFor();
    expect((await stored(page))?.marks.length).toBe(1);
  });

  it('by keyboard alone: a whole paragraph is marked and unmarked from its menu, and Escape keeps nothing', async () => {
    const page = await reader();
    const menu = async (name: RegExp | string) => {
      await page.locator('#p2 .n').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await menu('划这一段');
    await page.locator('#p2 mark.own').first().waitFor();
    const whole = await page.evaluate(() => [...document.querySelectorAll('#p2 mark.own')].map((element) => element.textContent).join(''));
    expect(whole).toMatch(/^三次办的事不同。.*写明查不到。$/s);
    await menu(/^删去划线/);
    await page.waitForFunction(() => !document.querySelector('mark.own'));
    await menu('记笔记');
    await page.keyboard.type('不要了');
    await page.keyboard.press('Escape');
    expect(await page.locator('aside.own').count()).toBe(0);
    expect((await stored(page))?.marks).toEqual([]);
  });

  it('over several paragraphs gives each its own mark, and copying a marked paragraph gives its words alone', async () => {
    const page = await reader();
    await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#p2') as Element);
      range.setStart(document.querySelector('#p1') as Element, 1);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await page.getByRole('button', { name: '划线', exact: true }).click();
    await page.locator('#p2 mark.own').first().waitFor();
    const { marks } = (await stored(page)) ?? { marks: [] };
    expect(marks.map(({ n }) => n)).toEqual(['1', '2']);
    for (const { words } of marks) expect(words).not.toMatch(/\[\d+\]/);
  });

  it('survives a changed text: moved words are found, lost ones are listed as 原文已改 here and on the page of notes', async () => {
    const page = await reader({ kept: { notes: notes([mark({ n: '1' }), mark({ id: 'm2', words: '这句话文中没有，也不会有。', note: '还在' })]) } });
    await page.locator('#p2 mark.own').waitFor();
    const list = page.locator('.own-changed');
    expect(await list.textContent()).toContain('原文已改');
    expect(await list.textContent()).toContain('这句话文中没有，也不会有。');
    expect(await list.textContent()).toContain('还在');
    await page.goto(`${site}/mine/`);
    await page.getByText('原文已改').waitFor();
    expect(await page.locator('.mine li', { hasText: '这句话文中没有' }).textContent()).toContain('原文已改');
    expect(await page.locator('.mine li', { hasText: '三次办的事不同' }).textContent()).not.toContain('原文已改');
  });
});

describe('notes on paper', () => {
  it('come only where the print panel is told so', async () => {
    const page = await reader({ kept: { notes: notes([mark({ note: '只给自己看' })]) } });
    await page.getByText('只给自己看').waitFor();
    await page.getByRole('button', { name: '打印讲义' }).click();
    const seen = () => page.locator('aside.own').isVisible();
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('带上自己的笔记和划线').check();
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toBe(true);
    expect(await page.locator('.own-acts').isVisible()).toBe(false);
  });
});

describe('favourites and the page of notes', () => {
  it('lists by text, removes with a way back, by keyboard', async () => {
    const page = await reader({ kept: { notes: notes([mark(), mark({ id: 'm2', path: '/lessons/overview/', title: '概说', n: '4', words: '别处', note: '第二篇' })]) } });
    await page.getByRole('button', { name: '收藏', exact: true }).press('Enter');
    await page.getByRole('button', { name: '已收藏' }).waitFor();
    await page.goto(`${site}/mine/`);
    expect(await page.locator('.mine h2').allTextContents()).toEqual(['收藏', '三进下党', '概说']);
    expect(await page.locator('.mine li a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['/cases/xiadang/', '/cases/xiadang/#p2', '/lessons/overview/#p4']);
    await page.getByRole('button', { name: '取消收藏：三进下党' }).press('Enter');
    expect((await stored(page))?.favourites).toEqual([]);
    await page.getByRole('button', { name: '撤销' }).press('Enter');
    expect((await stored(page))?.favourites.length).toBe(1);
  });

  it('exports to a file and imports it on another device, twice without doubling', async () => {
    const first = await reader({ path: '/mine/', kept: { notes: notes([mark({ note: '带走' })], [{ path: text, title: '三进下党', made: 1 }]) } });
    const [download] = await Promise.all([first.waitForEvent('download'), first.getByRole('button', { name: '导出' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^我的笔记-\d{4}-\d\d-\d\d\.json$/);
    const file = await download.path();
    const second = await reader({ path: '/mine/', kept: { notes: notes([mark({ note: '原有' })]) } });
    await second.setInputFiles('#notes-file', file);
    await second.getByText('导入1条；0条原来就有；1条两边不同，都留下了。').waitFor();
    await second.setInputFiles('#notes-file', file);
    await second.getByText('导入0条；2条原来就有。').waitFor();
    expect((await stored(second))?.marks.map(({ note }) => note)).toEqual(['原有', '带走']);
  });

  it('shows hostile files as words and runs nothing of them', async () => {
    const page = await reader({ path: '/mine/' });
    const hostile = notes([
      mark({ note: '<img src=x onerror="window.hit=1"><script>window.hit=1</script>', words: '<svg onload=window.hit=1>', title: '"><b>标题' }),
      mark({ id: 'm2', path: 'javascript:window.hit=1' }),
      mark({ id: 'm3', path: '//evil.example/' }),
    ]);
    await page.setInputFiles('#notes-file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(hostile.replace('{"version"', '{"__proto__":{"hit":1},"version"')) });
    await page.getByText('导入1条；0条原来就有；2条读不出来，没有导入。').waitFor();
    expect(await page.locator('.mine .note').textContent()).toBe('<img src=x onerror="window.hit=1"><script>window.hit=1</script>');
    await page.goto(site + text);
    await page.locator('.own-changed').waitFor();
    expect(await page.evaluate(() => [(window as { hit?: number }).hit, ({} as { hit?: number }).hit])).toEqual([undefined, undefined]);
    expect(await page.locator('main img, main b:has-text("标题")').count()).toBe(0);
    await page.goto(`${site}/mine/`);
    await page.setInputFiles('#notes-file', { name: 'y.json', mimeType: 'application/json', buffer: Buffer.from('PK\u0003\u0004') });
    await page.getByText('不是本站导出的笔记，或者已经损坏。什么也没有改。').waitFor();
    expect((await stored(page))?.marks.length).toBe(1);
  });

  it('erases everything of this site after a question, and nothing of another', async () => {
    const page = await reader({ path: '/mine/', kept: { notes: notes([mark()]), theme: 'dark', basket: '{"items":[]}', searches: '["三进"]', 'notes-copy-1': 'x', 'another-site': 'stays' } });
    await page.getByRole('button', { name: '清除这台设备上的一切' }).press('Enter');
    expect(await page.locator('.erasing').textContent()).toContain('讲义篮');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('不清除');
    await page.keyboard.press('Enter');
    expect((await stored(page))?.marks.length).toBe(1);
    await page.getByRole('button', { name: '清除这台设备上的一切' }).click();
    await page.getByRole('button', { name: '确定清除' }).click();
    await page.getByText('都清除了。').waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(['another-site', 'seeded']);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
    expect(await page.getByText('还没有收藏、划线或笔记').isVisible()).toBe(true);
  });

  it('knows every name under which a script keeps something', () => {
    const keys = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('tests'))
      .flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/\b(?:key|\w+Key) = '([^']+)'|localStorage\.(?:set|get)Item\('([^']+)'/g)].map((match) => match[1] ?? match[2] ?? ''));
    expect(keys.length).toBeGreaterThan(6);
    expect(keys.filter((key) => !deviceKeys[key])).toEqual([]);
  });
});

describe('storage', () => {
  it('blocked: one sentence, and the page goes on with the note', async () => {
    const page = await reader({ script: () => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('blocked'); } }) });
    await select(page, 'p2', '三次办的事不同');
    await page.getByRole('button', { name: '划线', exact: true }).click();
    await page.locator('mark.own').waitFor();
    expect(await page.locator('.own-status').textContent()).toContain('这台设备没有存下');
    await page.getByRole('button', { name: '收藏', exact: true }).click();
    await page.getByRole('button', { name: '已收藏' }).waitFor();
  });

  it('full: one sentence, what was kept stays as it was', async () => {
    const before = notes([mark()]);
    const page = await reader({ kept: { notes: before }, script: () => {
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    } });
    await select(page, 'p2', '第二次');
    await page.getByRole('button', { name: '划线', exact: true }).click();
    await page.getByText('这台设备没有存下').waitFor();
    expect(await page.locator('mark.own').count()).toBe(2);
    expect(await page.evaluate(() => localStorage.getItem('notes'))).toBe(before);
  });

  it.each([
    ['damaged', '{"version":1,"marks":[{"id":', '已损坏'],
    ['of a later version', JSON.stringify({ version: 2, favourites: [], marks: [mark()], folders: ['新'] }), '另一版'],
    ['of an earlier version', JSON.stringify({ version: 0, favourites: [], marks: [mark()] }), '另一版'],
    ['partly damaged', notes([mark(), { id: 'broken' }]), '有一部分读不出来'],
  ])('%s: says so, keeps the old text whole, and lets the reader take it', async (_name, old, words) => {
    const page = await reader({ kept: { notes: old } });
    await page.getByText(words).waitFor();
    const copies = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('notes-copy-')).map((key) => localStorage.getItem(key)));
    expect(await copies()).toEqual([old]);
    expect((await stored(page))?.version).toBe(1);
    await page.goto(`${site}/mine/`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存成文件' }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(old);
    await page.reload();
    expect(await copies()).toEqual([old]);
  });

  it('full and damaged at once: nothing is written over', async () => {
    const page = await reader({ kept: { notes: '{"version":1,' }, script: () => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, value: string) {
        if (this.getItem('seeded')) throw new DOMException('full', 'QuotaExceededError');
        set.call(this, key, value);
      };
    } });
    await page.getByText('原样没有动').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('notes'))).toBe('{"version":1,');
  });
});
