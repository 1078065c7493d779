import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from '../pages.ts';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The pages of a finished site that search engines may list, with the day of their content where they tell it. */
export function listedPages(folder: string): { path: string; updated: string | undefined }[] {
  return pagesOf(folder)
    .filter((path) => path.endsWith('/'))
    .flatMap((path) => {
      const html = readFileSync(join(folder, path, 'index.html'), 'utf8');
      return html.includes('<meta name="robots" content="noindex">') ? [] : [{ path, updated: /<article[^>]* data-updated="([0-9-]+)"/.exec(html)?.[1] }];
    });
}

/**
 * Writes robots.txt, and sitemap.xml where the site's address is known: the sitemap protocol allows absolute addresses
 * only, so without one there is no sitemap. Returns how many pages are listed.
 */
export function writeSitemap(folder: string, origin: string, base: string): number {
  const pages = origin ? listedPages(folder) : [];
  if (origin) {
    const rows = pages.map(({ path, updated }) => `  <url><loc>${escape(origin + base + path)}</loc>${updated ? `<lastmod>${updated}</lastmod>` : ''}</url>`);
    writeFileSync(join(folder, 'sitemap.xml'), `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`);
  }
  writeFileSync(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\n${origin ? `\nSitemap: ${origin}${base}/sitemap.xml\n` : ''}`);
  return pages.length;
}
