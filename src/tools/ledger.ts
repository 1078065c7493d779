import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { readCorpus } from '../lint/corpus.ts';
import type { Problem } from '../lint/problem.ts';
import { ledgerFile, readLedger, vanished } from '../lint/rules/addresses.ts';
import { pagesOf } from './pages.ts';

/** A built site held against the ledger: what vanished is a problem, what is new only waits to be recorded. */
export interface LedgerCheck {
  problems: Problem[];
  /** Addresses of pages, and ids of quotations, that the ledger does not have. */
  addresses: string[];
  quotes: string[];
}

const quoteId = (path: string): string | undefined => /^\/quotes\/([^/]+)\/$/.exec(path)?.[1];

/** Holds the finished site in `dist` against `root`/content/addresses.yaml. */
export function checkLedger(root: string, dist: string): LedgerCheck {
  const found = readLedger(readCorpus(root));
  const pages = pagesOf(dist).filter((path) => path.endsWith('/'));
  const { addresses, quotes, redirects } = found?.value ?? { addresses: {}, quotes: {}, redirects: [] };
  // Version pages are kept by the ledger of versions.
  const own = pages.filter((path) => !path.startsWith('/v/') && !redirects.some(({ from }) => from === path));
  return {
    problems: found ? vanished(found, (path) => pages.includes(path)) : [],
    addresses: own.filter((path) => quoteId(path) === undefined && !(path in addresses)),
    quotes: own.flatMap((path) => quoteId(path) ?? []).filter((id) => !(id in quotes)),
  };
}

const head = `# 地址簿：发布过的每一个地址和每一条引文的编号，后面是登记的日期。由 npm run addresses 补记，只增不删。
# 一页改了名或撤了，旧地址在 redirects 里转到新地址，例如：
#   - { from: /cases/old/, to: /cases/new/, since: '2026-12-01' }`;

/** Adds what is new to the ledger, with its day; never takes anything out. Returns how much was added. */
export function record(root: string, { addresses, quotes }: Pick<LedgerCheck, 'addresses' | 'quotes'>, day: string): number {
  const path = join(root, ledgerFile);
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : `${head}\naddresses: {}\nquotes: {}\nredirects: []\n`);
  for (const address of addresses) document.setIn(['addresses', address], day);
  for (const id of quotes) document.setIn(['quotes', id], day);
  for (const name of ['addresses', 'quotes']) {
    const map = document.get(name) as { flow?: boolean } | undefined;
    if (map) map.flow = false;
  }
  writeFileSync(path, document.toString({ lineWidth: 0 }));
  return addresses.length + quotes.length;
}
