import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

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
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
