import { fileOf, isDownload, isPage, missingFile, shownPage, type Manifest } from '../manifest.ts';
import { heldFile, keptVersions } from './cupboard.ts';
import { fetchWithin, typeOf, verified } from './fetch-file.ts';
import { isLasting, type Keeper } from './keeper.ts';
import { base, type Fetching } from './scope.ts';

/** Milliseconds a later page is waited for while an earlier one is at hand. */
const soon = 3000;
/** Milliseconds a part of the search index is waited for while the text to search is at hand. */
const awhile = 6000;

/** The path of the file an address asks for, or undefined for what is none of the worker's business. */
export function pathOf(address: string): string | undefined {
  const url = new URL(address);
  const folder = new URL(base());
  if (url.origin !== folder.origin || url.pathname.indexOf(folder.pathname) !== 0) return undefined;
  try {
    return fileOf(decodeURIComponent(url.pathname.slice(folder.pathname.length)));
  } catch (_error) {
    return undefined;
  }
}

/** A file as it is kept, a page made whole again. */
async function fromCupboard(path: string, list: Manifest | undefined, status = 200): Promise<Response | undefined> {
  const file = list && list.files[path];
  const found = file && (await heldFile(file[0]).catch(() => undefined));
  if (!found || !list) return undefined;
  const { headers } = found;
  if (isPage(path)) return new Response(shownPage(await found.text(), list.index), { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
  return new Response(found.body, { status, headers });
}

/** The scripts, styles and search text of a page that was opened before an update. */
async function ofOlderVersion(path: string, keeper: Keeper): Promise<Response | undefined> {
  if (!isLasting(path)) return undefined;
  for (const version of await keptVersions()) {
    const found = await fromCupboard(path, await keeper.list(version));
    if (found) return found;
  }
  return undefined;
}

/** Keeps what came over the network, if it is whole and of the version at hand. */
async function keep(path: string, list: Manifest | undefined, response: Response, keeper: Keeper): Promise<void> {
  const file = list && list.files[path];
  if (!file || isDownload(path) || (await keeper.hashes()).has(file[0])) return;
  const body = await verified(path, file, response);
  if (!body) return;
  if (await keeper.put(file[0], body, typeOf(response))) await keeper.visit(path);
}

/**
 * Answers a request: what is kept first; the network for what is not; then a page that says so. While a later version is
 * known that is not complete here (no room, a broken line), pages come from the network first.
 */
export async function answer(event: Fetching, path: string, keeper: Keeper): Promise<Response> {
  const { request } = event;
  const state = await keeper.state();
  const list = await keeper.list(state.current);
  const isNavigation = request.mode === 'navigate';
  const kept = async (): Promise<Response | undefined> => (await fromCupboard(path, list)) || (await ofOlderVersion(path, keeper));
  const first = isNavigation && state.newer ? await fetchWithin(request.url, soon, { credentials: 'same-origin', redirect: 'manual' }).catch(() => undefined) : undefined;
  if (first && (first.ok || first.type === 'opaqueredirect')) {
    event.waitUntil(keeper.shown(event.resultingClientId, state.newer));
    return first;
  }
  const found = await kept();
  if (found) {
    if (isNavigation) event.waitUntil(keeper.shown(event.resultingClientId, state.current));
    return found;
  }
  try {
    const isPart = /^(?:search\/data|pagefind)\//.test(path);
    const response = isPart ? await fetchWithin(request, awhile) : await fetch(request);
    if (isNavigation) event.waitUntil(keeper.shown(event.resultingClientId, state.newer || state.current));
    if (response.ok && response.type === 'basic' && list && path in list.files) event.waitUntil(keep(path, list, response.clone(), keeper).catch(() => undefined));
    return response;
  } catch (_error) {
    if (!isNavigation) return Response.error();
    if (list && `${path}/index.html` in list.files) return Response.redirect(request.url.replace(/(?=[?#]|$)/, '/'), 302);
    return (await fromCupboard(missingFile, list, 503)) || Response.error();
  }
}
