import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { entryFiles, entrySchemas, type EntryCollection, type EntryOf } from '../model/schemas.ts';
import { withoutBom } from '../text/without-bom.ts';

/** All YAML entries of the library by collection and id, in file order. */
export type Register = { [Name in EntryCollection]: ReadonlyMap<string, EntryOf<Name>> };

const contentRoot = () => join(process.cwd(), 'content');

/** The files of one YAML collection that exist, sorted by name. */
export function filesOf(name: EntryCollection, root = contentRoot()): string[] {
  const place = entryFiles[name];
  if ('file' in place) return existsSync(join(root, place.file)) ? [join(root, place.file)] : [];
  const folder = join(root, place.folder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => join(folder, file));
}

function load<Name extends EntryCollection>(name: Name, root: string): ReadonlyMap<string, EntryOf<Name>> {
  const entries = new Map<string, EntryOf<Name>>();
  for (const file of filesOf(name, root)) {
    for (const raw of (parse(withoutBom(readFileSync(file, 'utf8'))) ?? []) as unknown[]) {
      const result = entrySchemas[name].safeParse(raw);
      if (!result.success) throw new Error(`${file}：有不合规格的条目，请运行 npm run lint 查看位置`);
      const entry = result.data as EntryOf<Name> & { id: string };
      entries.set(entry.id, entry);
    }
  }
  return entries;
}

/**
 * Reads and checks every YAML collection below `root`. Throws on the first entry that does not fit its schema; the
 * content lint, which runs first in every build, is what tells authors where and how to mend it.
 */
export function loadRegister(root = contentRoot()): Register {
  const names = Object.keys(entrySchemas) as EntryCollection[];
  return Object.fromEntries(names.map((name) => [name, load(name, root)])) as unknown as Register;
}

let cached: { register: Register; stamp: number; checked: number } | undefined;

/** The register of this project. Kept between calls; re-read when a file has changed, which authors need in `npm run dev`. */
export function register(): Register {
  if (cached && Date.now() - cached.checked < 1000) return cached.register;
  const names = Object.keys(entrySchemas) as EntryCollection[];
  const stamp = Math.max(0, ...names.flatMap((name) => filesOf(name)).map((file) => statSync(file).mtimeMs));
  if (!cached || cached.stamp !== stamp) cached = { register: loadRegister(), stamp, checked: Date.now() };
  cached.checked = Date.now();
  return cached.register;
}

/** One entry by id. A missing one is a broken build, never an empty place on a page. */
export function entry<Name extends EntryCollection>(name: Name, id: string): EntryOf<Name> {
  const found = register()[name].get(id);
  if (!found) throw new Error(`${name} 里没有编号“${id}”，请运行 npm run lint 查看是哪一处`);
  return found;
}

/** All entries of a collection, in file order. */
export const entries = <Name extends EntryCollection>(name: Name): EntryOf<Name>[] => [...register()[name].values()];
