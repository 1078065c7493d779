import { spawnSync } from 'node:child_process';
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

/** Removes a folder. Another user's in a shared folder for temporary files stays, and stops no build. */
function sweep(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (_error) {
    // Not ours to remove.
  }
}

/** Removes what builds left that were killed; a build under way in another window keeps its own. */
export function removeLeftovers(): void {
  for (const { folder, begin } of ownNames)
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const id = name.startsWith(begin) ? Number(name.slice(begin.length)) : NaN;
      if (Number.isInteger(id) && (id === process.pid || !isAlive(id))) sweep(join(folder, name));
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

/** Number of Linux's renameat2, by processor. */
const renameat2: Partial<Record<NodeJS.Architecture, string>> = { x64: '316', arm64: '276' };

/**
 * Exchanges two folders in one step, so that there is no moment without a site. Node cannot ask Linux for it; newer systems
 * have a command, and the Perl that every Debian has can make the call. False where neither can: nothing has changed then.
 */
function exchange(one: string, other: string): boolean {
  if (process.platform !== 'linux') return false;
  const call = renameat2[process.arch];
  const ways: [string, string[]][] = [['mv', ['--exchange', '--no-target-directory', one, other]]];
  if (call) ways.push(['perl', ['-e', 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)', call, one, other]]);
  return ways.some(([command, args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0);
}

/**
 * Puts a finished site in the place of the last one, in one step where the system can. Elsewhere by two renames, and `recover`
 * mends what is cut off between them. Whether it was one step.
 */
export function swapIn(next: string, root = '.'): boolean {
  const { dist, old } = placesIn(root);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist) && exchange(next, dist)) {
    rmSync(next, { recursive: true, force: true });
    return true;
  }
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
  return false;
}
