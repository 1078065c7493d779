import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOffline } from '../features/offline/build/write.ts';
import { checkContent } from '../lint/check.ts';
import { format } from '../lint/problem.ts';
import { origin, site } from '../library/site.ts';
import { cancellable } from './cancel.ts';
import { makeDownloads } from './downloads/make.ts';
import { checkLedger } from './ledger.ts';
import { makePreviews } from './previews/make.ts';
import { headersFile } from './publish/hosts.ts';
import { writeSbom } from './publish/sbom.ts';
import { writeSitemap } from './publish/sitemap.ts';
import { runBin } from './spawn.ts';
import { makeWorkplace, recover, removeLeftovers, swapIn } from './swap.ts';

const dist = 'dist';
/** The stamp tells `npm start` how fresh the site is; it stays outside, so that dist holds only what is published. */
const stamp = join('.astro', 'built');

/** Writes a whole site into `next`; whether it is complete and has passed its checks. */
async function writeSite(next: string, pdf: boolean): Promise<boolean> {
  // Force: the same content gives the same bytes, whatever Astro's store of it holds after a power cut or in which order.
  const code = await runBin('astro', ['build', '--silent', '--force'], { OUT_DIR: `./${next}` });
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
  await makeDownloads(next, { address: origin(), base, siteName: site().name, pdf, word: process.env.WORD !== 'off', log: (line) => console.log(line) });
  await makePreviews(next, (line) => console.log(line));
  writeSitemap(next, origin(), base);
  writeFileSync(join(next, '_headers'), headersFile(base));
  writeSbom(next, (line) => console.log(line));
  // Last of all: it lists what is there.
  console.log(await writeOffline(next, base, process.env.OFFLINE === 'off'));
  return true;
}

/**
 * Builds the site beside `dist` and swaps it in when it is complete. Content errors, a failed build or a cancelled one leave
 * `dist` as it was. Returns whether a new site stands. `pdf: false` leaves the PDFs out, which take minutes when none is
 * kept.
 */
export async function buildSite(options: { pdf?: boolean } = {}): Promise<boolean> {
  recover();
  removeLeftovers();
  const began = new Date();
  const problems = checkContent(process.cwd());
  for (const problem of problems) console.error(format(problem));
  const errors = problems.filter((problem) => problem.level === '错误').length;
  if (errors > 0) {
    console.error(`\n共 ${errors} 处错误，没有构建；原有的 dist 未动。`);
    return false;
  }
  const { next, remove } = makeWorkplace();
  const work = async () => {
    if (!(await writeSite(next, options.pdf ?? process.env.PDF !== 'off'))) return false;
    swapIn(next);
    // After the swap, and with the moment of reading: a build cut off or content changed meanwhile counts as not fresh.
    writeFileSync(stamp, began.toISOString());
    utimesSync(stamp, began, began);
    return true;
  };
  return cancellable(work, remove, '已经取消；原有的 dist 未动。');
}

const newest = (path: string): number => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Whether `dist` is missing or older than anything it is made from. */
export function isStale(): boolean {
  recover();
  if (!existsSync(join(dist, 'index.html')) || !existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return ['content', 'src', 'public', 'astro.config.mjs', 'package.json'].some((path) => existsSync(path) && newest(path) > built);
}
