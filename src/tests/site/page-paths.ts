import { readdirSync } from 'node:fs';

/** All HTML pages of the built site, as paths of the site ("/", "/cases/xiadang/"). */
export function pagesOf(dist = 'dist'): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') || file === '404.html')
    .map((file) => `/${file.split('\\').join('/').replace(/index\.html$/, '')}`)
    .sort();
}
