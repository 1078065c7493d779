import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from './bench/seeded.ts';
import { killBuilds, start, themeCopy } from './killed-builds.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));

/** Five of the fifty of `npm run kills`. */
describe('a build that is killed', () => {
  let root: string;
  beforeAll(() => {
    root = themeCopy();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it(`leaves the served site whole and nothing behind (seed ${seed})`, async () => {
    const report = await killBuilds(root, 5, seeded(seed), () => {});
    expect(report.wrong).toEqual([]);
    expect(report.kills + report.finished).toBe(5);
    expect(report.kills).toBeGreaterThan(0);
    expect(report.leftovers.after).toBe(0);
  }, 900_000);

  it('ends at once on Ctrl+C, says so and takes its own away', async () => {
    const before = readFileSync(join(root, 'dist', 'index.html'), 'utf8');
    writeFileSync(join(root, 'content', 'site.yaml'), readFileSync(join(root, 'content', 'site.yaml'), 'utf8').replace(/^name: .*/m, 'name: 村图书角丙'));
    const { child, ended, said } = start(root);
    const next = join(root, '.astro', `next-${child.pid}`);
    await expect.poll(() => existsSync(next), { timeout: 120_000 }).toBe(true);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said()).toContain('已经取消；原有的 dist 未动。');
    expect(existsSync(next)).toBe(false);
    expect(existsSync(join(tmpdir(), `library-build-${child.pid}`))).toBe(false);
    expect(readFileSync(join(root, 'dist', 'index.html'), 'utf8')).toBe(before);
  }, 300_000);
});
