import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkplace, recover, removeLeftovers, swapIn } from './swap.ts';

let root: string;
const here = process.cwd();
const write = (place: string) => {
  mkdirSync(join(root, place), { recursive: true });
  writeFileSync(join(root, place, 'index.html'), place);
};
const stands = () => readFileSync(join(root, 'dist', 'index.html'), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'swap-'));
});
afterEach(() => {
  process.chdir(here);
  rmSync(root, { recursive: true, force: true });
});

describe('the swap', () => {
  it('puts the new site in the place of the last one', () => {
    write('dist');
    write('.astro/next-1');
    write('.astro/last');
    swapIn(join(root, '.astro/next-1'), root);
    expect(stands()).toBe('.astro/next-1');
    expect(readdirSync(join(root, '.astro'))).toEqual([]);
  });

  it('cut off between its renames is undone; cut off after them, the old site is thrown away', () => {
    write('.astro/last');
    recover(root);
    expect(stands()).toBe('.astro/last');
    write('.astro/last');
    writeFileSync(join(root, 'dist', 'index.html'), '新');
    recover(root);
    expect(stands()).toBe('新');
    expect(existsSync(join(root, '.astro/last'))).toBe(false);
  });
});

/** Whether the kernel's exchange can be had here at all, asked in another way than swapIn does. */
const canExchange = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch) && spawnSync('perl', ['-v']).status === 0;

it.skipIf(!canExchange)('is one step where the system can exchange folders: no moment without a site', () => {
  write('dist');
  write('.astro/next-1');
  const before = statSync(join(root, '.astro/next-1')).ino;
  expect(swapIn(join(root, '.astro/next-1'), root)).toBe(true);
  expect(statSync(join(root, 'dist')).ino).toBe(before);
  expect(stands()).toBe('.astro/next-1');
  expect(readdirSync(join(root, '.astro'))).toEqual([]);
});

it('takes away what dead builds left, and nothing of those that live', () => {
  process.chdir(root);
  // No process has this number: Linux counts to four million.
  const names = ['next-99999999', `next-${process.ppid}`, 'next-', 'next-abc', 'downloads'];
  for (const name of names) write(`.astro/${name}`);
  removeLeftovers();
  expect(readdirSync('.astro').sort()).toEqual(names.slice(1).sort());
});

it('gives browsers a place of their own for what they put aside, and takes it away', () => {
  process.chdir(root);
  const before = process.env.TMPDIR;
  const { remove } = makeWorkplace();
  const own = tmpdir();
  expect(own).toContain(String(process.pid));
  writeFileSync(join(own, 'profile'), '');
  remove();
  expect(existsSync(own)).toBe(false);
  expect(process.env.TMPDIR).toBe(before);
});
