import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleModules, bundleStart, bundleWorker } from './bundle.ts';
import { readMe } from './read-me.ts';
import { classicOf, diskPage, modulesOf, scriptFolder, startFile } from './page.ts';

/** Made for a server: the index in a thousand files, Pagefind, lists for machines, the service worker. */
const left = /^(?:pagefind\/|search\/data\/|offline\/manifest\.json$|sw\.js$|_headers$|robots\.txt$|opensearch\.xml$|sitemap|assets\/.*\.js$)/;
/** What scripts fetch as text, beside the pages. */
const isData = (file: string): boolean => /\.html$|\.json$/.test(file) && !/^pagefind\/|^search\/data\/[^/]+\/(?!suggest\.json)|^offline\/|\/sources\.json$/.test(file);
const types: Record<string, string> = { html: 'text/html', json: 'application/json' };

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).split('\\').join('/'))
    .sort();

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A file as a classic script that hands it over. Separators and tags are escaped, so that it is safe in any script. */
const dataScript = (file: string, text: string): string =>
  `usb.take(${[file, types[file.split('.').pop() ?? ''] ?? 'text/plain', text].map((part) => JSON.stringify(part).replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029').replace(/</g, '\\u003c')).join(',')});\n`;

/** What a finished copy is, for the one who made it. */
export interface DiskCopy {
  files: number;
  bytes: number;
  pages: number;
}

/**
 * Makes of a built site a folder that opens by a double click on index.html. It is written beside its place and put there
 * when it is complete. `origin` is the published address, if there is one: printed sheets name it.
 */
export async function copyToDisk(dist: string, out: string, { origin, siteName }: { origin: string; siteName: string }): Promise<DiskCopy> {
  const next = `${out}.next`;
  rmSync(next, { recursive: true, force: true });
  const files = filesOf(dist);
  const base = /<html[^>]*\sdata-base="([^"]*)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? '';
  const scripts = new Map<string, string[]>();
  mkdirSync(join(next, scriptFolder), { recursive: true });
  for (const file of files) {
    const source = join(dist, file);
    if (isData(file)) write(join(next, scriptFolder, 'data', `${file}.js`), dataScript(file, readFileSync(source, 'utf8')));
    if (left.test(file)) continue;
    if (file.endsWith('.html')) {
      const html = readFileSync(source, 'utf8');
      const modules = modulesOf(html, base);
      if (modules.length > 0) scripts.set(classicOf(modules), modules);
      // Scripts that are no modules run as they are.
      for (const [, classic = ''] of html.matchAll(/<script src="([^"]*\.js)"/g)) {
        mkdirSync(join(next, dirname(classic.slice(base.length + 1))), { recursive: true });
        cpSync(join(dist, classic.slice(base.length + 1)), join(next, classic.slice(base.length + 1)));
      }
      write(join(next, file), diskPage(html, file, { base, origin }));
    } else {
      mkdirSync(dirname(join(next, file)), { recursive: true });
      cpSync(source, join(next, file));
    }
  }
  for (const modules of scripts.values()) await bundleModules(dist, next, modules);
  for (const worker of files.filter((file) => /^assets\/.*\.worker[.-][^/]*\.js$/.test(file))) await bundleWorker(dist, next, worker);
  await bundleStart(join(next, startFile));
  write(join(next, '使用说明.txt'), readMe(siteName));
  rmSync(out, { recursive: true, force: true });
  if (existsSync(out)) throw new Error(`${out} 删不掉`);
  renameSync(next, out);
  const made = filesOf(out);
  return { files: made.length, bytes: made.reduce((sum, file) => sum + statSync(join(out, file)).size, 0), pages: made.filter((file) => file.endsWith('.html')).length };
}
