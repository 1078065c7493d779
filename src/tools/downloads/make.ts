import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { wordFile } from '../../features/export/docx-file.ts';
import { sheetNames } from '../../features/export/docx-styles.ts';
import { hasClass } from '../../features/export/tree.ts';
import type { SheetKind } from '../../features/handout/sheet.ts';
import { serve } from '../serve.ts';
import { FileCache, sha256 } from './cache.ts';
import { downloadItems, type DownloadItem } from './items.ts';
import { addBooklets } from './plan-files.ts';
import { fillSlots, type MadeFile } from './links.ts';
import { openBrowser, PdfPrinter } from './pdf.ts';

export interface DownloadOptions {
  /** Address of the published site without its trailing slash, printed in the files; empty where the operator has none. */
  address: string;
  base: string;
  siteName: string;
  /** Whether PDFs are wanted. */
  pdf: boolean;
  /** Whether Word files are: always but where only the building of the pages is measured. */
  word?: boolean;
  log: (line: string) => void;
}

/** Changes when the way files are made changes, so that kept ones are not used again. */
const recipe = '5';

const fileName: Record<SheetKind, string> = { handout: 'jiangyi', large: 'dazi', official: 'gongwen' };
const saveName = (title: string, sheet: string, extension: string): string => `${title.replace(/[\\/:*?"<>|]/g, '')}（${sheet}）.${extension}`;
const article = /<main[\s\S]*<\/main>/;

/** All style sheets of the site, which every printed file depends on. */
const stylesOf = (site: string): string =>
  readdirSync(join(site, 'assets')).filter((file) => file.endsWith('.css')).sort().map((file) => readFileSync(join(site, 'assets', file), 'utf8')).join('\n');

/** The scripts and styles that lay handouts out, which booklets depend on. */
const scriptsOf = (site: string): string => [...['handout/sheets/index.html', 'handout/sheets.css'].map((file) => join(site, file)), ...readdirSync(join(site, 'assets')).filter((file) => file.endsWith('.js')).sort().map((file) => join(site, 'assets', file))].map((file) => readFileSync(file, 'utf8')).join('\n');

/**
 * Makes the PDF and Word files of a built site in `site`/downloads and links them from its pages. What has not changed
 * since the last build comes from the cache; with nothing changed no browser is started. Without a browser PDFs are left
 * out with one line, and no link to one appears.
 */
export async function makeDownloads(site: string, options: DownloadOptions): Promise<Map<string, MadeFile[]>> {
  const cache = new FileCache();
  const styles = stylesOf(site);
  const items = downloadItems(site);
  const made = new Map<string, MadeFile[]>();
  const waiting: { item: DownloadItem; sheet: SheetKind; key: string }[] = [];
  const add = (item: DownloadItem, sheet: SheetKind, format: 'pdf' | 'docx', data: Uint8Array) => {
    const address = `/downloads${item.path.replace(/\/$/, '')}-${fileName[sheet]}.${format}`;
    mkdirSync(dirname(join(site, address)), { recursive: true });
    writeFileSync(join(site, address), data);
    const label = item.sheets.length > 1 || format === 'pdf' ? sheetNames[sheet] : 'Word';
    made.set(item.path, [...(made.get(item.path) ?? []), { address, format, sheet, label: format === 'docx' ? 'Word' : label, saveAs: saveName(item.title, sheetNames[sheet], format), bytes: data.length }]);
  };
  const keyOf = (item: DownloadItem, sheet: SheetKind, format: string) => sha256([recipe, format, sheet, options.address, options.siteName, format === 'pdf' ? styles : '', item.title, article.exec(item.html)?.[0] ?? ''].join('\0')).slice(0, 32);

  for (const item of items)
    for (const sheet of options.pdf ? item.sheets : []) {
      const key = keyOf(item, sheet, 'pdf');
      const kept = cache.get(key);
      if (kept) add(item, sheet, 'pdf', kept);
      else waiting.push({ item, sheet, key });
    }
  const browser = waiting.length > 0 ? await openBrowser(options.log) : undefined;
  if (browser) {
    const { url, stop } = await serve(site, 0, options.base);
    const printer = new PdfPrinter(browser, url, options.address);
    let done = 0;
    const work = async () => {
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        const data = await printer.print(options.base + job.item.path, job.sheet, job.item.updated, job.item.ownPaper);
        cache.put(job.key, data);
        add(job.item, job.sheet, 'pdf', data);
        done += 1;
        if (done % 20 === 0 || waiting.length === 0) options.log(`PDF：已印${done}份，还有${waiting.length}份`);
      }
    };
    try {
      await Promise.all([work(), work()]);
    } finally {
      await browser.close();
      await stop();
    }
  }
  let words = 0;
  for (const item of options.word === false ? [] : items) {
    const key = keyOf(item, 'handout', 'docx');
    let data: Uint8Array | undefined = cache.get(key);
    if (!data) {
      data = await wordFile([{ address: options.address ? options.address + options.base + item.path : item.path, article: item.article }], { title: item.title, siteName: options.siteName, date: item.updated, kind: 'handout', noteLines: !item.ownPaper, landscape: hasClass(item.article, 'landscape') });
      cache.put(key, data);
      words += 1;
    }
    add(item, 'handout', 'docx', data);
  }
  if (words > 0) options.log(`Word：新做${words}份`);
  await addBooklets(site, items, made, { ...options, recipe, code: styles + scriptsOf(site) }, cache);
  // A build without PDFs leaves the kept ones for the next that makes them.
  if (options.pdf) cache.sweep();
  const order: Record<string, number> = { handout: 0, large: 1, official: 2 };
  for (const files of made.values()) files.sort((a, b) => a.format.localeCompare(b.format) * -1 || (order[a.sheet ?? ''] ?? 9) - (order[b.sheet ?? ''] ?? 9));
  linkFiles(site, made, options.base);
  return made;
}

function linkFiles(site: string, made: ReadonlyMap<string, MadeFile[]>, base: string): void {
  for (const found of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (!found.endsWith('.html')) continue;
    const file = join(site, found);
    const html = readFileSync(file, 'utf8');
    if (html.includes('data-files="')) writeFileSync(file, fillSlots(html, made, base));
  }
}
