import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { wordFile } from '../../features/export/docx-file.ts';
import { hasClass } from '../../features/export/tree.ts';
import { downloadItems } from '../../tools/downloads/items.ts';

/** Not the blocking way: the test runner takes a process that does not answer for dead. */
const run = promisify(execFile);
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!office) console.warn('没有 LibreOffice，不检查 Word 文件的页数。');

describe.skipIf(!office)('a Word file in LibreOffice', () => {
  it.each(['/lessons/petition-regulations/', '/cases/xiadang/', '/plans/party-meeting-90/', '/forms/jiefang-dengji/sheet/'])('%s opens, and has as many pages when saved and opened again', async (path) => {
    const folder = mkdtempSync(join(tmpdir(), 'word-'));
    const convert = (file: string, to: string, out: string) => run(office!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', out, file], { timeout: 150_000 });
    const pages = async (file: string) => (await getDocumentProxy(new Uint8Array(readFileSync(file)))).numPages;
    try {
      const item = downloadItems('dist').find((found) => found.path === path)!;
      const file = join(folder, 'a.docx');
      writeFileSync(file, await wordFile([{ address: item.path, article: item.article }], { title: item.title, siteName: '资料库', date: item.updated, kind: 'handout', noteLines: false, landscape: hasClass(item.article, 'landscape') }));
      await convert(file, 'pdf', folder);
      const first = await pages(join(folder, 'a.pdf'));
      await convert(file, 'docx', join(folder, 'again'));
      await convert(join(folder, 'again', 'a.docx'), 'pdf', join(folder, 'again'));
      expect(first).toBeGreaterThan(0);
      expect(Math.abs(first - (await pages(join(folder, 'again', 'a.pdf'))))).toBeLessThanOrEqual(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
