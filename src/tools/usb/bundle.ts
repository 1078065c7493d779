import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { classicOf } from './page.ts';

const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  target: ['chrome69', 'firefox68', 'safari12'],
  supported: { destructuring: true },
  logLevel: 'error',
} satisfies BuildOptions;

const ahead = /const __vite__mapDeps=.*?=>\w+\.map\(\w+=>\w+\[\w+\]\);/;

/** Vite lists with each part what is to be fetched ahead of it; here all parts are in one file. */
const withoutPreload: Plugin = {
  name: 'without-preload',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (text.includes('__vite__mapDeps') && !ahead.test(text)) throw new Error(`${basename(path)}：Vite 的预装清单换了写法，U盘版的打包要跟着改`);
      return { contents: text.replace(ahead, 'const __vite__mapDeps=()=>[];'), loader: 'js' };
    }),
};

/** Scripts see the site's own address, not the disk's: printed addresses, shared links and tests of the path stay right. */
const asOnline = {
  'location.origin': 'usb.origin',
  'location.pathname': 'usb.path',
  'window.location.origin': 'usb.origin',
  'window.location.pathname': 'usb.path',
  'import.meta.url': 'usb.module',
};

/** Makes one classic script of the modules of a page, in their order, everything they import inside, and once. */
export async function bundleModules(dist: string, out: string, modules: readonly string[]): Promise<void> {
  const contents = modules.map((module) => `import ${JSON.stringify(`./${module}`)};`).join('\n');
  const { outputFiles } = await build({ ...common, write: false, stdin: { contents, resolveDir: resolve(dist) }, format: 'iife', define: asOnline, plugins: [withoutPreload] });
  writeFileSync(join(out, classicOf(modules)), outputFiles[0]?.text ?? '');
}

/**
 * A worker cannot be started from a disk. Its script becomes a function of the scope it takes for its own, which the page
 * calls; see start/worker.ts.
 */
export async function bundleWorker(dist: string, out: string, module: string): Promise<void> {
  const { outputFiles } = await build({ ...common, write: false, entryPoints: [resolve(dist, module)], format: 'iife' });
  writeFileSync(join(out, classicOf([module])), `usb.workers[${JSON.stringify(basename(module))}]=function(self){var postMessage=self.postMessage;${outputFiles[0]?.text ?? ''}};\n`);
}

/** The script that stands first on every page of the copy. */
export async function bundleStart(file: string): Promise<void> {
  const { outputFiles } = await build({ ...common, write: false, entryPoints: [resolve(import.meta.dirname, 'start', 'start.ts')], format: 'iife' });
  writeFileSync(file, outputFiles[0]?.text ?? '');
}
