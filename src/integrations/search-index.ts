import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { lastIndex } from './last-index.ts';
import { gap } from '../features/search/excerpt.ts';
import { pieces } from '../text/norm.ts';
import { recordsOf, type SearchRecord } from '../features/search/reading-text.ts';

/** Postings per index chunk. Pagefind reads it from the environment; small chunks keep a first query small. */
const chunkSize = '1000';
/** First bytes of every decompressed Pagefind file. */
const signature = 'pagefind_dcd';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const spaced = (text: string) => pieces(text).map((piece) => piece.token).join(' ');

/** The page that Pagefind is given: one normalised character per token, headings weighted, anchors kept. */
function syntheticPage(record: SearchRecord): string {
  const blocks = record.blocks.map((block, at) => {
    const tag = block.heading ? (at === 0 ? 'h1' : 'h2') : 'p';
    const weight = at === 0 && block.heading ? ' data-pagefind-weight="10"' : '';
    const id = block.anchor ? ` id="${escape(block.anchor)}"` : '';
    return `<${tag}${id}${weight}>${spaced(block.text)} ${gap}</${tag}>`;
  });
  const meta = { title: record.title, note: record.note, k: spaced(record.title) };
  const metas = Object.entries(meta).map(([key, value]) => `<i data-pagefind-meta="${key}[content]" content="${escape(value)}"></i>`);
  const filter = `<i data-pagefind-filter="type[content]" content="${escape(record.type)}"></i>`;
  const type = `<i data-pagefind-meta="type[content]" content="${escape(record.type)}"></i>`;
  return `<html lang="zh-CN"><body><main data-pagefind-body>${filter}${type}${metas.join('')}${blocks.join('')}</main></body></html>`;
}

/** How many tokens the index must hold for a record: its characters, and a gap after each block. */
const tokenCount = (record: SearchRecord): number => record.blocks.reduce((sum, block) => sum + pieces(block.text).length + 1, 0);

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { id: string; text: string }[];
}

/** Puts the original words back into a fragment. Throws when Pagefind's tokens are no longer ours. */
async function restoreWords(file: string, records: ReadonlyMap<string, SearchRecord>) {
  const raw = gunzipSync(await readFile(file)).toString('utf8');
  if (!raw.startsWith(signature)) throw new Error(`Pagefind 的片段格式变了：${file}`);
  const fragment = JSON.parse(raw.slice(signature.length)) as Fragment;
  const record = records.get(fragment.url);
  if (!record) throw new Error(`Pagefind 的片段没有对应的页面：${fragment.url}`);
  const expected = tokenCount(record);
  const tokens = fragment.content.split(/\s+/).filter(Boolean);
  if (tokens.length !== expected)
    throw new Error(`检索索引与正文对不上：${record.url}（${tokens.length} 个字，应为 ${expected}）`);
  // The plain text is a third of the size of Pagefind's separated one; the page cuts it as it was cut here.
  fragment.content = record.blocks.map((block) => block.text).join(gap);
  // Of anchors that repeat only the first counts, and nobody reads their texts.
  fragment.anchors = fragment.anchors.filter(({ id }, at, all) => id !== all[at - 1]?.id).map((anchor) => ({ ...anchor, text: '' }));
  delete fragment.meta.k;
  await writeFile(file, gzipSync(signature + JSON.stringify(fragment), { level: 9 }));
}

async function htmlFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((file) => file.isFile() && file.name === 'index.html').map((file) => join(file.parentPath, file.name)).sort();
}

async function readRecords(folder: string): Promise<Map<string, SearchRecord>> {
  const records = new Map<string, SearchRecord>();
  for (const file of await htmlFiles(folder)) {
    const path = `/${relative(folder, file).split(sep).join('/').replace(/index\.html$/, '')}`;
    for (const record of recordsOf(await readFile(file, 'utf8'), path)) records.set(record.url, record);
  }
  return records;
}

async function writeIndex(folder: string): Promise<number> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize;
  const pagefind = await import('pagefind');
  const check = (errors: string[]) => {
    if (errors.length > 0) throw new Error(`Pagefind：${errors.join('；')}`);
  };
  try {
    const records = await readRecords(folder);
    const { index, errors } = await pagefind.createIndex({});
    check(errors);
    if (!index) throw new Error('Pagefind 没有建立索引');
    for (const record of records.values()) check((await index.addHTMLFile({ url: record.url, content: syntheticPage(record) })).errors);
    const target = join(folder, 'pagefind');
    check((await index.writeFiles({ outputPath: target })).errors);
    for (const file of await readdir(join(target, 'fragment'))) await restoreWords(join(target, 'fragment', file), records);
    // Pagefind's own user interfaces are not used: 0.5 MB less to publish.
    for (const file of await readdir(target)) if (/-ui\.|component|playground|highlight/.test(file)) await rm(join(target, file), { recursive: true });
    return records.size;
  } finally {
    await pagefind.close();
  }
}

/** Builds the search index from the finished pages, and lends the last one to `npm run dev`. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      logger.info(`检索索引：${await writeIndex(fileURLToPath(dir))} 条`);
    },
    'astro:server:setup': ({ server }) => {
      server.middlewares.use('/pagefind', lastIndex());
    },
  },
});
