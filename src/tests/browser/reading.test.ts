import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';

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

async function reader({ width = 1280, kept = {}, script }: { width?: number; kept?: Record<string, string>; script?: () => void } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, hasTouch: width < 500 });
  contexts.push(context);
  await context.addInitScript((values) => {
    for (const [key, value] of Object.entries(values)) if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }, kept);
  if (script) await context.addInitScript(script);
  return context.newPage();
}

/** A voice that says nothing and waits to be told that it has ended. */
const fakeVoice = () => {
  const said: { text: string; rate: number; lang: string }[] = [];
  let current: SpeechSynthesisUtterance | undefined;
  const speech = {
    getVoices: () => [{ lang: 'en-US', name: 'en', localService: true }, { lang: 'zh-CN', name: 'zh', localService: true }],
    addEventListener: () => undefined,
    speak: (utterance: SpeechSynthesisUtterance) => {
      current = utterance;
      said.push({ text: utterance.text, rate: utterance.rate, lang: utterance.lang });
    },
    cancel: () => {
      const stopped = current;
      current = undefined;
      if (stopped) stopped.onerror?.({ error: 'canceled' } as SpeechSynthesisErrorEvent);
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { text: string; rate = 1; lang = ''; voice: unknown; onend: unknown; onerror: unknown; constructor(words: string) { this.text = words; } } });
  Object.assign(window, { said, isSpeaking: () => Boolean(current), finish: () => (current as unknown as { onend: () => void }).onend() });
};
interface Voiced { said: { text: string; rate: number; lang: string }[]; finish: () => void; isSpeaking: () => boolean }
const last = (page: Page) => page.evaluate(() => (window as unknown as Voiced).said.slice(-1)[0]);
const finish = (page: Page) => page.evaluate(() => (window as unknown as Voiced).finish());
const speaking = (page: Page) => page.evaluate(() => (window as unknown as Voiced).isSpeaking());
const marked = (page: Page) => page.evaluate(() => [...((CSS.highlights.get('speaking') ?? []) as Iterable<Range>)].map(String).join(''));

describe('reading aloud', () => {
  it('is not offered where there is no Chinese voice', async () => {
    const page = await reader({ script: () => Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'en-US' }], addEventListener: () => undefined } }) });
    await page.goto(site + text);
    expect(await page.getByRole('button', { name: '朗读' }).count()).toBe(0);
  });

  it('goes sentence by sentence with the sentence marked, by keyboard alone', async () => {
    const page = await reader({ script: fakeVoice });
    await page.goto(site + text);
    await page.getByRole('button', { name: '朗读' }).press('Enter');
    await page.locator('.aloud-bar').waitFor();
    expect(await last(page)).toEqual({ text: '三进下党', rate: 1, lang: 'zh-CN' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('暂停');
    await finish(page);
    const first = (await last(page))?.text ?? '';
    expect(first).toBe('1989年两次、1996年一次，习近平到寿宁县下党乡。');
    expect(await marked(page)).toBe(first);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const second = (await last(page))?.text ?? '';
    expect(second).not.toBe(first);
    expect(await marked(page)).toBe(second);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await last(page))?.text).toBe(first);
    await page.getByRole('button', { name: '暂停' }).press('Enter');
    expect(await speaking(page)).toBe(false);
    await page.getByRole('button', { name: '继续' }).press('Enter');
    expect((await last(page))?.text).toBe(first);
    await page.getByLabel('语速').selectOption('1.25');
    expect((await last(page))?.rate).toBe(1.25);
    await page.keyboard.press('Escape');
    expect(await speaking(page)).toBe(false);
    expect(await page.locator('.aloud-bar').count()).toBe(0);
    expect(await marked(page)).toBe('');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('朗读');
  });

  it('reads the text and nothing beside it: no numbers, marks, sources, tools', async () => {
    const page = await reader({ script: fakeVoice });
    await page.goto(site + text);
    await page.getByRole('button', { name: '朗读' }).click();
    await page.locator('.aloud-bar').waitFor();
    for (let at = 0; at < 400 && (await speaking(page)); at += 1) await finish(page);
    const said = await page.evaluate(() => (window as unknown as Voiced).said.map((spoken) => spoken.text));
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((words) => /\[\d+\]|打印讲义|EB\/OL|本页目录/.test(words))).toEqual([]);
    expect(new Set(said).size).toBeGreaterThan(said.length * 0.95);
    const paragraph = await page.locator('#p2').evaluate((block) => {
      const copy = block.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('.n, .sn, sup').forEach((part) => part.remove());
      return copy.textContent;
    });
    expect(said.join('')).toContain(paragraph);
    expect(await page.locator('.aloud-bar').count()).toBe(0);
  });

  it('begins at the paragraph whose menu was opened, marks it where sentences cannot be, and stops when leaving', async () => {
    const page = await reader({ width: 360, script: () => {
      Object.defineProperty(CSS, 'highlights', { value: undefined });
    } });
    await page.addInitScript(fakeVoice);
    await page.goto(site + text);
    await page.locator('#p2 .n').tap();
    await page.getByRole('button', { name: '从这一段朗读' }).tap();
    await page.locator('.aloud-bar').waitFor();
    expect((await last(page))?.text).toBe('三次办的事不同。');
    expect(await page.locator('.speaking').getAttribute('id')).toBe('p2');
    const small = await page.locator('.aloud-bar button, .aloud-bar select').evaluateAll((found) => found.filter((element) => element.getBoundingClientRect().height < 44 || element.getBoundingClientRect().right > 360).length);
    expect(small).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(await speaking(page)).toBe(false);
    expect(await page.locator('.aloud-bar, .speaking').count()).toBe(0);
  });

  it('says so where the device reads nothing', async () => {
    const page = await reader({ script: fakeVoice });
    await page.goto(site + text);
    await page.evaluate(() => {
      window.speechSynthesis.speak = (utterance) => utterance.onerror?.({ error: 'synthesis-failed' } as SpeechSynthesisErrorEvent);
    });
    await page.getByRole('button', { name: '朗读' }).click();
    await page.getByText('这台设备没有读出来。').waitFor();
    expect(await page.getByRole('button', { name: '继续' }).isVisible()).toBe(true);
  });
});

