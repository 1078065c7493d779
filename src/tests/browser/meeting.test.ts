import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pagesOf } from '../../tools/pages.ts';
import { launch } from '../../tools/browser.ts';
import { walk } from './screens.ts';

const site = inject('site');
const items = pagesOf().flatMap((path) => /^\/((?:lessons|cases|plans)\/[^/]+)\/$/.exec(path)?.[1] ?? []);
/** Old projectors (4:3), small notebooks, large screens, phones upright. */
const sizes = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
  [360, 640],
] as const;
const shown = '[data-part=stage] .screen .inner';
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

function listen(page: Page): Page {
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => request.url().startsWith(site) || complaints.push(`request to ${request.url()}`));
  return page;
}

async function open(address: string, size: readonly [number, number] = [1024, 768], context?: BrowserContext): Promise<Page> {
  const page = listen(await (context ?? (await browser.newContext({ viewport: { width: size[0], height: size[1] }, hasTouch: true }))).newPage());
  await page.goto(`${site}/meet/?${address}`);
  await page.waitForSelector(shown);
  return page;
}

const at = (page: Page) => page.textContent('[data-part=at]');
const content = (page: Page) => page.textContent('[data-part=stage] .content');
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('every screen of every lesson, case and plan', () => {
  it.each(sizes)('is whole at %i x %i, in letters of at least 4 %% of its height', async (width, height) => {
    expect(items.length).toBeGreaterThanOrEqual(45);
    const page = listen(await browser.newPage({ viewport: { width, height } }));
    const wrong: string[] = [];
    let screens = 0;
    for (const item of items) {
      await page.goto(`${site}/meet/?${item}`);
      await page.waitForSelector(shown);
      const found = await walk(page);
      screens += found.screens;
      wrong.push(...found.wrong.map((line) => `${item} ${line}`));
      const [last = '', many = ''] = (found.pieces.pop() ?? '').split('/');
      if (last !== many) wrong.push(`${item} ends at ${last} of ${many}`);
    }
    expect(wrong).toEqual([]);
    expect(screens).toBeGreaterThan(items.length * 20);
    await page.close();
  }, 600_000);

  it.each([[1024, 768], [360, 640]] as const)('at %i x %i together say all that the page says', async (width, height) => {
    for (const item of ['cases/xiadang', 'lessons/petition-regulations', 'lessons/on-site-work']) {
      const page = await open(item, [width, height]);
      const { words } = await walk(page);
      const said = words.replace(/\s+/g, '');
      await page.goto(`${site}/${item}/`);
      const blocks = await page.evaluate(() => {
        document.querySelectorAll('article .n, article sup.ref, article .sn, article .acts, article .lines, article [aria-hidden=true]').forEach((element) => element.remove());
        return [...document.querySelectorAll('article .prose > p, article .prose > figure blockquote, article .prose li, article .prose td, article .questions li')].map((element) => (element.textContent ?? '').replace(/\s+/g, ''));
      });
      expect(blocks.length).toBeGreaterThan(20);
      expect(blocks.filter((block) => !said.includes(block))).toEqual([]);
      await page.context().close();
    }
  });
});

