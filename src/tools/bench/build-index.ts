import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { indexFiles } from '../../features/search/build/files.ts';
import { writePagefind } from '../../features/search/build/pagefind.ts';
import { catalogueFile } from '../../features/search/index/format.ts';
import { makeCorpus } from './corpus.ts';

/** What building one of the two indexes cost. Seconds are CPU seconds, children included; memory is in MiB. */
export interface Cost {
  seconds: number;
  memory: number;
  childMemory: number;
  files: number;
  bytes: number;
  characters: number;
}

/** CPU seconds of this process and, where the system tells (Linux), of the children that have ended. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  const stat = existsSync('/proc/self/stat') ? readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /, '').split(' ') : [];
  // Fields 16 and 17, counted from 1: ticks of waited-for children, a hundred a second.
  return (user + system) / 1e6 + (Number(stat[13] ?? 0) + Number(stat[14] ?? 0)) / 100;
}

/** The most memory that a child has held so far, in MiB; 0 where the system does not tell. */
function childPeak(): number {
  const list = `/proc/self/task/${process.pid}/children`;
  if (!existsSync(list)) return 0;
  const peaks = readFileSync(list, 'utf8').trim().split(' ').filter(Boolean).map((pid) => {
    const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  });
  return Math.max(0, ...peaks);
}

const weigh = (folder: string): { files: number; bytes: number } => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, bytes: files.reduce((sum, file) => sum + readFileSync(join(file.parentPath, file.name)).length, 0) };
};

/** Builds one index of a made-up corpus into a folder, in a process of its own, and prints what it cost. */
async function main(kind: string, folder: string, records: number, length: number): Promise<void> {
  const corpus = makeCorpus('content', records, length);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const before = cpuSeconds();
  const { files, stored, text, catalogue } = indexFiles(corpus, {}, []);
  const own = cpuSeconds();
  let childMemory = 0;
  if (kind === 'own')
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  else {
    const watch = setInterval(() => (childMemory = Math.max(childMemory, childPeak())), 100);
    await writePagefind(folder, stored, catalogue.pairs);
    clearInterval(watch);
    writeFileSync(join(folder, catalogueFile), files.get(catalogueFile) ?? '');
  }
  // Pagefind's cost does not count the index that was made only for its catalogue.
  const seconds = cpuSeconds() - (kind === 'own' ? before : own);
  const cost: Cost = { seconds, memory: process.resourceUsage().maxRSS / 1024, childMemory, characters: text.length, ...weigh(folder) };
  console.log(JSON.stringify(cost));
}

const [kind = '', folder = '', records = '', length = ''] = process.argv.slice(2);
await main(kind, folder, Number(records), Number(length));
