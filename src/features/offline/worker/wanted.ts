import { downloadsOf, isPage, libraryOf, sizeOf, type Manifest } from '../manifest.ts';
import type { Amount, Status } from '../messages.ts';
import type { State } from './cupboard.ts';

const searchText = /^search\/(?:text|data)\//;

/** What is kept without being asked for. */
export const coreOf = (manifest: Manifest, { lean }: Pick<State, 'lean'>): string[] => (lean ? manifest.core.filter((path) => !searchText.test(path)) : manifest.core);

const unique = (paths: readonly string[], { files }: Manifest): string[] => Array.from(new Set(paths)).filter((path) => path in files);

/** All that this device is to keep of a version, the most needed first. While the reader paused, nothing large. */
export function wantedOf(manifest: Manifest, state: State, evenPaused = false): string[] {
  const large = evenPaused || !state.paused;
  const plans = state.plans.reduce<string[]>((all, id) => all.concat((manifest.plans[id] || { paths: [] }).paths), []);
  // Who keeps a plan or the library is to search it too.
  const whole = large && (state.library || state.plans.length > 0) ? manifest.core : coreOf(manifest, state);
  return unique([...whole, ...state.basket, ...state.visited, ...(large ? [...plans, ...(state.library ? libraryOf(manifest) : []), ...(state.downloads ? downloadsOf(manifest) : [])] : [])], manifest);
}

function amount(manifest: Manifest, paths: readonly string[], held: ReadonlySet<string>, wanted: boolean): Amount {
  const there = paths.filter((path) => held.has((manifest.files[path] || [''])[0]));
  return { files: paths.length, heldFiles: there.length, bytes: sizeOf(manifest, paths), heldBytes: sizeOf(manifest, there), wanted };
}

/** What a page shows of all this. */
export function statusOf(manifest: Manifest | undefined, state: State, held: ReadonlySet<string>, busy: boolean): Status {
  const list: Manifest = manifest || { version: '', index: '', files: {}, core: [], plans: {} };
  const paths = Object.keys(list.files).filter((path) => held.has((list.files[path] || [''])[0]));
  const of = (some: readonly string[], wanted: boolean) => amount(list, unique(some, list), held, wanted);
  return {
    version: state.current,
    waiting: state.newer !== '',
    checked: state.checked,
    busy,
    paused: state.paused,
    problem: state.problem,
    bytes: sizeOf(list, paths),
    pages: paths.filter(isPage),
    visited: of([...coreOf(list, state), ...state.basket, ...state.visited], true),
    library: of(libraryOf(list), state.library),
    downloads: of(downloadsOf(list), state.downloads),
    plans: Object.keys(list.plans).map((id) => {
      const { title, paths: own } = list.plans[id] || { title: '', paths: [] };
      return { id, title, ...of([...own, ...list.core], state.plans.indexOf(id) >= 0) };
    }),
  };
}
