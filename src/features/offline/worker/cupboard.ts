import { manifestFile, type Manifest } from '../manifest.ts';
import type { Problem } from '../messages.ts';
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
  paused: boolean;
  /** The reader saves data: the text of the search is not fetched unasked. */
  lean: boolean;
  checked: number;
  problem: Problem;
  /** The version each open page was shown with. */
  clients: Record<string, string>;
}

export const freshState: State = { current: '', newer: '', library: false, downloads: false, plans: [], visited: [], paused: false, lean: false, checked: 0, problem: '', clients: {} };

/** Number of the form in which things are kept; another number starts empty. */
const form = '1';
const filesName = () => `${cachePrefix()}${form}:files`;
const notesName = () => `${cachePrefix()}${form}:notes`;
const note = (name: string) => `${base()}offline/held/${name}`;
const fileKey = (hash: string) => note(`file/${hash}`);
const manifestKey = (version: string) => note(`list/${version}`);

async function readNote<Note>(key: string): Promise<Note | undefined> {
  try {
    const found = await (await caches.open(notesName())).match(key);
    return found ? ((await found.json()) as Note) : undefined;
  } catch (_error) {
    return undefined;
  }
}

const writeNote = async (key: string, value: unknown): Promise<void> => (await caches.open(notesName())).put(key, new Response(JSON.stringify(value)));

export const readState = async (): Promise<State> => ({ ...freshState, ...(await readNote<Partial<State>>(note('state'))) });

/** Keeps the state. On a full device it is kept in the worker's memory only, which is all that can be done. */
export const writeState = (state: State): Promise<void> => writeNote(note('state'), state).catch(() => undefined);

export const readManifest = (version: string): Promise<Manifest | undefined> => readNote<Manifest>(manifestKey(version));
export const writeManifest = (manifest: Manifest): Promise<void> => writeNote(manifestKey(manifest.version), manifest);

/** Versions whose lists are kept. */
export async function keptVersions(): Promise<string[]> {
  const keys = await (await caches.open(notesName())).keys();
  return keys.map(({ url }) => url.split('/list/')[1] || '').filter(Boolean);
}

export const dropManifest = async (version: string): Promise<boolean> => (await caches.open(notesName())).delete(manifestKey(version));

/** Files are kept by their content, so versions share what did not change between them. */
export const heldFile = async (hash: string): Promise<Response | undefined> => (await caches.open(filesName())).match(fileKey(hash));
export const holdFile = async (hash: string, body: ArrayBuffer, type: string): Promise<void> => (await caches.open(filesName())).put(fileKey(hash), new Response(body, { headers: { 'content-type': type, 'content-length': String(body.byteLength) } }));
export const dropFile = async (hash: string): Promise<boolean> => (await caches.open(filesName())).delete(fileKey(hash));

export async function heldHashes(): Promise<Set<string>> {
  const keys = await (await caches.open(filesName())).keys();
  return new Set(keys.map(({ url }) => url.split('/file/')[1] || ''));
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
