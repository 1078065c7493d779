import { below, run } from './usb.ts';

const texts = new Map<string, { type: string; text: string }>();
const loading = new Map<string, Promise<void>>();

/** Called by the data files. */
export const take = (file: string, type: string, text: string): void => void texts.set(file, { type, text });

/** A file of the site from its data file; undefined where there is none. */
async function answer(address: string): Promise<Response> {
  const found = below(address);
  const path = found ? (found.path === '' || found.path.slice(-1) === '/' ? `${found.path}index.html` : found.path) : '';
  if (!path) throw new TypeError(`${address}: not on this disk`);
  const asked = loading.get(path) || run(`usb/data/${path}.js`);
  loading.set(path, asked);
  await asked;
  const { type, text } = texts.get(path) || { type: '', text: '' };
  return new Response(text, { status: 200, headers: { 'content-type': type } });
}

/** On a disk nothing may be fetched. What the site's scripts fetch comes from classic scripts instead. */
export function lendFetch(): void {
  window.fetch = (input: RequestInfo | URL) => answer(typeof input === 'string' ? input : input instanceof URL ? input.href : input.url);
}
