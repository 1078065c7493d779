import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { norm } from '../../text/norm.ts';
import { launch } from '../../tools/browser.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe('pages of charts, places and the two sheets', () => {
  it.each([320, 768, 1280])('hold their width at %i px, light and dark, without a message or a request elsewhere', async (width) => {
    const trouble: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      page.on('console', (message) => trouble.push(message.text()));
      page.on('request', (request) => request.url().startsWith(site) || trouble.push(`request to ${request.url()}`));
      for (const path of ['/charts/', '/places/', '/timeline/sheet/', '/cases/zhuanghe-jiefang/']) {
        await page.goto(site + path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) trouble.push(`${path} is ${wide} px wide`);
      }
      await context.close();
    }
    expect(trouble).toEqual([]);
  });

  it('keep words of charts and maps at 12 px or more on a phone, inside their drawing and off each other', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
    for (const path of ['/charts/', '/places/']) {
      await page.goto(site + path);
      const drawings = await page.evaluate(() =>
        [...document.querySelectorAll('figure.chart > svg, figure.map > svg')].map((svg) => {
          const frame = svg.getBoundingClientRect();
          const scale = (svg as SVGSVGElement).viewBox.baseVal?.width ? frame.width / (svg as SVGSVGElement).viewBox.baseVal.width : 1;
          return {
            frame: { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom },
            texts: [...svg.querySelectorAll('text')].map((text) => {
              const { left, right, top, bottom } = text.getBoundingClientRect();
              return { words: text.textContent ?? '', size: Number.parseFloat(getComputedStyle(text).fontSize) * scale, left, right, top, bottom };
            }),
          };
        }),
      );
      expect(drawings.length).toBeGreaterThan(1);
      for (const { frame, texts } of drawings) {
        for (const text of texts) {
          expect(text.size, text.words).toBeGreaterThanOrEqual(12);
          expect(text.left, text.words).toBeGreaterThanOrEqual(frame.left);
          expect(text.right, text.words).toBeLessThanOrEqual(frame.right);
          expect(text.bottom, text.words).toBeLessThanOrEqual(frame.bottom + 1);
        }
        // Boxes of lines are a little higher than their characters; two pixels of them may meet.
        const clash = texts.flatMap((a, at) => texts.slice(at + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 4 && b.top < a.bottom - 4).map((b) => `${a.words} / ${b.words}`));
        expect(clash).toEqual([]);
      }
    }
    await page.close();
  });

  it('print every place and every number', async () => {
    const { places, series } = loadRegister();
    const page = await browser.newPage();
    const wordsOf = async (path: string) => {
      await page.goto(site + path);
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      let all = '';
      for (let number = 1; number <= pdf.numPages; number += 1) all += (await (await pdf.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('');
      return norm(all);
    };
    const map = await wordsOf('/places/');
    for (const { lat, lon } of places.values()) if (lat !== undefined) expect(map).toContain(norm(`约北纬${lat}度，东经${lon}度`));
    const charts = await wordsOf('/charts/');
    for (const { points } of series.values()) for (const { value, shown } of points) if (!shown) expect(charts).toContain(norm(String(value)));
    await page.close();
  });
});
