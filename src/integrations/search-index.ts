import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexFiles } from '../features/search/build/files.ts';
import { writePagefind } from '../features/search/build/pagefind.ts';
import { suggestionRows } from '../features/search/build/suggestions.ts';
import { plainTextFiles } from '../features/search/build/plain-text.ts';
import { catalogueFile, facetsFile, indexFolder, misquotesFile, pagefindFolder, plainFolder, variantsFile, versionMark } from '../features/search/index/format.ts';
import { recordsOf, type SearchRecord } from '../features/search/reading-text.ts';
import { suggestionsFile } from '../features/search/suggest/rows.ts';
import { entries } from '../library/register.ts';
import { peopleNames } from '../library/names.ts';
import { lastIndex } from './last-index.ts';

interface Page {
  file: string;
  html: string;
  records: SearchRecord[];
}

async function readPages(folder: string): Promise<Page[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((file) => file.isFile() && /^(?:index|404)\.html$/.test(file.name)).map((file) => join(file.parentPath, file.name));
  return Promise.all(
    files.sort().map(async (file) => {
      const path = `/${relative(folder, file).split(sep).join('/').replace(/index\.html$/, '')}`;
      const html = await readFile(file, 'utf8');
      return { file, html, records: recordsOf(html, path) };
    }),
  );
}

/** Types in the order in which readers see them; equals in a list of results keep it. */
const typeOrder = ['论述', '学习材料', '案例', '参考文章', '工具表单', '学习方案', '大事', '名词', '地点', '辨正'];

const labels = () => ({
  type: new Map(typeOrder.map((type) => [type, type])),
  topic: new Map(entries('topics').sort((a, b) => a.order - b.order).map(({ id, short }) => [id, short])),
  place: new Map(entries('places').map(({ id, name }) => [id, name])),
});

async function writeAll(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Writes the index under a folder named by its content, and that name into every page that asks for it. */
async function writeIndex(folder: string): Promise<{ records: number; characters: number; files: number }> {
  const pages = await readPages(folder);
  const rank = ({ type }: SearchRecord) => (typeOrder.indexOf(type) + typeOrder.length + 1) % (typeOrder.length + 1);
  const records = pages.flatMap((page) => page.records).sort((a, b) => rank(a) - rank(b));
  const { files, text, stored, catalogue, facets, misquotes, variants } = indexFiles(records, labels(), entries('misquotes'));
  files.set(suggestionsFile, JSON.stringify(suggestionRows(records, entries('glossary'), entries('places'), peopleNames(), text)));
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(name).update(content);
  const version = hash.digest('hex').slice(0, 10);
  await writeAll(join(folder, indexFolder, version), files);
  const plain = plainTextFiles({ catalogue, facets, misquotes, variants, records: stored });
  await writeAll(join(folder, plainFolder, version), new Map(plain.map((content, at) => [`${at}.js`, content])));
  await writePagefind(join(folder, pagefindFolder), stored, catalogue.pairs);
  // What Pagefind's answers need beside it, so that it stands alone when our own index cannot be had.
  for (const name of [catalogueFile, facetsFile, misquotesFile, variantsFile]) await writeFile(join(folder, pagefindFolder, name), files.get(name) ?? '');
  for (const { file, html } of pages) if (html.includes(versionMark)) await writeFile(file, html.replaceAll(versionMark, version));
  return { records: records.length, characters: text.length, files: files.size };
}

/** Builds the search index from the finished pages, and lends the last one to `npm run dev`. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { records, characters, files } = await writeIndex(fileURLToPath(dir));
      logger.info(`检索索引：${records}条，${characters}字，${files}个文件`);
    },
    'astro:server:setup': ({ server }) => {
      for (const folder of [indexFolder, plainFolder, pagefindFolder]) server.middlewares.use(`/${folder}`, lastIndex(folder));
    },
  },
});
