import { readdirSync } from 'node:fs';

/** All HTML pages of a built site, as addresses ("/", "/cases/xiadang/", "/404.html"). */
export function pagesOf(dist = 'dist'): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') || file === '404.html')
    .map((file) => `/${file.split('\\').join('/').replace(/index\.html$/, '')}`)
    .sort();
}