describe('going on where reading stopped', () => {
  it('is offered by the text and the home page, and can be declined', async () => {
    const page = await reader({ width: 360 });
    await page.goto(site + text);
    await page.locator('#p8').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector('#p8')?.scrollIntoView());
    await page.waitForFunction(() => (localStorage.getItem('reading-places') ?? '').includes('"n":8'));
    await page.goto(`${site}/`);
    const link = page.locator('continue-reading a');
    expect(await link.textContent()).toBe('三进下党，第8段');
    await link.tap();
    await page.waitForFunction(() => document.querySelector('#p8:target'));
    expect(await page.locator('.go-on').count()).toBe(0);
    await page.goto(site + text.replace('xiadang', 'pujiang'));
    expect(await page.locator('.go-on').count()).toBe(0);
    await page.goto(site + text);
    expect(await page.locator('.go-on').textContent()).toContain('上次读到第8段。');
    await page.getByRole('link', { name: '接着读' }).press('Enter');
    await page.waitForFunction(() => document.querySelector('#p8:target'));
    await page.goto(site + text);
    await page.getByRole('button', { name: '不用了' }).tap();
    expect(await page.evaluate(() => localStorage.getItem('reading-places'))).toBe('[]');
    await page.goto(`${site}/`);
    expect(await page.locator('continue-reading').isVisible()).toBe(false);
  });
});

describe('pinyin', () => {
  it('stands over rare characters when asked for, goes again, and is no part of what is copied', async () => {
    const page = await reader();
    await page.goto(`${site}/cases/muling-jiefang/`);
    const before = await page.locator('article').textContent();
    expect(await page.locator('ruby').count()).toBe(0);
    await page.getByRole('button', { name: '阅读设置' }).click();
    await page.getByText('注拼音', { exact: true }).click();
    await page.locator('ruby').first().waitFor();
    expect(await page.locator('h1 ruby').first().evaluate((element) => element.innerHTML)).toBe('穆<rt>mù</rt>');
    expect(await page.locator('.notes ruby').count()).toBe(0);
    await page.goto(`${site}/cases/leiyang-xialai/`);
    await page.locator('ruby').first().waitFor();
    const block = await page.evaluate(() => document.querySelector('ruby')?.closest('[data-n]')?.id ?? document.querySelector('.prose [data-n] ruby')?.closest('[data-n]')?.id);
    await page.evaluate((id) => document.querySelector<HTMLElement>(`#${id} .n`)?.click(), block);
    const words = await page.evaluate(async () => {
      let copied = '';
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => ((copied = text), Promise.resolve()) } });
      [...document.querySelectorAll<HTMLElement>('.pmenu button')].find((button) => button.textContent?.startsWith('复制本段并'))?.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return copied;
    });
    expect(words).toContain('耒阳');
    expect(words.split('出处')[0]).not.toMatch(/lěi/);
    await page.goto(`${site}/cases/muling-jiefang/`);
    await page.locator('ruby').first().waitFor();
    await page.getByRole('button', { name: '阅读设置' }).click();
    await page.getByText('不注音').click();
    await page.waitForFunction(() => !document.querySelector('ruby'));
    expect(await page.locator('article').textContent()).toBe(before);
  });
});
