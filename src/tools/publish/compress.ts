import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { FileCache, sha256 } from '../downloads/cache.ts';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** What compresses well; pictures, PDFs and Word files are compressed already. */
const worthwhile = /\.(?:html|css|js|json|xml|svg|txt|bin|ris|bib|webmanifest)$/;
/** Below this a packet is a packet. */
const least = 1024;

/** The smallest window that holds a file, in bits: the usual one costs more to set up than a small file to compress. */
const windowOf = (bytes: number): number => Math.min(22, Math.max(10, Math.ceil(Math.log2(bytes + 16))));

/** What was done: files that now have companions, and their sizes. */
export interface Compressed {
  files: number;
  bytes: number;
  brotliBytes: number;
}

/**
 * Writes .br and .gz beside every file of a finished site that gains by it, so that servers compress nothing themselves.
 * What has not changed comes from the cache. A companion is only written where it is smaller by a tenth.
 */
export async function compressSite(folder: string, cache = new FileCache(join('.astro', 'compressed'))): Promise<Compressed> {
  const waiting = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => worthwhile.test(file)).sort();
  const sum: Compressed = { files: 0, bytes: 0, brotliBytes: 0 };
  const companion = async (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const kept = cache.get(key);
    if (kept) return kept;
    const made = await make();
    cache.put(key, made);
    return made;
  };
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const path = join(folder, file);
      if (!existsSync(path)) continue;
      const data = readFileSync(path);
      if (data.length < least) continue;
      const hash = sha256(data).slice(0, 32);
      const small = await companion(`${hash}br`, () => brotli(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: windowOf(data.length), [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }));
      const zipped = await companion(`${hash}gz`, () => zip(data, { level: 9 }));
      if (small.length > data.length * 0.9) continue;
      // Beside, then a rename: the site may be served while this runs.
      for (const [extension, companionData] of [['br', small], ['gz', zipped]] as const) {
        writeFileSync(`${path}.${extension}.part`, companionData);
        renameSync(`${path}.${extension}.part`, `${path}.${extension}`);
      }
      sum.files += 1;
      sum.bytes += data.length;
      sum.brotliBytes += small.length;
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  cache.sweep();
  return sum;
}
