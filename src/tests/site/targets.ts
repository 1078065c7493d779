import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsOf } from '../../features/search/reading-text.ts';
import { builtPages, type BuiltPage } from './dist.ts';

/** An address that the site gives somewhere, and the file that gives it. */
export interface Target {
  from: string;
  to: string;
}

const ofPage = ({ path, html, elements }: BuiltPage): Target[] => {
  const found = elements.flatMap(({ name, attribs }) => [
    // Whatever begins with a slash is an address, in data attributes too; a key of the keyboard has a word behind it.
    ...Object.values(attribs).filter((value) => /^\/(?:\S+)?$/.test(value)),
    ...(['href', 'src', 'action', 'content'] as const).map((key) => attribs[key] ?? '').filter((value) => /^(?:#.|\.|https?:)/.test(value)),
    ...(attribs.srcset ?? '').split(',').map((part) => part.trim().split(' ')[0] ?? '').filter(Boolean),
    ...(name === 'meta' && attribs['http-equiv'] === 'refresh' ? [(attribs.content ?? '').replace(/^.*url=/i, '')] : []),
  ]);
  return [...found, ...recordsOf(html, path).map(({ url }) => url)].map((to) => ({ from: path, to }));
};

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value)].flatMap((inner) => (typeof inner === 'string' ? [inner] : strings(inner)));
}

/** Addresses in a file that is no page: links of XML, strings of JSON, pictures of style sheets, chunks of scripts. */
function ofFile(from: string, text: string): Target[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const found = (): string[] => {
    if (/\.xml$/.test(from)) return [...all(/(?:href|template)="([^"]+)"/g), ...all(/<(?:loc|Image[^>]*|id)>([^<]+)</g)].filter((to) => !to.startsWith('urn:') && !to.startsWith('tag:'));
    if (/\.json$/.test(from)) return strings(JSON.parse(text)).filter((value) => /^(?:https?:\/\/\S+|\/(?:[\w.~/-]+)?(?:#[\w%.-]+)?)$/.test(value));
    if (/\.css$/.test(from)) return all(/url\((?!["']?data:)["']?([^"')]+)/g);
    if (/^\/assets\/.*\.js$/.test(from)) return [...all(/["'`](\.\/[\w.-]+\.(?:js|css))["'`]/g), ...all(/["'`](assets\/[\w.-]+\.(?:js|css))["'`]/g).map((to) => `/${to}`)];
    return [];
  };
  return found().map((to) => ({ from, to }));
}

/** All that a built site points to: pages, records of the search, feed, site map, data files, scripts, styles. */
export function targets(dist: string, pages: readonly BuiltPage[] = builtPages(dist)): Target[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.split('\\').join('/')}`)
    // Lists of file names and of the packages of the build are no addresses.
    .filter((file) => /\.(?:xml|json|css|js)$/.test(file) && !/^\/(?:pagefind\/|search\/|sbom|offline\/manifest)/.test(file));
  return [...pages.flatMap(ofPage), ...files.flatMap((file) => ofFile(file, readFileSync(join(dist, file), 'utf8')))];
}

/** Those that lead nowhere: no such file, no such place in the page. Addresses elsewhere are not looked at. */
export function brokenTargets(dist: string, all: readonly Target[], origin = ''): string[] {
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string) => {
    if (!ids.has(file)) ids.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/\sid="?([^"\s>]+)/g)].map(([, id = '']) => id)));
    return ids.get(file) ?? new Set();
  };
  return all.flatMap(({ from, to }) => {
    const own = origin && to.startsWith(`${origin}/`) ? to.slice(origin.length) : to;
    if (/^[a-z]+:/i.test(own)) return [];
    const { pathname, hash } = new URL(own, `http://x${from}`);
    const path = decodeURIComponent(pathname);
    const page = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    // A folder of data is named by its own address.
    if (!existsSync(page)) return /^\/(?:pagefind|search\/(?:data|text)\/\w+|data)\/$/.test(path) && existsSync(join(dist, path)) ? [] : [`${from} -> ${to}`];
    return hash && page.endsWith('.html') && !idsOf(page).has(decodeURIComponent(hash.slice(1))) ? [`${from} -> ${to}`] : [];
  });
}
