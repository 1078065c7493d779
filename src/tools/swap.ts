import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './spawn.ts';

const work = '.astro';
/** The site, and where the last good one waits for the moment of the swap; `recover` brings it back after a swap cut off. */
const placesIn = (root: string) => ({ dist: join(root, 'dist'), old: join(root, work, 'last') });
/** Begins the names of what a build under way writes; the number of its process follows. */
const ownNames = [
  { folder: work, begin: 'next-' },
  { folder: tmpdir(), begin: 'library-build-' },
];

/** Puts the last good site back if a swap was cut off between its two renames; cut off after them, it is no longer needed. */
export function recover(root = '.'): void {
  const { dist, old } = placesIn(root);
  if (!existsSync(old)) return;
  if (existsSync(dist)) rmSync(old, { recursive: true, force: true });
  else renameSync(old, dist);
}

/** Removes what builds left that were killed; a build under way in another window keeps its own. */
export function removeLeftovers(): void {
  for (const { folder, begin } of ownNames)
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const id = name.startsWith(begin) ? Number(name.slice(begin.length)) : NaN;
      if (Number.isInteger(id) && (id === process.pid || !isAlive(id))) rmSync(join(folder, name), { recursive: true, force: true });
    }
}

/** Where a build writes: the new site, and what browsers and other programs put aside while they work for it. */
export interface Workplace {
  next: string;
  remove: () => void;
}

/** Makes the places of this build, and points temporary files to them, so that a killed browser leaves nothing elsewhere. */
export function makeWorkplace(): Workplace {
  const [next, temporary] = ownNames.map(({ folder, begin }) => join(folder, `${begin}${process.pid}`)) as [string, string];
  const before = process.env.TMPDIR;
  mkdirSync(temporary, { recursive: true });
  process.env.TMPDIR = temporary;
  return {
    next,
    remove: () => {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      for (const folder of [next, temporary]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Puts a finished site in the place of the last one: two renames, and `recover` mends what a power cut leaves between them. */
export function swapIn(next: string, root = '.'): void {
  const { dist, old } = placesIn(root);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}
