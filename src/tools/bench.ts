import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildCost, type BuildCost } from './bench/build-cost.ts';
import { pageKinds } from './bench/kinds.ts';
import { loadPage, servePacked, type PageLoad } from './bench/page-load.ts';
import { weigh } from './bench/weigh.ts';
import { launch } from './browser.ts';
import { CommandError, runCommand } from './command.ts';
import { pagesOf } from './pages.ts';
import { copyProject } from './site-copy.ts';

const help = `npm run bench -- [--runs 3] [--built] [--dry]
  量建站的时间和内存（在系统临时文件夹里从头建一份，不做 PDF），每种页面的请求数、字节数、元素数，
  再在浏览器里量慢手机（处理器四分之一，慢 4G）上的载入。结果打印成表，并记入 src/tools/bench/history.md。
  --runs 每页载入几次取中位数；--built 不建站，量现有的 dist；--dry 不记入历史。`;
const history = join('src', 'tools', 'bench', 'history.md');

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kibibytes = (bytes: number): string => (bytes / 1024).toFixed(1);
const folderBytes = (folder: string): number => readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => sum + (statSync(join(folder, file)).isFile() ? statSync(join(folder, file)).size : 0), 0);

/** The rows of one run, newest run first in the history. */
async function pageRows(dist: string, runs: number): Promise<string[]> {
  const { url, stop } = await servePacked(dist);
  const browser = await launch();
  try {
    const rows: string[] = [];
    for (const [kind, path] of pageKinds(dist)) {
      const { html, css, js, total, characters } = weigh(dist, path);
      const loads: PageLoad[] = [];
      for (let run = 0; run < runs; run += 1) loads.push(await loadPage(browser, url + path));
      const of = (name: keyof PageLoad) => median(loads.map((load) => load[name]));
      rows.push(`| ${kind} \`${path}\` | ${characters} | ${of('requests')} | ${[html, css, js, total].map(kibibytes).join(' / ')} | ${of('nodes')} | ${of('lcp').toFixed(0)} | ${of('cls').toFixed(3)} | ${of('tbt').toFixed(0)} |`);
    }
    return rows;
  } finally {
    await browser.close();
    await stop();
  }
}

const buildLine = (cost: BuildCost | undefined, dist: string): string => {
  const made = `${pagesOf(dist).length} 页，产出 ${(folderBytes(dist) / 2 ** 20).toFixed(1)} MiB`;
  if (!cost) return `没有建站，量的是现有的 dist：${made}。`;
  return `建站 ${cost.wall.toFixed(1)} 秒，CPU ${cost.cpu === undefined ? '不详' : `${cost.cpu.toFixed(1)} 秒`}，内存峰值 ${cost.peakBytes ? `${(cost.peakBytes / 2 ** 20).toFixed(0)} MiB` : '不详'}；${made}，不含 PDF。`;
};

await runCommand(help, { runs: 'value', built: 'flag', dry: 'flag' }, false, async (given) => {
  const runs = Number(given.value('runs') ?? 3);
  if (!Number.isInteger(runs) || runs < 1) throw new CommandError('“--runs”后面写次数，例如 3。');
  if (given.flag('built') && !existsSync('dist/index.html')) throw new CommandError('没有 dist/，请先运行 npm run build。');
  const root = given.flag('built') ? undefined : copyProject();
  try {
    const cost = root ? await buildCost(root, { PDF: 'off', OG: 'off' }) : undefined;
    const dist = root ? join(root, 'dist') : 'dist';
    const said = [
      `## ${new Date().toISOString().slice(0, 10)}，${cpus().length} 核，负载 ${loadavg()[0]?.toFixed(1) ?? ''}`,
      '',
      buildLine(cost, dist),
      '',
      '| 页面 | 字数 | 请求 | HTML / CSS / JS / 合计 KiB | 元素 | LCP ms | CLS | TBT ms |',
      '|---|---|---|---|---|---|---|---|',
      ...(await pageRows(dist, runs)),
    ].join('\n');
    console.log(said);
    if (!given.flag('dry')) {
      const [head = '', ...older] = readFileSync(history, 'utf8').split(/^(?=## )/m);
      writeFileSync(history, [head, `${said}\n\n`, ...older].join(''));
    }
    return 0;
  } finally {
    if (root) rmSync(root, { recursive: true, force: true });
  }
});
