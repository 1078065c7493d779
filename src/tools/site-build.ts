import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOffline } from '../features/offline/build/write.ts';
import { checkContent } from '../lint/check.ts';
import { format } from '../lint/problem.ts';
import { origin, site } from '../library/site.ts';
import { makeDownloads } from './downloads/make.ts';
import { checkLedger } from './ledger.ts';
import { makePreviews } from './previews/make.ts';
import { headersFile } from './publish/hosts.ts';
import { writeSbom } from './publish/sbom.ts';
import { writeSitemap } from './publish/sitemap.ts';
import { runBin } from './spawn.ts';

const dist = 'dist';
/** Where the last good site waits for the moment of the swap; `recover` brings it back after an interrupted one. */
const old = join('.astro', 'last');

/** Puts the last good site back if a swap was cut off between its two renames. */
export function recover(): void {
  if (!existsSync(dist) && existsSync(old)) renameSync(old, dist);
}

/**
 * Builds the site beside `dist` and swaps it in when it is complete. Content errors or a failed build leave `dist` as it
 * was. Returns whether a new site stands. `pdf: false` leaves the PDFs out, which take minutes when none is kept.
 */
export async function buildSite(options: { pdf?: boolean } = {}): Promise<boolean> {
  recover();
  const problems = checkContent(process.cwd());
  for (const problem of problems) console.error(format(problem));
  const errors = problems.filter((problem) => problem.level === '错误').length;
  if (errors > 0) {
    console.error(`\n共 ${errors} 处错误，没有构建；原有的 dist 未动。`);
    return false;
  }
  const next = join('.astro', `next-${process.pid}`);
  try {
    const code = await runBin('astro', ['build', '--silent'], { OUT_DIR: `./${next}` });
    if (code !== 0 || !existsSync(join(next, 'index.html')) || !existsSync(join(next, 'search', 'data')) || !existsSync(join(next, 'pagefind', 'pagefind.js'))) {
      console.error('\n构建没有完成；原有的 dist 未动。');
      return false;
    }
    const ledger = checkLedger(process.cwd(), next);
    for (const problem of ledger.problems) console.error(format(problem));
    if (ledger.problems.length > 0) {
      console.error('\n有发布过的地址打不开了；原有的 dist 未动。');
      return false;
    }
    const fresh = ledger.addresses.length + ledger.quotes.length;
    if (fresh > 0) console.log(`有 ${fresh} 个新地址还没有登记，发布前运行 npm run addresses。`);
    const base = (process.env.BASE ?? '').replace(/\/$/, '');
    await makeDownloads(next, { address: origin(), base, siteName: site().name, pdf: options.pdf ?? process.env.PDF !== 'off', word: process.env.WORD !== 'off', log: (line) => console.log(line) });
    await makePreviews(next, (line) => console.log(line));
    writeSitemap(next, origin(), base);
    writeFileSync(join(next, '_headers'), headersFile(base));
    writeSbom(next, (line) => console.log(line));
    // Last of all: it lists what is there.
    console.log(await writeOffline(next, base, process.env.OFFLINE === 'off'));
    // The stamp tells `npm start` how fresh the site is; it stays outside, so that dist holds only what is published.
    writeFileSync(join('.astro', 'built'), new Date().toISOString());
    rmSync(old, { recursive: true, force: true });
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(next, dist);
    rmSync(old, { recursive: true, force: true });
    return true;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

const newest = (path: string): number => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Whether `dist` is missing or older than anything it is made from. */
export function isStale(): boolean {
  recover();
  const stamp = join('.astro', 'built');
  if (!existsSync(join(dist, 'index.html')) || !existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return ['content', 'src', 'public', 'astro.config.mjs', 'package.json'].some((path) => existsSync(path) && newest(path) > built);
}