describe('the meeting view', () => {
  it('goes through a plan by the keys of a clicker: steps, their paragraphs with numbers, questions by themselves', async () => {
    const page = await open('plans/party-meeting-45');
    expect(await content(page)).toContain('45分钟支部学习会');
    const numbers: string[] = [];
    const questions: string[] = [];
    const now = () => page.evaluate(() => document.querySelector('[data-part=stage]')!.innerHTML);
    for (let before = ''; before !== (await now()); ) {
      before = await now();
      const label = await page.evaluate(() => document.querySelector('[data-part=stage] .label')?.textContent ?? '');
      if (label) numbers.push(label);
      if (await page.locator('[data-part=stage] .is-question').count()) questions.push((await content(page)) ?? '');
      await press(page, 'PageDown');
    }
    expect(numbers.slice(0, 8)).toEqual([12, 13, 14, 15, 16, 17, 18, 19].map((number) => `第${number}段`));
    expect(questions.length).toBe(2);
    expect(questions[0]).toContain('手上拖得最久的一件事');
    await press(page, 'Home');
    expect(await at(page)).toMatch(/^1\//);
    await press(page, 'End');
    expect(await content(page)).toContain('念完了');
    await press(page, 'ArrowLeft', ' ', 'ArrowUp', 'ArrowRight');
    expect(await content(page)).toContain('念完了');
    await page.context().close();
  });

  it('turns black and back, opens the menu and closes it with the focus where it was', async () => {
    const page = await open('lessons/overview');
    await press(page, 'b');
    expect(await page.locator('[data-part=black]').isVisible()).toBe(true);
    await press(page, 'PageDown');
    expect(await page.locator('[data-part=black]').isVisible()).toBe(false);
    expect(await at(page)).toMatch(/^1\//);
    await press(page, '.', '.');
    expect(await page.locator('[data-part=black]').isVisible()).toBe(false);
    await press(page, 'o');
    await page.keyboard.type('7');
    await press(page, 'Enter');
    expect(await page.textContent('[data-part=stage] .label')).toBe('第7段');
    expect(await page.locator('[data-part=panel]').isVisible()).toBe(false);
    await press(page, 'o');
    await page.keyboard.type('999');
    await press(page, 'Enter');
    expect(await page.textContent('[data-panel=nowhere]')).toBe('没有第999段');
    for (let turn = 0; turn < 90; turn += 1) {
      await press(page, 'Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('[data-part=panel]') !== null)).toBe(true);
    }
    await press(page, 'Escape');
    expect(await page.locator('[data-part=panel]').isVisible()).toBe(false);
    await press(page, '?');
    expect(await page.locator('[data-panel=keys]').isVisible()).toBe(true);
    await page.context().close();
  });

  it('passes the turn on with the paragraphs, skips, and remembers place and names over a reload and another size', async () => {
    const page = await open('cases/xiadang', [1280, 720]);
    await press(page, 'Escape');
    await page.fill('#meet-names', '张建国\n李秀英、王小明');
    await press(page, 'Escape');
    await page.locator('[data-part=panel]').waitFor({ state: 'hidden' });
    const reads = (name: string) => page.waitForFunction((wanted) => document.querySelector('[data-part=reader]')?.textContent === `领读：${wanted}`, name, { timeout: 5000 });
    await press(page, 'PageDown');
    await reads('张建国');
    await press(page, 'PageDown');
    await reads('李秀英');
    await press(page, 'n');
    await reads('王小明');
    await press(page, 'p', 'PageUp');
    await reads('张建国');
    await press(page, ...Array.from({ length: 12 }, () => 'PageDown'));
    const [place, words] = [await at(page), await content(page)];
    await page.reload();
    await page.waitForSelector(shown);
    expect([await at(page), await content(page)]).toEqual([place, words]);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.waitForTimeout(300);
    expect(await at(page)).toBe(place);
    expect(words!.startsWith((await content(page))!.slice(0, 20))).toBe(true);
    await page.context().close();
  });

  it('counts the time of a plan against its steps', async () => {
    const page = await open('plans/party-meeting-45');
    await page.evaluate(() => {
      const now = Date.now();
      Date.now = () => now + 9 * 60_000;
    });
    expect(await page.textContent('[data-part=clock]')).toBe('已用0分钟');
    await page.evaluate(() => localStorage.setItem('meeting', JSON.stringify({ places: [['plans/party-meeting-45', { key: 'plans/party-meeting-45#s1', offset: 0, shift: 0, clocks: [{ since: Date.now() - 16 * 60_000, before: 0 }] }]] })));
    await page.reload();
    await page.waitForSelector(shown);
    expect(await page.textContent('[data-part=clock]')).toMatch(/已用7分钟/);
    expect(await page.textContent('[data-part=planned]')).toBe('这一步到第5分钟，全长45分钟');
    expect(await page.textContent('[data-part=over]')).toBe('超2分钟');
    await page.context().close();
  });

  it('is led from a second window, which shows hints and expected points; without BroadcastChannel too', async () => {
    for (const channel of [true, false]) {
      const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
      if (!channel) await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
      const page = await open('plans/party-meeting-45', [1024, 768], context);
      const [notes] = await Promise.all([context.waitForEvent('page'), press(page, 's')]);
      listen(notes);
      await notes.waitForFunction(() => document.querySelector('[data-notes=state]')?.textContent === '已连上投影窗口');
      await press(notes, 'PageDown', 'PageDown');
      await page.waitForFunction(() => document.querySelector('[data-part=at]')?.textContent?.startsWith('3/'));
      await notes.waitForFunction(() => document.querySelector('[data-notes=at]')?.textContent?.startsWith('3/'));
      expect(await notes.textContent('[data-notes=hints]')).toContain('没办的只问一句');
      await press(page, 'PageDown', 'PageDown', 'PageDown');
      await notes.waitForFunction(() => document.querySelector('[data-notes=expect]')?.textContent?.includes('看在7月19日'));
      expect(await page.evaluate(() => document.body.textContent)).not.toContain('看在7月19日');
      await notes.getByRole('button', { name: '黑屏' }).click();
      await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-part=black]')?.hidden === false);
      await context.close();
    }
  });

  it('is led by touch at 360 px, in targets of 44 px', async () => {
    const page = await open('lessons/overview', [360, 640]);
    await page.touchscreen.tap(300, 300);
    expect(await at(page)).toMatch(/^2\//);
    await page.touchscreen.tap(30, 300);
    expect(await at(page)).toMatch(/^1\//);
    const swipe = (from: number, to: number) =>
      page.evaluate(([x, end]) => {
        const stage = document.querySelector('[data-part=stage]')!;
        const touch = (clientX: number) => new Touch({ identifier: 1, target: stage, clientX, clientY: 300 });
        stage.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(x!)], changedTouches: [touch(x!)] }));
        stage.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [touch(end!)] }));
      }, [from, to]);
    await swipe(300, 80);
    expect(await at(page)).toMatch(/^2\//);
    await swipe(80, 300);
    expect(await at(page)).toMatch(/^1\//);
    await page.getByRole('button', { name: '下一屏' }).tap();
    await page.getByRole('button', { name: '菜单' }).tap();
    const small = await page.locator('.meeting button:visible, .meeting a:visible, .meeting input:visible, .meeting select:visible').evaluateAll((all) => all.filter((element) => element.getBoundingClientRect().height < 44 || element.getBoundingClientRect().width < 44).map((element) => element.textContent));
    expect(small).toEqual([]);
    await page.context().close();
  });

  it('takes a basket from the device and from a link, and says what it cannot open', async () => {
    const page = await open('lessons/overview');
    await page.evaluate(() => localStorage.setItem('basket', JSON.stringify({ items: ['cases/xiadang', 'quotes/q-huixin-lili', 'glossary/xinfang', 'timeline/t-1989-07-19', 'span/1988-1988', 'own/0', 'plans/party-meeting-45', 'forms/wenti-qingdan'], own: [{ title: '开场白', words: '同志们，今天学两篇。' }], title: '专题学习' })));
    await page.goto(`${site}/meet/?basket`);
    await page.waitForSelector(shown);
    expect(await content(page)).toContain('专题学习');
    const { words, wrong } = await walk(page);
    expect(wrong).toEqual([]);
    for (const part of ['一周以后，7月26日', '历历在目', '群众以写信、上门等办法', '同志们，今天学两篇。', '主持人念上一次定下的事']) expect(words).toContain(part);
    for (const [address, words] of [['?lessons/none', '没有找到这一篇'], ['?b=broken', '讲义篮是空的']] as const) {
      await page.goto(`${site}/meet/${address}`);
      await page.waitForSelector('[data-meet-problem]:not([hidden])');
      expect(await page.textContent('[data-meet-problem]')).toContain(words);
    }
    await page.route('**/items.json', (route) => route.abort());
    await page.goto(`${site}/meet/?lessons/overview`);
    await page.waitForSelector('[data-meet-problem]:not([hidden])');
    expect(await page.textContent('[data-meet-problem]')).toContain('请检查网络');
    expect(complaints.splice(0).filter((words) => !words.includes('ERR_FAILED'))).toEqual([]);
    await page.context().close();
  });

  it('goes on where the device keeps nothing, and says so', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new Error('full');
      };
    });
    const page = await open('lessons/overview', [1024, 768], context);
    await press(page, 'PageDown');
    expect(await at(page)).toMatch(/^2\//);
    expect(await page.textContent('[data-part=status]')).toContain('只在这一页有效');
    await context.close();
  });

  it('says without scripts what it needs, and leads to the plain texts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/meet/?plans/party-meeting-45`);
    expect(await page.locator('[data-meet-scripts]').isVisible()).toBe(true);
    await page.getByRole('link', { name: '文字版' }).first().click();
    expect(page.url()).toContain('/plans/');
    await context.close();
  });

  it('puts a whole plan into the basket with one action, and takes it out again', async () => {
    const page = listen(await browser.newPage());
    await page.goto(`${site}/plans/party-meeting-45/`);
    const button = page.locator('add-all-to-basket button');
    await button.click();
    const stored = () => page.evaluate(() => (JSON.parse(localStorage.getItem('basket') ?? '{}') as { items: string[] }).items);
    expect(await stored()).toEqual(['plans/party-meeting-45', 'quotes/q-xi-sixia-siju', 'cases/xiadang', 'lessons/on-site-work', 'quotes/q2-mao-zhuaerbujin', 'forms/zeren-qingdan', 'forms/xuexi-qiandao', 'forms/xuexi-jilu']);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('link', { name: '领学模式' }).getAttribute('href')).toBe('/meet/?plans/party-meeting-45');
    await button.click();
    expect(await stored()).toEqual([]);
    await page.close();
  });

  it('leaves no message in the console', () => expect(complaints).toEqual([]));
});
