import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve, type Served } from '../serve.ts';
import { archive, impose, planSets, printBooklet, type PlanSet } from './booklets.ts';
import { sha256, type FileCache } from './cache.ts';
import type { DownloadItem } from './items.ts';
import type { MadeFile } from './links.ts';
import type { DownloadOptions } from './make.ts';
import { openBrowser } from './pdf.ts';

const main = /<main[\s\S]*<\/main>/;

/**
 * Adds the files that belong to a whole plan: the booklet, the same imposed for A3 and A4, and an archive of everything. They
 * stand under `<plan>#set`. Booklets come from the cache where nothing they are made from has changed.
 */
export async function addBooklets(site: string, items: readonly DownloadItem[], made: Map<string, MadeFile[]>, options: DownloadOptions & { recipe: string; code: string }, cache: FileCache): Promise<void> {
  let browser: Browser | undefined;
  let served: Served | undefined;
  let count = 0;
  const page = (path: string) => main.exec(readFileSync(join(site, path, 'index.html'), 'utf8'))?.[0] ?? '';
  const booklet = async (set: PlanSet): Promise<Uint8Array | undefined> => {
    const sources = [...set.basket.items.map((item) => page(item)), ...set.forms.map(({ html }) => html)];
    const key = sha256(['booklet 3', options.recipe, options.code, options.address, ...sources].join('\0')).slice(0, 32);
    const kept = cache.get(key);
    if (kept) return kept;
    browser ??= await openBrowser(options.log);
    if (!browser) return undefined;
    served ??= await serve(site, 0, options.base);
    const data = await printBooklet(browser, served.url, options.base, set, options.address);
    cache.put(key, data);
    count += 1;
    return data;
  };
  try {
    for (const set of planSets(items, options.base)) {
      const { path, title, updated } = set.plan;
      const files: MadeFile[] = [];
      const add = (name: string, format: MadeFile['format'], label: string, data: Uint8Array) => {
        const address = `/downloads${path.replace(/\/$/, '')}-${name}.${format}`;
        mkdirSync(dirname(join(site, address)), { recursive: true });
        writeFileSync(join(site, address), data);
        files.push({ address, format, label, saveAs: `${title.replace(/[\\/:*?"<>|]/g, '')}（${label}）.${format}`, bytes: data.length });
      };
      const whole = options.pdf ? await booklet(set) : undefined;
      if (whole) {
        add('heding', 'pdf', '合订本', whole);
        add('heding-a3', 'pdf', '合订本，A3对折', await impose(whole, 'A3', updated));
        add('heding-a4', 'pdf', '合订本，A4对折', await impose(whole, 'A4', updated));
      }
      const members = set.members.flatMap((item) => (made.get(item.path) ?? []).filter(({ sheet }) => sheet === 'handout'));
      add('quanbu', 'zip', '全部文件', archive(site, [...members, ...files], updated));
      made.set(`${path}#set`, files);
    }
  } finally {
    await browser?.close();
    await served?.stop();
  }
  if (count > 0) options.log(`合订本：新做${count}份`);
}
