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

/** Vite's helper fetches the parts of a script ahead; here all parts are in one file. */
const withoutPreload: Plugin = {
  name: 'without-preload',
  setup: ({ onLoad }) =>
    onLoad({ filter: /preload-helper\.[^/]*\.js$/ }, ({ path }) => {
      const name = /export\{\w+ as (\w+)\}/.exec(readFileSync(path, 'utf8'))?.[1];
      if (!name) throw new Error(`${basename(path)}：Vite 的预装函数换了写法，U盘版的打包要跟着改`);
      return { contents: `const call=(load)=>load();export{call as ${name}}`, loader: 'js' };
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

/** Makes a classic script of a module of the built site, everything it imports inside. */
export async function bundleModule(dist: string, out: string, module: string): Promise<void> {
  const { outputFiles } = await build({ ...common, write: false, entryPoints: [resolve(dist, module)], format: 'iife', define: asOnline, plugins: [withoutPreload] });
  writeFileSync(join(out, classicOf(module)), outputFiles[0]?.text ?? '');
}

/**
 * A worker cannot be started from a disk. Its script becomes a function of the scope it takes for its own, which the page
 * calls; see start/worker.ts.
 */
export async function bundleWorker(dist: string, out: string, module: string): Promise<void> {
  const { outputFiles } = await build({ ...common, write: false, entryPoints: [resolve(dist, module)], format: 'iife' });
  writeFileSync(join(out, classicOf(module)), `usb.workers[${JSON.stringify(basename(module))}]=function(self){var postMessage=self.postMessage;${outputFiles[0]?.text ?? ''}};\n`);
}

/** The script that stands first on every page of the copy. */
export async function bundleStart(file: string): Promise<void> {
  const { outputFiles } = await build({ ...common, write: false, entryPoints: [resolve(import.meta.dirname, 'start', 'start.ts')], format: 'iife' });
  writeFileSync(file, outputFiles[0]?.text ?? '');
}
