import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromHtml } from '../../features/export/parsed-tree.ts';
import { descendants, firstOf, hasClass, textOf } from '../../features/export/tree.ts';
import { drawsPictures, pictureOf } from '../../features/preview/address.ts';
import { origin, site } from '../../library/site.ts';
import { FileCache, sha256 } from '../downloads/cache.ts';
import { pagesOf } from '../pages.ts';
import { startDrawing } from './draw.ts';
import { pictureSvg, type PictureWords } from './picture.ts';

/** Changes when the way pictures are drawn changes, so that kept ones are not used again. */
const recipe = '1';

/** What the picture of a built page says; undefined for a page that names no picture. */
export function pictureWords(html: string): PictureWords | undefined {
  if (!html.includes('property="og:image"')) return undefined;
  const page = fromHtml(html);
  const meta = (property: string) => firstOf(page, ({ tag, attributes }) => tag === 'meta' && attributes.property === property)?.attributes.content ?? '';
  const kick = firstOf(page, (element) => hasClass(element, 'kick'));
  const heading = firstOf(page, ({ tag }) => tag === 'h1');
  const isQuotation = firstOf(page, (element) => hasClass(element, 'quotation')) !== undefined;
  const { name, seal } = site();
  return {
    site: name,
    seal,
    kick: kick ? descendants(kick, ({ tag }) => tag === 'a').map((link) => textOf(link).trim()).join(' · ') : '',
    title: (isQuotation && heading ? textOf(heading) : meta('og:title')).trim(),
    words: meta('og:description'),
    isQuotation,
  };
}

/**
 * Draws the pictures of link previews into `folder`/og, for the pages that name one. A picture whose words have not
 * changed comes from the cache. Returns how many were drawn.
 */
export async function makePreviews(folder: string, log: (line: string) => void, cache = new FileCache(join('.astro', 'previews'))): Promise<number> {
  if (!drawsPictures()) {
    log('链接预览图：OG=off，没有画。');
    return 0;
  }
  if (!origin()) {
    log('链接预览图：不知道网站的网址，没有画。用 SITE=https://网址 npm run build，或在 content/site.yaml 写 address。');
    return 0;
  }
  let draw: ((svg: string) => Buffer) | undefined;
  let drawn = 0;
  for (const path of pagesOf(folder)) {
    const words = pictureWords(readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8'));
    if (!words) continue;
    const svg = pictureSvg(words);
    const key = sha256(`${recipe}\0${svg}`).slice(0, 32);
    let png: Buffer | undefined = cache.get(key);
    if (!png) {
      draw ??= await startDrawing();
      png = draw(svg);
      cache.put(key, png);
      drawn += 1;
    }
    const file = join(folder, pictureOf(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, png);
  }
  cache.sweep();
  if (drawn > 0) log(`链接预览图：新画${drawn}张`);
  return drawn;
}
