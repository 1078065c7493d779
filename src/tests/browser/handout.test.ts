import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { codeOf, type ItemTable } from '../../model/baskets.ts';
import { itemOf } from '../../features/handout/basket-link.ts';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
const table = JSON.parse(readFileSync('dist/handout/items.json', 'utf8')) as ItemTable;
const names = Object.values(table).map(([path]) => itemOf(path));
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});
afterAll(() => browser?.close());

const done = () => page.waitForSelector('handout-shelf[data-state=done]', { timeout: 60_000 });
const stored = () => page.evaluate(() => JSON.parse(localStorage.getItem('basket') ?? '{}') as { items: string[] });

/** Puts a basket on the device and opens the page with it. */
async function open(basket: object) {
  await page.goto(`${site}/handout/`);
  await page.evaluate((value) => localStorage.setItem('basket', value), JSON.stringify(basket));
  await page.goto(`${site}/handout/`);
  await done();
}

/** What stands on the sheets of the preview. */
const sheets = async () =>
  (await (await page.waitForSelector('iframe'))?.contentFrame())!.evaluate(() => {
    const all = [...document.querySelectorAll('.sheet')];
    const text = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, '');
    return {
      items: [...document.querySelectorAll<HTMLElement>('.item[id]')].map((element) => element.dataset.item),
      pages: all.length,
      // Lower edge of what stands on a sheet, against that of its room.
      clipped: all.flatMap((sheet, at) => {
        const body = sheet.querySelector('.body')!;
        const room = sheet.getBoundingClientRect().bottom - parseFloat(getComputedStyle(sheet).paddingBottom);
        return [...body.querySelectorAll('*')].some((element) => element.getBoundingClientRect().bottom > room + 1) ? [at + 1] : [];
      }),
      // A heading as the last thing of a sheet.
      orphans: all.filter((sheet) => {
        let last: Element | null = sheet.querySelector('.body');
        while (last && last.lastElementChild && !/^H\d$/.test(last.tagName) && last.tagName !== 'P') last = last.lastElementChild;
        return last !== null && /^H\d$/.test(last.tagName) && !last.closest('.cover');
      }).length,
      headless: [...document.querySelectorAll('table')].filter((table) => !table.tHead && table.classList.contains('cont')).length,
      contents: [...document.querySelectorAll('.handout-contents a')].map((link) => ({ number: text(link.querySelector('.at')), at: String(all.findIndex((sheet) => sheet.querySelector(`[id="${link.getAttribute('href')!.slice(1)}"]`)) + 1) })),
      folios: all.map((sheet) => text(sheet.querySelector('.folio'))),
      heads: all.map((sheet) => text(sheet.querySelector('.run'))),
      text: text(document.querySelector('#sheets')),
    };
  });

