import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** What a build cost. CPU and memory are of the process and all that it started; known on Linux only. */
export interface BuildCost {
  wall: number;
  cpu: number | undefined;
  peakBytes: number | undefined;
}

const stat = (pid: string): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold blanks.
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** CPU seconds of the children that this process has seen end, theirs included. The kernel counts in hundredths. */
const childSeconds = (): number | undefined => {
  try {
    const fields = stat('self');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch (_error) {
    return undefined;
  }
};

/** Memory of a process group now, what processes share counted once. */
function groupBytes(group: number): number {
  let bytes = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      if (Number(stat(pid)[2]) === group) bytes += 1024 * Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch (_error) {
      // It has ended meanwhile.
    }
  }
  return bytes;
}

/** Runs a build in `folder` and measures it. Its own words are shown only when it fails. */
export function buildCost(folder: string, env: NodeJS.ProcessEnv): Promise<BuildCost> {
  const [before, started] = [childSeconds(), performance.now()];
  const child = spawn(process.execPath, ['src/tools/run.mjs', 'build'], { cwd: folder, detached: process.platform === 'linux', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-5000)));
  let peak = 0;
  const sampler = process.platform === 'linux' ? setInterval(() => (peak = Math.max(peak, groupBytes(child.pid ?? 0))), 500) : undefined;
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(sampler);
      if (code !== 0) return reject(new Error(said));
      const after = childSeconds();
      resolve({ wall: (performance.now() - started) / 1000, cpu: before === undefined || after === undefined ? undefined : after - before, peakBytes: peak || undefined });
    });
  });
}
