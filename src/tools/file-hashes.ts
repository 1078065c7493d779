import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder with the hashes of their contents: two folders are the same where these are. Empty for none. */
export function fileHashes(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : [];
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1).split('\\').join('/'), createHash('sha256').update(readFileSync(name)).digest('hex')]));
}

/** What differs between two such lists, by name, for a message. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name)).sort();
}
