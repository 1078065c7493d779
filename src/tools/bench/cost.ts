import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a run cost: CPU seconds of the program and all it started, and the most memory they held together, in MiB. */
export interface RunCost {
  cpu: number;
  memory: number;
  seconds: number;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended between being listed and being read.
    return '';
  }
};

/** CPU seconds of the children that have ended, and theirs (Linux; elsewhere 0). */
function childSeconds(): number {
  const stat = read('/proc/self/stat').replace(/^.*\) /, '').split(' ');
  // Fields 16 and 17, counted from 1: ticks of waited-for children, a hundred a second.
  return (Number(stat[13] ?? 0) + Number(stat[14] ?? 0)) / 100;
}

/** Memory of a process and all below it, shared pages divided among those that share them. */
function held(pid: number): number {
  const children = existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`).flatMap((task) => read(`/proc/${pid}/task/${task}/children`).trim().split(' ').filter(Boolean)) : [];
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024 + children.reduce((sum, child) => sum + held(Number(child)), 0);
}

/** Runs a script with this Node in a folder and tells what it cost. Linux only: the figures come from /proc. */
export async function costOf(script: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<RunCost> {
  const [before, started] = [childSeconds(), performance.now()];
  const child = spawn(process.execPath, script, { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4000)));
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, held(child.pid ?? 0))), 200);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${script.join(' ')}: ${said}`);
  return { cpu: childSeconds() - before, memory, seconds: (performance.now() - started) / 1000 };
}

/** Files and bytes below a folder; 0 where there is none. */
export function weigh(folder: string): { files: number; bytes: number } {
  if (!existsSync(folder)) return { files: 0, bytes: 0 };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0) };
}
