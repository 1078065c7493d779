import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { costOf, weigh, type RunCost } from './bench/cost.ts';
import { fitLine, type Line } from './bench/fit.ts';
import { writeLessons } from './bench/lessons.ts';
import { CommandError, runCommand } from './command.ts';
import { copyProject } from './site-copy.ts';

const help = `npm run bench:scale -- [--counts 100,500,1000,2000] [--length 2000] [--seed 1]
  把小主题（src/tests/theme）配上自造的学习材料，在临时文件夹里构建，量每多一篇要多少；
  按直线推算一万篇、五万篇。不印 PDF，不画预览图。只在 Linux 上量得出时间和内存。`;

/** What one size of library cost and came to. */
interface Measured {
  count: number;
  lint: RunCost;
  build: RunCost;
  files: number;
  bytes: number;
  word: number;
  index: { files: number; bytes: number };
  pagefind: { files: number; bytes: number };
  text: { files: number; bytes: number };
  /** A document's page and the list of all documents, as an HTTP/2 host sends them. */
  page: number;
  list: number;
}

const packed = (file: string): number => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

async function measure(count: number, length: number, seed: number): Promise<Measured> {
  const root = copyProject(false);
  try {
    cpSync(join('src', 'tests', 'theme'), join(root, 'content'), { recursive: true });
    writeLessons(join(root, 'content'), 'content', count, length, seed);
    const lint = await costOf(['src/lint/cli.ts'], root, {});
    const build = await costOf(['src/tools/run.mjs', 'build'], root, { PDF: 'off', OG: 'off' });
    const dist = join(root, 'dist');
    return {
      count,
      lint,
      build,
      ...weigh(dist),
      word: weigh(join(dist, 'downloads')).bytes,
      index: weigh(join(dist, 'search', 'data')),
      pagefind: weigh(join(dist, 'pagefind')),
      text: weigh(join(dist, 'search', 'text')),
      page: packed(join(dist, 'lessons', 'b1', 'index.html')),
      list: packed(join(dist, 'lessons', 'index.html')),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const mega = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
const kilo = (bytes: number) => (bytes / 1024).toFixed(1);
const columns: [string, (of: Measured) => number, (value: number) => string][] = [
  ['检查，CPU 秒', ({ lint }) => lint.cpu, (value) => value.toFixed(1)],
  ['构建（含检查），CPU 秒', ({ build }) => build.cpu, (value) => value.toFixed(0)],
  ['内存峰值，MiB', ({ build }) => build.memory, (value) => value.toFixed(0)],
  ['全站文件，个', ({ files }) => files, (value) => value.toFixed(0)],
  ['全站，MiB', ({ bytes }) => bytes, mega],
  ['其中 Word，MiB', ({ word }) => word, mega],
  ['检索索引，MiB', ({ index }) => index.bytes, mega],
  ['检索索引，个', ({ index }) => index.files, (value) => value.toFixed(0)],
  ['Pagefind 备用索引，MiB', ({ pagefind }) => pagefind.bytes, mega],
  ['无索引备用正文，MiB', ({ text }) => text.bytes, mega],
  ['一篇的网页，KiB（brotli）', ({ page }) => page, kilo],
  ['学习材料目录页，KiB（brotli）', ({ list }) => list, kilo],
];

await runCommand(help, { counts: 'value', length: 'value', seed: 'value' }, false, async (given) => {
  const counts = (given.value('counts') ?? '100,500,1000,2000').split(',').map(Number);
  const [length, seed] = [Number(given.value('length') ?? 2000), Number(given.value('seed') ?? 1)];
  if (counts.length < 2 || counts.some((count) => !(count > 1))) throw new CommandError('--counts 要写两个以上的篇数，用逗号隔开，例如 100,500。');
  const found: Measured[] = [];
  for (const count of counts) {
    const one = await measure(count, length, seed);
    console.error(`${count} 篇：构建用 ${one.build.seconds.toFixed(0)} 秒，CPU ${one.build.cpu.toFixed(0)} 秒`);
    found.push(one);
  }
  const far = [10_000, 50_000];
  console.log(`\n每篇约 ${length} 字，种子 ${seed}。推算按最小二乘的直线；R² 小于 0.99 的，直线不合，推算只作参考。\n`);
  console.log(`| 项 | ${counts.map((count) => `${count} 篇`).join(' | ')} | 每多一篇 | R² | ${far.map((count) => `推算 ${count} 篇`).join(' | ')} |`);
  console.log(`|---|${'---|'.repeat(counts.length + 2 + far.length)}`);
  for (const [name, of, show] of columns) {
    const line: Line = fitLine(found.map((one) => [one.count, of(one)]));
    const each = show === mega ? `${kilo(line.slope)} KiB` : show === kilo ? `${line.slope.toFixed(1)} 字节` : line.slope.toFixed(3);
    console.log(`| ${name} | ${found.map((one) => show(of(one))).join(' | ')} | ${each} | ${line.fit.toFixed(3)} | ${far.map((count) => show(line.at(count))).join(' | ')} |`);
  }
  return 0;
});
