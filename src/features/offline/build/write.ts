import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { manifestFile, sizeOf, workerFile } from '../manifest.ts';
import { manifestOf } from './manifest-of.ts';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Makes a finished site ready to be kept on devices: the list of its files and the service worker. With `off` the worker is
 * the one that takes itself and everything it kept away, for the day on which the real one must be got rid of.
 */
export async function writeOffline(folder: string, base: string, off = false): Promise<string> {
  const manifest = manifestOf(folder, base);
  mkdirSync(join(folder, 'offline'), { recursive: true });
  writeFileSync(join(folder, manifestFile), JSON.stringify(manifest));
  await build({
    entryPoints: [resolve(here, '..', 'worker', off ? 'remove.ts' : 'worker.ts')],
    outfile: join(folder, workerFile),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome69', 'firefox68', 'safari12'],
    // Said to be at fault in Safari for a rare form of it that is not used here.
    supported: { destructuring: true },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const mib = (paths: string[]) => `${(sizeOf(manifest, paths) / 1024 / 1024).toFixed(1)} MB`;
  return `离线：${Object.keys(manifest.files).length}个文件可存，随首次访问存下的${manifest.core.length}个共${mib(manifest.core)}，全部${mib(Object.keys(manifest.files))}${off ? '（已关闭，sw.js 只做清除）' : ''}`;
}
