import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** A browser's program and the folder of libraries it brings along, if any. */
export interface Unpacked {
  executable: string;
  libraries: string;
}

/** Chromium 81, which offices without updates still have: the npm package holds it packed; unpacked once. */
export function chromium81(): Unpacked {
  const folder = resolve('node_modules', '.cache', 'chromium-81');
  const executable = join(folder, 'chromium');
  const libraries = join(folder, 'lib');
  if (!existsSync(executable) || !existsSync(libraries)) {
    const packed = join(dirname(require.resolve('chromium-81/package.json')), 'bin');
    mkdirSync(folder, { recursive: true });
    const unpack = (name: string, to: string) => writeFileSync(to, brotliDecompressSync(readFileSync(join(packed, name))));
    unpack('aws.tar.br', join(folder, 'aws.tar'));
    execFileSync('tar', ['xf', join(folder, 'aws.tar'), '-C', folder]);
    unpack('chromium.br', `${executable}.next`);
    chmodSync(`${executable}.next`, 0o755);
    renameSync(`${executable}.next`, executable);
  }
  return { executable, libraries };
}

/** Chromium 109, the last one for Windows 7. */
export async function chromium109(): Promise<Unpacked> {
  const folder = resolve('node_modules', '.cache', 'chromium-109');
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, 'chromium');
  if (existsSync(kept)) return { executable: kept, libraries: '' };
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  const { default: packed } = (await import('chromium-109')) as unknown as { default: { executablePath: () => Promise<string> } };
  const executable = await packed.executablePath();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  return { executable, libraries: '' };
}
