import { addressOf, hashLength, isPage, normalPage, versionText, type HeldFile, type Manifest } from '../manifest.ts';
import { listAddress } from './cupboard.ts';
import { base } from './scope.ts';

/** A file came, and is not what the list says: cut short, changed on the way, or of another version. */
export class DamagedFile extends Error {}

/** Milliseconds after which one file is given up. */
const patience = 45_000;

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => (256 + byte).toString(16).slice(1)).join('');

export const hashOf = async (bytes: ArrayBuffer | Uint8Array): Promise<string> => hex(await crypto.subtle.digest('SHA-256', bytes as BufferSource)).slice(0, hashLength);

/** The body of an answer as it is listed and kept. */
async function bodyOf(path: string, response: Response): Promise<ArrayBuffer> {
  const bytes = await response.arrayBuffer();
  if (!isPage(path)) return bytes;
  return new TextEncoder().encode(normalPage(new TextDecoder().decode(bytes))).buffer as ArrayBuffer;
}

/** The body if it is what the list says, else undefined. */
export async function verified(path: string, [hash, size]: HeldFile, response: Response): Promise<ArrayBuffer | undefined> {
  const body = await bodyOf(path, response);
  return body.byteLength === size && (await hashOf(body)) === hash ? body : undefined;
}

export const typeOf = (response: Response): string => response.headers.get('content-type') || 'application/octet-stream';

/** Fetches with an end to waiting, and one from outside. */
export async function fetchWithin(request: Request | string, milliseconds: number, options: RequestInit = {}, stop?: AbortSignal): Promise<Response> {
  const control = new AbortController();
  const end = () => control.abort();
  const timer = setTimeout(end, milliseconds);
  if (stop) stop.addEventListener('abort', end);
  try {
    return await fetch(request, { ...options, signal: control.signal });
  } finally {
    clearTimeout(timer);
    if (stop) stop.removeEventListener('abort', end);
  }
}

/** Fetches a file and checks it, a second time past the browser's own cache. Throws DamagedFile, or what the network threw. */
export async function fetchFile(path: string, file: HeldFile, stop: AbortSignal): Promise<{ body: ArrayBuffer; type: string }> {
  for (const cache of ['default', 'reload'] as const) {
    const response = await fetchWithin(base() + addressOf(path), patience, { cache, credentials: 'same-origin' }, stop);
    const body = response.ok ? await verified(path, file, response) : undefined;
    if (body) return { body, type: typeOf(response) };
  }
  throw new DamagedFile(path);
}

/** Fetches the list of files as it stands on the site now. One that was cut or changed on the way is damaged. */
export async function fetchManifest(): Promise<Manifest> {
  const response = await fetchWithin(listAddress(), patience, { cache: 'no-cache', credentials: 'same-origin' });
  if (!response.ok) throw new DamagedFile(`${response.status}`);
  let manifest: Manifest;
  try {
    manifest = (await response.json()) as Manifest;
    if ((await hashOf(new TextEncoder().encode(versionText(manifest)))) !== manifest.version) throw new Error('version');
  } catch (_error) {
    throw new DamagedFile('manifest');
  }
  return manifest;
}
