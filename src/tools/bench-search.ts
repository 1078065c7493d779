import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { SearchEngine } from '../features/search/engine.ts';
import { FetchedSource } from '../features/search/index/fetched-source.ts';
import { findExact } from '../features/search/query/exact.ts';
import { termsOf } from '../features/search/query/terms.ts';
import type { Cost } from './bench/build-index.ts';
import { makeCorpus } from './bench/corpus.ts';
import { measureSite } from './bench/on-site.ts';
import { questions, type Question } from './bench/questions.ts';
import { runCommand } from './command.ts';

const help = `npm run bench:search -- [--records 6000] [--length 1060] [--queries 2000] [--keep] [--site]
  用本站的词造一个大库（在系统临时文件夹里），量检索：查全、查准、首次下载、速度、建索引的时间和内存。
  --site 只量已经建好的网站：在浏览器里，慢网的首条结果，慢机器上每次按键到结果。`;

/** The middle and the 95th percentile. */
const spread = (values: number[]): [number, number] => {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted[Math.floor(sorted.length * 0.95)] ?? 0];
};
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const milliseconds = (time: number) => `${time.toFixed(1)} ms`;

/** A source that reads the index from a folder and counts what a browser would have downloaded: text packed, postings as they are. `packed` keeps sizes for the next one. */
function counting(folder: string, packed = new Map<string, number>()): { source: FetchedSource; bytes: () => number } {
  let bytes = 0;
  const read = (file: string): Promise<Response> => {
    const content = readFileSync(join(folder, file));
    const size = packed.get(file) ?? (file.endsWith('.bin') ? content.length : gzipSync(content).length);
    packed.set(file, size);
    bytes += size;
    return Promise.resolve(new Response(content));
  };
  return { source: new FetchedSource('', read), bytes: () => bytes };
}

function build(kind: 'own' | 'pagefind', folder: string, records: number, length: number): Cost {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'bench', 'build-index.ts'), kind, folder, String(records), String(length)], { encoding: 'utf8', maxBuffer: 1e8 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').pop() ?? '') as Cost;
}

/** Recall and precision of the index over all questions, and the time of each warm query with its ten first results. */
async function ask(folder: string, asked: readonly Question[]) {
  const { source } = counting(folder);
  const engine = new SearchEngine(source);
  const times: number[] = [];
  const wrong: string[] = [];
  let [recall, precision, answered, existing] = [0, 0, 0, 0];
  for (const { phrase, truth } of asked) {
    const found = (await findExact(source, termsOf(phrase))).matches.filter((match) => match.terms.every((hit) => hit.asTyped)).map(({ record }) => record);
    const right = new Set(truth);
    const hits = found.filter((record) => right.has(record)).length;
    if (truth.length > 0) [recall, existing] = [recall + hits / truth.length, existing + 1];
    if (found.length > 0) [precision, answered] = [precision + hits / found.length, answered + 1];
    if (hits !== truth.length || hits !== found.length) wrong.push(`${phrase}: ${truth.length} -> ${found.length}`);
    const before = performance.now();
    const answer = await engine.search(`${phrase} `, { choice: {}, sort: 'relevance' });
    await answer.hits(0, 10);
    times.push(performance.now() - before);
  }
  return { recall: recall / existing, precision: precision / answered, wrong, times };
}

/** What a first query downloads, with nothing kept from before, up to its first result; of every phrase that is there, since the dearest ones are few. */
async function first(folder: string, asked: readonly Question[]): Promise<number[]> {
  const sizes: number[] = [];
  const packed = new Map<string, number>();
  for (const { phrase } of asked.filter(({ truth }) => truth.length > 0)) {
    const { source, bytes } = counting(folder, packed);
    const answer = await new SearchEngine(source).search(phrase, { choice: {}, sort: 'relevance' });
    await answer.hits(0, 1);
    sizes.push(bytes());
  }
  return sizes;
}

