import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { concatTransformationMatrix, drawObject, PDFDocument, popGraphicsState, pushGraphicsState, type PDFPage } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import { descendants } from '../../features/export/tree.ts';
import { emptyBasket, type Basket } from '../../features/handout/basket.ts';
import { encodeBasket } from '../../features/handout/basket-link.ts';
import type { DownloadItem } from './items.ts';
import type { MadeFile } from './links.ts';
import { compactPdf, publishLinks } from './pdf.ts';

/** What belongs to a plan: its own sheets, what is read, and the blank forms, in the order of use. */
export interface PlanSet {
  plan: DownloadItem;
  basket: Basket;
  /** Pages whose files go into the plan's archive; blank forms are also the last items of the booklet. */
  members: DownloadItem[];
  forms: DownloadItem[];
}

/** Reads from the pages of the plans what each of them uses. */
export function planSets(items: readonly DownloadItem[], base: string): PlanSet[] {
  const byPath = new Map(items.map((item) => [item.path, item]));
  return items
    .filter(({ path }) => /^\/plans\/[^/]+\/$/.test(path))
    .map((plan): PlanSet => {
      const links = descendants(plan.article, ({ tag }) => tag === 'a').map(({ attributes }) => (attributes.href ?? '').slice(base.length).replace(/#.*$/, ''));
      const used = [...new Set(links)];
      const texts = used.filter((path) => /^\/(?:lessons|cases|essays)\/[^/]+\/$/.test(path));
      const quotes = used.filter((path) => /^\/quotes\/[^/]+\/$/.test(path));
      const forms = [...new Set(used.filter((path) => /^\/forms\/[^/]+\//.test(path)).map((path) => path.replace(/sheet\/$/, '')))].flatMap((path) => byPath.get(`${path}sheet/`) ?? []);
      const names = [plan.path, ...texts, ...quotes, ...forms.map(({ path }) => path.replace(/sheet\/$/, ''))].map((path) => path.slice(1, -1));
      const members = [plan, byPath.get(`${plan.path}leader/`), ...texts.map((path) => byPath.get(path)), ...forms].filter((item): item is DownloadItem => item !== undefined);
      return { plan, members, forms, basket: { ...emptyBasket, items: names, title: plan.title } };
    });
}

/** Prints the booklet of a plan on the page that readers have for their own handouts; blank forms are its last items. */
export async function printBooklet(browser: Browser, origin: string, base: string, set: PlanSet, address: string): Promise<Uint8Array> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${origin}${base}/handout/sheets/?b=${encodeBasket(set.basket)}`);
    await page.waitForSelector('#sheets[data-pages]', { timeout: 120_000 });
    const items = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.item[id]')].map((element) => element.dataset.item));
    if (items.join() !== set.basket.items.join()) throw new Error(`${set.plan.path} 的合订本少了内容：应有 ${set.basket.items.join('、')}，只有 ${items.join('、')}`);
    // The address of this moment's server is nobody's business; the published one stands on paper, or the path alone.
    await page.evaluate((published) => document.querySelectorAll('print-facts,.use').forEach((facts) => (facts.textContent = (facts.textContent ?? '').replace(location.origin, published))), address);
    await publishLinks(page, address);
    return await compactPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }), set.plan.updated);
  } finally {
    await context.close();
  }
}

const paper = { A3: [1190.55, 841.89], A4: [841.89, 595.28] } as const;

/** Orders pages for sheets folded once and laid into each other: of n pages the last and the first, the second and the last but one. */
export function folded(pages: number): [number, number][] {
  const total = Math.ceil(pages / 4) * 4;
  return Array.from({ length: total / 2 }, (_, side) => (side % 2 === 0 ? [total - 1 - side, side] : [side, total - 1 - side]));
}

/** Two pages side by side in the order of a booklet, for printing on both sides, turned over the short edge. */
export async function impose(pdf: Uint8Array, size: keyof typeof paper, date: string): Promise<Uint8Array> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  const made = await PDFDocument.create({ updateMetadata: false });
  const [width, height] = paper[size];
  const embedded = await made.embedPdf(source, source.getPageIndices());
  const place = (page: PDFPage, at: number, left: number) => {
    const one = embedded[at];
    if (!one) return;
    const landscape = one.width > one.height;
    const scale = Math.min(width / 2 / (landscape ? one.height : one.width), height / (landscape ? one.width : one.height));
    // Names of our own: the library's have chance in them, and the same content must give the same bytes.
    const name = page.node.newXObject(`P${at}`, one.ref);
    const matrix = landscape ? concatTransformationMatrix(0, scale, -scale, 0, left + one.height * scale, 0) : concatTransformationMatrix(scale, 0, 0, scale, left, 0);
    page.pushOperators(pushGraphicsState(), matrix, drawObject(name), popGraphicsState());
  };
  for (const [left, right] of folded(embedded.length)) {
    const page = made.addPage([width, height]);
    place(page, left, 0);
    place(page, right, width / 2);
  }
  return compactPdf(await made.save(), date);
}

/** One archive of files already made; a fixed time in it, so that the same files give the same bytes. */
export function archive(site: string, files: readonly MadeFile[], date: string): Uint8Array {
  const entries = files.filter(({ address }) => existsSync(join(site, address))).map(({ saveAs, address }): [string, Uint8Array] => [saveAs, readFileSync(join(site, address))]);
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: new Date(`${date}T12:00:00`) });
}