describe('the basket', () => {
  it('takes an item from a reading page, counts it in the header and gives it up again', async () => {
    await page.goto(`${site}/lessons/overview/`);
    await page.click('add-to-basket button');
    expect(await page.textContent('[data-basket-count]')).toBe('1');
    expect(await page.textContent('.tools add-to-basket button')).toBe('已在讲义篮');
    await page.goto(`${site}/glossary/`);
    await page.click('#xianchang-bangong add-to-basket button');
    expect((await stored()).items).toEqual(['lessons/overview', 'glossary/xianchang-bangong']);
    await page.click('#xianchang-bangong add-to-basket button');
    expect((await stored()).items).toEqual(['lessons/overview']);
  });

  it('shows on the sheets just what it holds, nothing clipped, no heading alone, contents right', async () => {
    const basket = { items: ['lessons/overview', 'quotes/q-huixin-lili', 'glossary/xinfang', 'cases/xiadang', 'span/1988-1989', 'own/0'], own: [{ title: '开场白', words: '同志们，今天学两篇。' }], title: '专题学习', gathered: true };
    await open(basket);
    const found = await sheets();
    expect(found.items).toEqual(basket.items);
    expect(found.clipped).toEqual([]);
    expect(found.orphans).toBe(0);
    expect(found.headless).toBe(0);
    expect(found.contents.length).toBe(8);
    for (const { number, at } of found.contents) expect(number).toBe(at);
    expect(found.folios.slice(1)).toEqual(Array.from({ length: found.pages - 1 }, (_, at) => `第${at + 2}页共${found.pages}页`));
    expect(found.heads[2]).toBe('专题学习四下基层总论');
    expect(found.heads[found.pages - 1]).toBe('专题学习自测答案');
    expect(found.text).toContain('同志们，今天学两篇。');
    expect(await page.textContent('[data-part=pages]')).toBe(`共${found.pages}页`);
  });

  it.each(['handout', 'large', 'official', 'columns'])('divides texts on the %s sheets without losing a character, nothing clipped', async (kind) => {
    await page.goto(`${site}/handout/sheets/`);
    await page.waitForFunction(() => window.layOutHandout);
    const items = names.filter((name) => /^(?:lessons|cases|essays|plans|forms)\//.test(name)).filter((_name, at) => at % 3 === ['handout', 'large', 'official', 'columns'].indexOf(kind) % 3).slice(0, kind === 'columns' ? 20 : undefined);
    const found = await page.evaluate(
      async ([list, sheet]) => {
        const basket = { items: list, own: [], title: '全部', unit: '', date: '', names: '', cover: false, contents: false, gathered: false, share: false, sheet: { kind: sheet === 'columns' ? 'handout' : sheet, questions: true, answers: false, notes: 'none', sources: true, columns: sheet === 'columns', duplex: true } };
        const made = await window.layOutHandout!(basket as never);
        const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, '');
        const texts = list.map((item) => {
          const parts = [...document.querySelectorAll(`[data-item="${item}"]`)].map((part) => part.cloneNode(true) as HTMLElement);
          // The heads that a table repeats.
          parts.forEach((part) => part.querySelectorAll('table.cont > thead').forEach((head) => head.remove()));
          return parts.map(words).join('');
        });
        const over = [...document.querySelectorAll('.sheet')].filter((one) => one.querySelector('.body')!.getBoundingClientRect().height > one.clientHeight - parseFloat(getComputedStyle(one).paddingTop) - parseFloat(getComputedStyle(one).paddingBottom) + 1).length;
        // The same once more without sheets.
        const measure = Element.prototype.getBoundingClientRect;
        Element.prototype.getBoundingClientRect = () => {
          throw new Error('cannot measure');
        };
        const plain = await window.layOutHandout!({ ...basket, sheet: { ...basket.sheet, notes: 'margin' } } as never);
        Element.prototype.getBoundingClientRect = measure;
        document.querySelectorAll('#sheets .item *').forEach((part) => getComputedStyle(part).display === 'none' && part.remove());
        const whole = list.map((item) => words(document.querySelector(`[data-item="${item}"]`)));
        return { made: made.items, plain: plain.items, pages: plain.pages, over, differing: list.filter((_item, at) => texts[at] !== whole[at]) };
      },
      [items, kind] as const,
    );
    expect(items.length).toBeGreaterThan(15);
    expect(found.made).toEqual(items);
    // Where a browser cannot lay sheets out, everything is there all the same.
    expect(found.plain).toEqual(items);
    expect(found.pages).toBe(0);
    expect(found.over).toBe(0);
    expect(found.differing).toEqual([]);
  });

  it('keeps the sheets that an edit leaves alone', async () => {
    await page.goto(`${site}/handout/sheets/`);
    await page.waitForFunction(() => window.layOutHandout);
    const fresh = await page.evaluate(async () => {
      const basket = { items: ['lessons/overview', 'cases/xiadang', 'forms/jiefang-dengji'], own: [], title: '甲', unit: '', date: '', names: '', cover: true, contents: true, gathered: false, share: false, sheet: { kind: 'handout', questions: true, answers: true, notes: 'none', sources: true, columns: false, duplex: false } };
      const lay = async (more: object) => (await window.layOutHandout!({ ...basket, ...more } as never)).fresh;
      return [await lay({}), await lay({}), await lay({ title: '乙' }), await lay({ title: '乙', items: ['cases/xiadang', 'lessons/overview', 'forms/jiefang-dengji'] })];
    });
    // All; none; the cover; the contents.
    expect(fresh).toEqual([6, 0, 1, 1]);
    expect(await page.getAttribute('#sheets', 'data-pages')).toBe(String(await page.locator('.sheet').count()));
  });

  it('prints the sheets one to a page', async () => {
    const alone = await page.context().newPage();
    await alone.goto(`${site}/handout/sheets/`);
    await alone.waitForSelector('#sheets[data-pages]');
    const pages = Number(await alone.getAttribute('#sheets', 'data-pages'));
    const pdf = (await alone.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(pages);
    await alone.close();
  });

  it('is put in order by buttons, keys and mouse, and takes back the last step', async () => {
    await open({ items: ['quotes/q-huixin-lili', 'glossary/xinfang', 'glossary/xianchang-bangong'] });
    await page.click('.shelf-items li:nth-child(1) [data-act=down]');
    expect((await stored()).items).toEqual(['glossary/xinfang', 'quotes/q-huixin-lili', 'glossary/xianchang-bangong']);
    await page.keyboard.press('Alt+ArrowDown');
    expect((await stored()).items).toEqual(['glossary/xinfang', 'glossary/xianchang-bangong', 'quotes/q-huixin-lili']);
    await page.click('[data-part=undo]');
    expect((await stored()).items[1]).toBe('quotes/q-huixin-lili');
    await page.dragAndDrop('.shelf-items li:nth-child(3) .grip', '.shelf-items li:nth-child(1) .words');
    expect((await stored()).items[0]).toBe('glossary/xianchang-bangong');
    await page.click('.shelf-items li:nth-child(1) [data-act=remove]');
    expect((await stored()).items).toEqual(['glossary/xinfang', 'quotes/q-huixin-lili']);
    await done();
    expect((await sheets()).items).toEqual(['glossary/xinfang', 'quotes/q-huixin-lili']);
  });

  it('goes to another device by link, and says what a damaged link has lost', async () => {
    const items = names.filter((name) => !name.startsWith('lessons/') && !name.startsWith('cases/') && !name.startsWith('essays/')).slice(0, 60);
    await open({ items, title: '六十项' });
    await page.click('[data-part=copy]');
    await page.waitForSelector('[data-part=status] p');
    const address = await page.evaluate(() => navigator.clipboard.readText());
    const other = await (await browser.newContext()).newPage();
    expect(address.length).toBeLessThan(1200);
    await other.goto(address);
    await other.waitForSelector('.shelf-items li:nth-child(60)');
    expect(await other.evaluate(() => (JSON.parse(localStorage.getItem('basket') ?? '{}') as { items: string[] }).items)).toEqual(items);
    await other.goto(address.replace(codeOf(items[3]!), 'XXXXXX').slice(0, 300));
    await other.waitForSelector('.shelf-items li:nth-child(30)');
    const words = (await other.textContent('[data-part=status]')) ?? '';
    expect(words).toContain('第4项在本站找不到');
    expect(words).toMatch(/缺了\d+项/);
    await other.context().close();
    await page.click('[data-part=qr]');
    await page.waitForSelector('[data-part=qr-box] svg');
  });

  it('says so in one sentence where the device keeps nothing', async () => {
    const context = await browser.newContext();
    const closed = await context.newPage();
    await closed.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new Error('full');
      };
    });
    await closed.goto(`${site}/lessons/overview/`);
    await closed.click('.tools add-to-basket button');
    expect(await closed.textContent('.tools add-to-basket')).toContain('讲义篮只在这一页有效');
    await context.close();
  });

  it('makes a Word file in the browser', async () => {
    await open({ items: ['lessons/overview', 'quotes/q-huixin-lili', 'span/1988-1988'], title: '专题学习' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-part=word]')]);
    expect(download.suggestedFilename()).toBe('专题学习.docx');
    const { unzipSync, strFromU8 } = await import('fflate');
    const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(await download.path())))['word/document.xml']!);
    for (const words of ['专题学习', '四下基层总论', '历历在目']) expect(xml).toContain(words);
    expect(xml).toContain('w:footnoteReference');
  });

  it('leaves no complaint in the console', () => expect(complaints).toEqual([]));
});
