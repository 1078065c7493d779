import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from '../../features/export/parsed-tree.ts';
import { firstOf, hasClass, textOf, type SheetElement } from '../../features/export/tree.ts';
import type { SheetKind } from '../../features/handout/sheet.ts';

/** A page of the built site that gets files to download. */
export interface DownloadItem {
  /** Address below the base, "/cases/xiadang/". */
  path: string;
  title: string;
  html: string;
  article: SheetElement;
  /** ISO day of the content, from the page. */
  updated: string;
  sheets: SheetKind[];
  /** The page brings paper and margins of its own. */
  ownPaper: boolean;
}

const allSheets: SheetKind[] = ['handout', 'large', 'official'];

/** Which pages get files: texts and plans, these for both sides of the table, in three sheets; blank forms on their own. */
const places: { folder: string; inner?: string; sheets: SheetKind[] }[] = [
  { folder: 'lessons', sheets: allSheets },
  { folder: 'cases', sheets: allSheets },
  { folder: 'essays', sheets: allSheets },
  { folder: 'plans', sheets: allSheets },
  { folder: 'plans', inner: 'leader', sheets: allSheets },
  { folder: 'forms', sheets: allSheets },
  { folder: 'forms', inner: 'sheet', sheets: ['handout'] },
];

/** Reads the items of a built site. A page without an article or a date is a defect of the site and throws. */
export function downloadItems(site: string): DownloadItem[] {
  return places.flatMap(({ folder, inner, sheets }) => {
    if (!existsSync(join(site, folder))) return [];
    return readdirSync(join(site, folder))
      .filter((id) => statSync(join(site, folder, id)).isDirectory())
      .sort()
      .flatMap((id): DownloadItem[] => {
        const path = `/${[folder, id, ...(inner ? [inner] : [])].join('/')}/`;
        const file = join(site, path, 'index.html');
        if (!existsSync(file)) return [];
        const html = readFileSync(file, 'utf8');
        // A page that moved leads on and has nothing of its own.
        if (/http-equiv="refresh"/.test(html)) return [];
        const page = fromHtml(html);
        const article = firstOf(page, (element) => element.tag === 'article' || (hasClass(element, 'paper') && element.attributes['data-updated'] !== undefined));
        const heading = article && firstOf(article, ({ tag }) => tag === 'h1');
        if (!article || !heading) throw new Error(`${path} 没有 <article> 或标题，不能做成讲义文件`);
        const updated = article.attributes['data-updated'];
        if (!updated) throw new Error(`${path} 的 <article> 没有 data-updated（内容日期）`);
        return [{ path, title: textOf(heading).trim(), html, article, updated, sheets, ownPaper: / data-paper[ >=]/.test(html.slice(0, 300)) }];
      });
  });
}
