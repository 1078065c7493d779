import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { differences, fileHashes } from './file-hashes.ts';
import { serve } from './serve.ts';
import { buildCommand, copyProject } from './site-copy.ts';
import { isAlive } from './spawn.ts';

/** What came of killing builds. `wrong` is empty where the served site was whole each time. */
export interface KillReport {
  kills: number;
  /** Builds that were done before their moment came. */
  finished: number;
  /** Killed between the two renames of a swap that takes two: the next start or build puts the site back. */
  inSwap: number;
  /** Most folders of killed builds that stood at once, and how many were left after the normal build at the end. */
  leftovers: { most: number; after: number };
  wrong: string[];
}

/** A copy of the project with the small content of src/tests/theme, built in about ten seconds. */
export function themeCopy(): string {
  const root = copyProject(false);
  cpSync('src/tests/theme', join(root, 'content'), { recursive: true });
  return root;
}

/** Two states of the content that differ on every page, so that a mixture of two sites is seen. */
const writeEdition = (root: string, edition: string): void => {
  const file = join(root, 'content', 'site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^name: .*/m, `name: 村图书角${edition}`));
};

/** A build in a process group of its own, which is killed as one, as when a machine's supervisor does it. */
export function start(root: string): { child: ChildProcess; ended: Promise<number | null>; near: Promise<void>; said: () => string } {
  const { command, args, options } = buildCommand(root);
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let tell = () => {};
  const near = new Promise<void>((resolve) => (tell = resolve));
  const hear = (data: Buffer) => {
    said += data.toString();
    // The last line before the swap.
    if (said.includes('离线：')) tell();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return { child, near, said: () => said, ended: new Promise((resolve) => child.once('close', (code) => (tell(), resolve(code)))) };
}

async function build(root: string): Promise<void> {
  const { ended, said } = start(root);
  if ((await ended) !== 0) throw new Error(said());
}

const leftovers = (root: string): string[] => [...readdirSync(join(root, '.astro'), { recursive: true, encoding: 'utf8' }).filter((name) => /^(?:next-\d+|last)$|\.part$|\/\.[^/]+$/.test(name)), ...readdirSync(tmpdir()).filter((name) => /^library-build-\d+$/.test(name) && !isAlive(Number(name.slice(14))))];

/** Programs that still run in a folder; Linux only, elsewhere none is found. */
const programsIn = (root: string): string[] =>
  (existsSync('/proc/self') ? readdirSync('/proc') : []).filter((id) => {
    try {
      return /^\d+$/.test(id) && readlinkSync(join('/proc', id, 'cwd')).startsWith(root);
    } catch {
      return false;
    }
  });

/** What a visitor gets: each file of the list by HTTP, and nothing beside it on the disk. */
async function notWhole(url: string, dist: string, list: ReadonlyMap<string, string>): Promise<string[]> {
  const wrong = differences(fileHashes(dist), list);
  for (const [name, hash] of list) {
    const answer = await fetch(`${url}/${name}`);
    const got = createHash('sha256').update(Buffer.from(await answer.arrayBuffer())).digest('hex');
    if (!answer.ok || got !== hash) wrong.push(`${name} (served ${answer.status})`);
  }
  return wrong;
}

/** Kills builds of a copy at random moments, a third of them about the swap, and looks at the served site after each. */
export async function killBuilds(root: string, times: number, random: () => number, log: (line: string) => void): Promise<KillReport> {
  const dist = join(root, 'dist');
  const lists: ReadonlyMap<string, string>[] = [];
  let length = 0;
  for (const edition of ['甲', '乙']) {
    writeEdition(root, edition);
    const began = performance.now();
    await build(root);
    length = performance.now() - began;
    lists.push(fileHashes(dist));
  }
  const report: KillReport = { kills: 0, finished: 0, inSwap: 0, leftovers: { most: 0, after: 0 }, wrong: [] };
  const { url, stop } = await serve(dist);
  let standing = 1;
  try {
    for (let turn = 1; turn <= times; turn += 1) {
      writeEdition(root, standing === 1 ? '甲' : '乙');
      const { child, near, ended } = start(root);
      const moment = turn % 3 === 0 ? near.then(() => wait(random() * 60)) : wait(random() * length);
      await Promise.race([moment, ended]);
      if (child.exitCode === null && child.pid) {
        process.kill(-child.pid, 'SIGKILL');
        report.kills += 1;
      } else report.finished += 1;
      await ended;
      if (existsSync(dist)) {
        const now = fileHashes(dist);
        standing = lists.findIndex((list) => list.get('index.html') === now.get('index.html'));
        const wrong = standing < 0 ? ['index.html'] : await notWhole(url, dist, lists[standing] ?? new Map());
        if (wrong.length > 0) report.wrong.push(`turn ${turn}: ${wrong.slice(0, 5).join(', ')}`);
      } else report.inSwap += 1;
      const left = leftovers(root);
      report.leftovers.most = Math.max(report.leftovers.most, left.length);
      log(`${turn}/${times} ${['甲', '乙'][standing] ?? '？'} ${left.join(' ')}`);
    }
    writeEdition(root, '甲');
    await build(root);
    const wrong = await notWhole(url, dist, lists[0] ?? new Map());
    const running = programsIn(root);
    report.leftovers.after = leftovers(root).length;
    if (wrong.length > 0) report.wrong.push(`the build after: ${wrong.slice(0, 5).join(', ')}`);
    if (report.leftovers.after > 0) report.wrong.push(`left behind: ${leftovers(root).join(', ')}`);
    if (running.length > 0) report.wrong.push(`still running: ${running.join(', ')}`);
  } finally {
    await stop();
  }
  return report;
}
