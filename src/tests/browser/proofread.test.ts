import type { Browser, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { launch } from '../../tools/browser.ts';
import { mutations } from '../mutations.ts';

const site = inject('site');
const quotations = [...loadRegister().quotes.values()];
const wrongKinds = ['misquote', 'differs', 'formulation'];
let browser: Browser;
let page: Page;
const trouble: string[] = [];

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => request.url().startsWith(site) || trouble.push(`request to ${request.url()}`));
  page.on('request', (request) => request.method() === 'GET' || trouble.push(`${request.method()} ${request.url()}`));
  await page.goto(`${site}/proofread/`);
});
afterAll(() => browser?.close());

/** Pastes a text, checks it and waits for the answer. */
async function check(text: string): Promise<void> {
  const before = Number(await page.getAttribute('proof-read', 'data-turn'));
  await page.evaluate((words) => {
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.focus();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await page.getByRole('button', { name: '体检', exact: true }).click();
  await page.waitForFunction((turn) => Number((document.querySelector('proof-read') as HTMLElement).dataset.turn) > turn, before, { polling: 20 });
}

/** The remarks of some kinds: the paragraph each is on, the quotation it names, its words. */
const remarks = (kinds: readonly string[]) =>
  page.evaluate(
    (wanted) =>
      wanted.flatMap((kind) =>
        [...document.querySelectorAll(`#s-${kind} li`)].map((item) => ({
          paragraph: Number(/第(\d+)段/.exec(item.textContent ?? '')?.[1]),
          quote: /quotes\/([^/]+)\//.exec(item.querySelector('a[href*="/quotes/"]')?.getAttribute('href') ?? '')?.[1],
          words: item.textContent ?? '',
        })),
      ),
    [...kinds],
  );

/** What the page shows as the text under check, without the numbers of the remarks. */
const shownText = () =>
  page.evaluate(() => {
    const copy = document.querySelector('[data-text]')?.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('sup').forEach((sign) => sign.remove());
    return copy.textContent;
  });

describe('proofreading', () => {
  it('checks the sample: marks, remarks, and ways between them', async () => {
    await page.getByRole('button', { name: '试一段样文' }).click();
    await page.waitForSelector('proof-read[data-state=done]');
    expect(page.workers()).toHaveLength(1);
    expect(await shownText()).toBe(await page.inputValue('textarea'));
    for (const kind of ['misquote', 'differs', 'redaction', 'punctuation', 'marks', 'unknown', 'exact']) expect(await page.locator(`#s-${kind} li`).count(), kind).toBeGreaterThan(0);
    const differs = page.locator('#s-differs li').first();
    expect(await differs.locator('.diff del').first().textContent()).toBe('删情');
    expect(await differs.locator('.diff ins').allTextContents()).toEqual(['增场', '增还']);
    expect(await differs.getByRole('link', { name: '看这条论述' }).getAttribute('href')).toBe('/quotes/q-huixin-lili/');
    expect(await page.locator('#s-unknown').textContent()).toContain('库中未收，不等于错');
    await differs.locator('.where a').click();
    const place = page.locator(new URL(page.url()).hash);
    expect(await place.evaluate((element) => element.parentElement?.textContent)).toContain('三进下党');
    await page.locator('[data-text] sup a').first().click();
    expect(await page.locator(new URL(page.url()).hash).textContent()).toContain('历历在目');
  });

  it('copies a wording with its citation, and the whole report', async () => {
    await page.evaluate(() => {
      Object.defineProperty(window, 'ClipboardItem', { value: undefined });
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: (words: string) => Promise.resolve(((window as unknown as { copied: string }).copied = words)) } });
    });
    const copied = () => page.evaluate(() => (window as unknown as { copied: string }).copied);
    await page.locator('#s-differs li').first().getByRole('button').click();
    expect(await copied()).toMatch(/^“当年‘三进下党’的场景，我至今还历历在目。”——习近平.*2019年8月4日。$/);
    await page.getByRole('button', { name: '复制全部结果' }).click();
    expect(await copied()).toContain('对照：当年‘三进下党’的［误：情；正：场］景，我至今［少：还］历历在目');
  });

  it('finds 98 of 100 of 200 mutated quotations, with the right one', async () => {
    const wrong = mutations(quotations, 200, 23);
    const missed: string[] = [];
    for (let from = 0; from < wrong.length; from += 50) {
      const part = wrong.slice(from, from + 50);
      await check(part.map(({ wrong: words }, at) => (at % 2 === 0 ? `会上有人讲：“${words}”这话大家都熟。` : `会上有人讲过，${words}这话大家都熟。`)).join('\n'));
      const found = await remarks(wrongKinds);
      part.forEach(({ id, wrong: words }, at) => found.some(({ paragraph, quote }) => paragraph === at + 1 && quote === id) || missed.push(`${id} ${words}`));
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(4);
  });

  it('calls no registered quotation wrong', async () => {
    for (let from = 0; from < quotations.length; from += 100) {
      const part = quotations.slice(from, from + 100);
      await check(part.map(({ text }) => `会上讲：“${text}”大家都记下了。`).join('\n'));
      expect(await remarks([...wrongKinds, 'punctuation'])).toEqual([]);
      const exact = await remarks(['exact']);
      part.forEach(({ id }, at) => expect(exact.some(({ paragraph, quote }) => paragraph === at + 1 && quote === id), id).toBe(true));
    }
  });

  it.each([
    ['markup', '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>“<b>江山就是人民</b>,人民就是江山，人心向背关系党的生死存亡”'.repeat(20)],
    ['50 000 of one character', '的'.repeat(50_000)],
    ['50 000 slips', '基,'.repeat(25_000)],
    ['lone surrogates', `${'\ud800'.repeat(99)}没有调查，没有发言权${'\udfff'.repeat(99)}`],
    ['a refrain', '从群众中来，到群众中去，'.repeat(4_000)],
    ['open marks', '“'.repeat(20_000)],
  ])('takes %s', async (_name, text) => {
    await check(text);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect((await shownText())?.length).toBe(text.length);
    expect(await page.locator('[data-result] img, [data-result] script').count()).toBe(0);
  });

  it('says plainly what it does not take', async () => {
    await page.fill('textarea', '的'.repeat(50_001));
    await page.getByRole('button', { name: '体检', exact: true }).click();
    expect(await page.textContent('[data-status]')).toBe('超过50000字，请分成几段来检。');
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('button', { name: '体检', exact: true }).click();
    expect(await page.textContent('[data-status]')).toBe('先把文字贴进来。');
  });

  it('prints the result and nothing else', async () => {
    await page.getByRole('button', { name: '试一段样文' }).click();
    await page.waitForSelector('proof-read[data-state=done]');
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    let words = '';
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      words += items.map((item) => ('str' in item ? item.str : '')).join('').normalize('NFKC');
    }
    for (const wanted of ['体检结果', '对照登记的论述', '与登记的文字不同']) expect(words).toContain(wanted);
    for (const furniture of ['试一段样文', '复制全部结果', '看这条论述', '出处总表', '不发送到任何地方']) expect(words).not.toContain(furniture);
  });

  it('has asked nobody else for anything, and sent nothing', () => expect(trouble).toEqual([]));

  it('holds its width on a phone, with results', async () => {
    const phone = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await phone.goto(`${site}/proofread/`);
    await phone.getByRole('button', { name: '试一段样文' }).click();
    await phone.waitForSelector('proof-read[data-state=done]');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await phone.close();
  });

  it('says what it needs without a script, and where to look', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const bare = await context.newPage();
    await bare.goto(`${site}/proofread/`);
    expect(await bare.locator('noscript').textContent()).toContain('体检需要脚本');
    expect(await bare.locator('textarea').isVisible()).toBe(false);
    await context.close();
  });

  it('says so when its data cannot be had, and works when they can again', async () => {
    const context = await browser.newContext();
    const cut = await context.newPage();
    await cut.goto(`${site}/proofread/`);
    await context.route('**/proofread/data.json', (route) => route.abort());
    await cut.fill('textarea', '没有调查，没有发言权');
    await cut.getByRole('button', { name: '体检', exact: true }).click();
    await cut.waitForSelector('proof-read[data-state=error]');
    await context.unroute('**/proofread/data.json');
    await cut.getByRole('button', { name: '体检', exact: true }).click();
    await cut.waitForSelector('proof-read[data-state=done]');
    await context.close();
  });
});
