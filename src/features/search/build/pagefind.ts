import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { gap, tokensOf, tongue, type StoredRecord } from '../index/format.ts';
import { layOut } from '../index/layout.ts';

/** Postings per index chunk. Pagefind reads it from the environment; small chunks keep a first query small. */
const chunkSize = (pairs: boolean) => (pairs ? '4000' : '1000');
/** First bytes of every decompressed Pagefind file. */
const signature = 'pagefind_dcd';
/** Stands between blocks for Pagefind: it takes a position and is no word, so that no phrase runs across it. */
const stop = '¶';

/**
 * The tokens of a record, block by block, in the order of our own index. Of pairs the last block is the record's characters,
 * each once: looked up as the beginning of pairs, a common one would be missed where its pairs go over several index files.
 */
function blocksOf(record: StoredRecord, pairs: boolean): string[][] {
  const blocks = layOut([record]).text.split(gap).slice(0, -1);
  return [...blocks.map((block) => tokensOf(block, pairs)), ...(pairs ? [[...new Set(blocks.join(''))]] : [])];
}

/**
 * The page that Pagefind is given. Tokens are cut already: its language is one that Pagefind does not know, because a page in
 * Chinese would have its pairs cut into words again.
 */
const syntheticPage = (blocks: readonly string[][]): string =>
  `<html lang="${tongue}"><body><main data-pagefind-body>${blocks.map((tokens) => `<p>${[...tokens, stop].join(' ')}</p>`).join('')}</main></body></html>`;

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: unknown[];
}

const addressOf = (number: number): string => `/${number}/`;

/** Puts the record into its fragment in place of the tokens. Throws when Pagefind's tokens are no longer ours. */
async function restore(file: string, records: readonly StoredRecord[], pairs: boolean): Promise<number> {
  const raw = gunzipSync(await readFile(file)).toString('utf8');
  if (!raw.startsWith(signature)) throw new Error(`Pagefind 的片段格式变了：${file}`);
  const fragment = JSON.parse(raw.slice(signature.length)) as Fragment;
  const number = Number(/^\/(\d+)\/$/.exec(fragment.url)?.[1]);
  const record = records[number];
  if (!record) throw new Error(`Pagefind 的片段没有对应的条目：${fragment.url}`);
  const expected = blocksOf(record, pairs).reduce((sum, tokens) => sum + tokens.length + 1, 0);
  const found = fragment.content.split(/\s+/).filter(Boolean).length;
  if (found !== expected) throw new Error(`Pagefind 索引与正文对不上：${record.url}（${found} 个，应为 ${expected}）`);
  const kept: Fragment = { ...fragment, content: JSON.stringify(record), meta: {}, anchors: [] };
  await writeFile(file, gzipSync(signature + JSON.stringify(kept), { level: 9 }));
  return number;
}

/**
 * Writes Pagefind's index of the same records into a folder. It is the second engine, asked when our own index cannot be
 * had, and the independent check of it. What leans on Pagefind's inside is counted here and stops the build when it changes.
 */
export async function writePagefind(folder: string, records: readonly StoredRecord[], pairs: boolean): Promise<void> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize(pairs);
  const pagefind = await import('pagefind');
  const check = (errors: string[]) => {
    if (errors.length > 0) throw new Error(`Pagefind：${errors.join('；')}`);
  };
  try {
    const { index, errors } = await pagefind.createIndex({});
    check(errors);
    if (!index) throw new Error('Pagefind 没有建立索引');
    for (const [number, record] of records.entries()) check((await index.addHTMLFile({ url: addressOf(number), content: syntheticPage(blocksOf(record, pairs)) })).errors);
    await mkdir(folder, { recursive: true });
    check((await index.writeFiles({ outputPath: folder })).errors);
    const seen = new Set<number>();
    for (const file of await readdir(join(folder, 'fragment'))) seen.add(await restore(join(folder, 'fragment', file), records, pairs));
    if (seen.size !== records.length) throw new Error(`Pagefind 只收了 ${seen.size} 条，应为 ${records.length} 条`);
    // Its user interfaces are not used: 0.5 MB less to publish.
    for (const file of await readdir(folder)) if (/-ui\.|component|playground|highlight/.test(file)) await rm(join(folder, file), { recursive: true });
  } finally {
    await pagefind.close();
  }
}
