import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';

const running = new Set<ChildProcess>();

/** Ends the programs that are at work, at once: what they were writing is thrown away. */
export function stopRunning(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Runs a program of node_modules/.bin with its output passed on; resolves to its exit code. */
export function runBin(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const bin = join(process.cwd(), 'node_modules', '.bin');
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  return new Promise((resolve, reject) => {
    const child = spawn(join(bin, name), args, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH, ...env },
      shell: process.platform === 'win32',
    });
    running.add(child);
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Whether a process with this number lives. */
export const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of somebody else's answers with EPERM, and lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
