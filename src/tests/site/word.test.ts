import { describe, expect, it } from 'vitest';
import { wordFile } from '../../features/export/docx-file.ts';
import { hasClass } from '../../features/export/tree.ts';
import { downloadItems, type DownloadItem } from '../../tools/downloads/items.ts';

const items = downloadItems('dist');
const made = (item: DownloadItem) => wordFile([{ address: item.path, article: item.article }], { title: item.title, siteName: '资料库', date: item.updated, kind: 'handout', noteLines: false, landscape: hasClass(item.article, 'landscape') });

describe('Word files', () => {
  it('can be made of every page: no element is without a mapping', async () => {
    const wrong: string[] = [];
    for (const item of items) await made(item).catch((error: unknown) => wrong.push(`${item.path}: ${String(error)}`));
    expect(items.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  it('have the same bytes at every making', async () => {
    const item = items.find(({ path }) => path === '/cases/xiadang/')!;
    const [first, second] = [await made(item), await made(item)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});
