import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashLength, isPage, missingFile, normalPage, versionText, type HeldFile, type HeldPlan, type Manifest } from '../manifest.ts';
import { planFiles } from './plan-paths.ts';

/** Kept on every device that was here once. What a build does not have is passed over. */
const corePages = ['index.html', 'search/index.html', 'handout/index.html', 'handout/sheets/index.html', 'meet/index.html', 'offline/index.html', missingFile];
const coreFiles = /^(?:assets\/.*\.(?:js|css)|search\/text\/.*|search\/data\/[^/]+\/suggest\.json|handout\/[^/]+|favicon\.svg)$/;

/** Word, PDF: worth keeping. Bundles of the same files are not. */
const files = /^downloads\/.*\.(?:docx|pdf)$/;
/** The parts of an index are a thousand small files; offline its plain text answers alike. */
const never = /^(?:pagefind\/|search\/data\/[^/]+\/(?!suggest\.json$)|offline\/manifest\.json$|.*\/sources\.json$|sw\.js$|robots\.txt$|sitemap|opensearch)/;
const wanted = /\.(?:html|js|css|json)$/;
const pictures = /\.(?:svg|png|jpe?g|webp|avif|gif|ico)$/;

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, hashLength);

/** Files that pages show themselves; pictures drawn for link previews are named in `meta` only and are left out. */
const shownBy = (pages: readonly string[], base: string): Set<string> =>
  new Set(pages.flatMap((html) => [...html.matchAll(/<(?!meta)[a-z][^>]*?\s(?:src|href|srcset)="([^"\s]+)/g)].map(([, address = '']) => address)).filter((address) => address.startsWith(`${base}/`)).map((address) => address.slice(base.length + 1)));

/** Lists a built folder. `base` is the path it will be published under, without a slash at its end. */
export function manifestOf(folder: string, base: string): Manifest {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).split('\\').join('/'))
    .filter((path) => !never.test(path))
    .sort();
  const text = new Map(all.filter(isPage).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const shown = shownBy([...text.values()], base);
  const kept = all.filter((path) => (path.startsWith('downloads/') && path !== 'downloads/index.html' ? files.test(path) : wanted.test(path) || (pictures.test(path) && (shown.has(path) || path.startsWith('assets/')))));
  const entries = kept.map((path): [string, HeldFile] => {
    const bytes = isPage(path) ? Buffer.from(normalPage(text.get(path) ?? '')) : readFileSync(join(folder, path));
    return [path, [hashOf(bytes), bytes.length]];
  });
  const listed = Object.fromEntries(entries);
  const has = (path: string) => path in listed;
  const plans: Record<string, HeldPlan> = {};
  for (const path of kept) {
    const id = /^plans\/([^/]+)\/index\.html$/.exec(path)?.[1];
    if (id) plans[id] = planFiles(id, (file) => text.get(file) ?? '', base, has);
  }
  const core = [...new Set([...corePages.filter(has), ...kept.filter((path) => coreFiles.test(path))])];
  const index = readdirSync(join(folder, 'search', 'data'))[0] ?? '';
  const rest = { index, files: listed, core, plans };
  return { version: hashOf(versionText(rest)), ...rest };
}