/** The scripts of the search page of the last build, packed. */
function scriptBytes(): number {
  const page = join('dist', 'search', 'index.html');
  if (!existsSync(page)) return 0;
  const files = readdirSync(join('dist', 'assets'));
  const seen = new Set<string>();
  const follow = (text: string) => {
    for (const file of files)
      if (file.endsWith('.js') && !seen.has(file) && new RegExp(`(?:src="[^"]*/|from\\s*"\\./|import\\s*"\\./)${file.replace(/[.]/g, '\\.')}"`).test(text)) {
        seen.add(file);
        follow(readFileSync(join('dist', 'assets', file), 'utf8'));
      }
  };
  follow(readFileSync(page, 'utf8'));
  return [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(join('dist', 'assets', file))).length, 0);
}

const row = (what: string, found: string, bar = '') => console.log(`| ${what} | ${found} | ${bar} |`);
const head = () => console.log('\n| 项 | 结果 | 要求 |\n|---|---|---|');

/** Measures the built site with the judged queries, as readers would type them. */
async function site(): Promise<number> {
  const judged = parse(readFileSync(join('src', 'tests', 'judged.yaml'), 'utf8')) as { q: string }[];
  const { cold, coldBytes, keys } = await measureSite(judged.map(({ q }) => q));
  head();
  row('慢网（1.6 Mbit/s，150 ms）打开检索到首条结果，中位/95%/最大', [...spread(cold), Math.max(...cold)].map(milliseconds).join(' / '), '2500 ms');
  row('首条结果以前的脚本和数据，中位/95%/最大', [...spread(coldBytes), Math.max(...coldBytes)].map(kilobytes).join(' / '), '120 KB');
  row(`按键到结果（处理器慢到四分之一，共${keys.length}次），中位/95%`, spread(keys).map(milliseconds).join(' / '), '50 / 150 ms');
  return 0;
}

await runCommand(help, { records: 'value', length: 'value', queries: 'value', keep: 'flag', site: 'flag' }, false, async (given) => {
  if (given.flag('site')) return site();
  const number = (name: string, otherwise: number) => Number(given.value(name) ?? otherwise);
  const [records, length, queries] = [number('records', 6000), number('length', 1060), number('queries', 2000)];
  const folder = join(tmpdir(), 'search-bench');
  console.log(`造库：${records} 条，每条约 ${length} 字。`);
  const own = build('own', join(folder, 'own'), records, length);
  const pagefind = build('pagefind', join(folder, 'pagefind'), records, length);
  const asked = questions(makeCorpus('content', records, length), queries);
  const { recall, precision, wrong, times } = await ask(join(folder, 'own'), asked);
  const [typical, slow] = spread(times);
  const sizes = (await first(join(folder, 'own'), asked)).map((size) => size + scriptBytes());
  const [size, large] = spread(sizes);
  head();
  row('字数', String(own.characters));
  row('查全', recall.toFixed(4), '1.0000');
  row('查准', precision.toFixed(4), '1.0000');
  row('首次查询下载，中位/95%/最大（含脚本）', `${kilobytes(size)} / ${kilobytes(large)} / ${kilobytes(Math.max(...sizes))}`, '140 KB');
  row('热查询含前10条，中位/95%', `${milliseconds(typical)} / ${milliseconds(slow)}`, '50 ms');
  row('建索引，CPU', `${own.seconds.toFixed(1)} s`, '60 s');
  row('建索引，内存峰值', `${own.memory.toFixed(0)} MiB`);
  row('索引', `${own.files} 个文件，${(own.bytes / 2 ** 20).toFixed(1)} MiB`);
  row('Pagefind，CPU', `${pagefind.seconds.toFixed(1)} s`);
  row('Pagefind，内存峰值（Node / 子进程）', `${pagefind.memory.toFixed(0)} / ${pagefind.childMemory.toFixed(0)} MiB`);
  row('Pagefind，索引', `${pagefind.files} 个文件，${(pagefind.bytes / 2 ** 20).toFixed(1)} MiB`);
  if (wrong.length > 0) console.error(`\n不符 ${wrong.length} 个：\n${wrong.slice(0, 20).join('\n')}`);
  if (!given.flag('keep')) rmSync(folder, { recursive: true, force: true });
  return wrong.length > 0 ? 1 : 0;
});
