import { headerPolicy } from './policy.ts';

/** One header line. */
export interface Header {
  name: string;
  value: string;
}

/** How long a kind of file may be kept. Paths are below the base; `*` stands for anything. */
export interface CacheRule {
  paths: readonly string[];
  value: string;
  /** Why, for the comment in the configuration. */
  why: string;
}

/** Headers of every answer. */
export const securityHeaders = (): Header[] => [
  { name: 'Content-Security-Policy', value: headerPolicy() },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  { name: 'Referrer-Policy', value: 'no-referrer' },
  { name: 'Permissions-Policy', value: 'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()' },
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { name: 'Cross-Origin-Resource-Policy', value: 'same-site' },
  // For kernels that do not know frame-ancestors.
  { name: 'X-Frame-Options', value: 'SAMEORIGIN' },
];

/** Caching. What is not listed is asked for anew each time and answered with 304 when it is unchanged. */
export const cacheRules: readonly CacheRule[] = [
  { paths: ['/assets/*', '/search/data/*', '/search/text/*'], value: 'public, max-age=31536000, immutable', why: '文件名或文件夹名随内容变，可以长存' },
  { paths: ['/downloads/*', '/og/*'], value: 'public, max-age=86400', why: '改了内容才变，存一天' },
];

/** For everything else. */
export const defaultCache = 'no-cache';

/** Types that servers tend not to know. */
export const types: Readonly<Record<string, string>> = {
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
};
