import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { descendants, textOf } from '../features/export/tree.ts';
import { lettersOf, type Version, type VersionLedger } from '../model/versions.ts';
import { downloadItems } from './downloads/items.ts';

const file = join('content', 'versions.yaml');
const head = '# 版本簿：每篇发布过的各个版本，旧的在前；prints 是各段的指纹。由 npm run addresses 补记，只增不删。\n';

/** The present version of every text of a built site, with a print for each of its numbered paragraphs. */
export function presentVersions(site: string): Record<string, Version> {
  return Object.fromEntries(
    downloadItems(site).flatMap(({ path, article, updated }) => {
      const code = article.attributes['data-version'];
      if (!code || path.endsWith('/leader/')) return [];
      const prints = descendants(article, ({ attributes }) => Boolean(attributes['data-n'])).map((block) => lettersOf(createHash('sha256').update(textOf(block).replace(/\s+/g, '')).digest('hex').slice(0, 16), 4));
      return [[path, { code, date: updated, prints: prints.join(' ') }]];
    }),
  );
}

/** Adds the versions that the ledger does not have; never takes anything out. Returns how many were added. */
export function recordVersions(root: string, present: Readonly<Record<string, Version>>): number {
  const path = join(root, file);
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : `${head}{}\n`);
  const ledger = (document.toJS() ?? {}) as VersionLedger;
  let added = 0;
  for (const [address, version] of Object.entries(present)) {
    const past = ledger[address] ?? [];
    if (past.some(({ code }) => code === version.code)) continue;
    document.set(address, document.createNode([...past, version]));
    added += 1;
  }
  const map = document.contents as { flow?: boolean } | null;
  if (map) map.flow = false;
  if (added > 0) writeFileSync(path, document.toString({ lineWidth: 0 }));
  return added;
}
