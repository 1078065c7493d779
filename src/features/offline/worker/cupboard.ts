import { manifestFile, type Manifest } from '../manifest.ts';
import type { Problem } from '../messages.ts';
import { Shut, shut, write } from './gate.ts';
import { base, cachePrefix, scope } from './scope.ts';

/** What outlives the worker, which the browser may end at any time. */
export interface State {
  /** Version that pages are shown with; empty before the first list was had. */
  current: string;
  /** A later one whose files are still being fetched. */
  newer: string;
  library: boolean;
  downloads: boolean;
  plans: string[];
  visited: string[];
  /** Files of the pages that lie in the reader's basket. */
  basket: string[];
  paused: boolean;
  /** The reader saves data: the text of the search is not fetched unasked. */
  lean: boolean;
  checked: number;
  problem: Problem;
  /** The version each open page was shown with. */
  clients: Record<string, string>;
}

export const freshState: State = { current: '', newer: '', library: false, downloads: false, plans: [], visited: [], basket: [], paused: false, lean: false, checked: 0, problem: '', clients: {} };

/** Number of the form in which things are kept; another number starts empty. */
const form = '1';
const filesName = () => `${cachePrefix()}${form}:files`;
const notesName = () => `${cachePrefix()}${form}:notes`;
const note = (name: string) => `${base()}offline/held/${name}`;
const fileKey = (hash: string) => note(`file/${hash}`);
const manifestKey = (version: string) => note(`list/${version}`);

/** Reads from a cache without making it: `open` would bring an empty one back after all was deleted. */
const look = (cacheName: string, key: string): Promise<Response | undefined> => caches.match(key, { cacheName });
const keysOf = async (cacheName: string): Promise<readonly Request[]> => {
  if (shut() || !(await caches.has(cacheName))) return [];
  return write(async () => (await caches.open(cacheName)).keys()).catch((error: unknown) => {
    if (error instanceof Shut) return [];
    throw error;
  });
};

async function readNote<Note>(key: string): Promise<Note | undefined> {
  try {
    const found = await look(notesName(), key);
    return found ? ((await found.json()) as Note) : undefined;
  } catch (_error) {
    return undefined;
  }
}

const writeNote = (key: string, value: unknown): Promise<void> => write(async () => (await caches.open(notesName())).put(key, new Response(JSON.stringify(value))));

export const readState = async (): Promise<State> => ({ ...freshState, ...(await readNote<Partial<State>>(note('state'))) });

/** Keeps the state. On a full device it is kept in the worker's memory only, which is all that can be done. */
export const writeState = (state: State): Promise<void> => writeNote(note('state'), state).catch(() => undefined);

export const readManifest = (version: string): Promise<Manifest | undefined> => readNote<Manifest>(manifestKey(version));
export const writeManifest = (manifest: Manifest): Promise<void> => writeNote(manifestKey(manifest.version), manifest);

/** Versions whose lists are kept. */
export async function keptVersions(): Promise<string[]> {
  return (await keysOf(notesName())).map(({ url }) => url.split('/list/')[1] || '').filter(Boolean);
}

export const dropManifest = (version: string): Promise<boolean> => write(async () => (await caches.open(notesName())).delete(manifestKey(version))).catch(() => false);

/** Files are kept by their content, so versions share what did not change between them. */
export const heldFile = (hash: string): Promise<Response | undefined> => look(filesName(), fileKey(hash));
export const holdFile = (hash: string, body: ArrayBuffer, type: string): Promise<void> => write(async () => (await caches.open(filesName())).put(fileKey(hash), new Response(body, { headers: { 'content-type': type, 'content-length': String(body.byteLength) } })));
export const dropFile = (hash: string): Promise<boolean> => write(async () => (await caches.open(filesName())).delete(fileKey(hash))).catch(() => false);

export async function heldHashes(): Promise<Set<string>> {
  return new Set((await keysOf(filesName())).map(({ url }) => url.split('/file/')[1] || ''));
}

/** Takes away everything of this site but the caches named. */
export async function dropCaches(except: readonly string[] = []): Promise<void> {
  for (const name of await caches.keys()) if (name.indexOf(cachePrefix()) === 0 && except.indexOf(name) < 0) await caches.delete(name);
}

/** Takes away what other forms of this worker left. */
export const dropOtherForms = (): Promise<void> => dropCaches([filesName(), notesName()]);

export const listAddress = (): string => base() + manifestFile;

/** Windows of this site that are open now. */
export const openWindows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
