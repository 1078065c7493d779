import { ledger, type Ledger } from '../../model/addresses.ts';
import { textCollections, type CollectionName } from '../../model/ids.ts';
import { idsOf, type Corpus, type EntryFile } from '../corpus.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

const rule = 'addresses';
export const ledgerFile = 'content/addresses.yaml';

/** Collections whose every entry has a page: /<collection>/<id>/. The other pages are known only to the finished site. */
const withPages: CollectionName[] = [...textCollections, 'plans', 'quotes', 'topics'];

const problem = (file: EntryFile, path: PropertyKey[], message: string, hint: string): Problem => ({ file: file.file, ...file.data.at(path), level: '错误', message, hint, rule });

/** The ledger as the corpus has it; undefined where it is missing or not readable, which other problems tell. */
export function readLedger(corpus: Corpus): { file: EntryFile; value: Ledger } | undefined {
  const file = corpus.entryFiles.find(({ collection }) => collection === 'addresses');
  const result = file && ledger.safeParse(file.data.value);
  return file && result?.success ? { file, value: result.data } : undefined;
}

const mend = (path: string) => `恢复这一页；改了名的，在 redirects 里加一条：{ from: ${path}, to: 新地址, since: '今天的日期' }`;

/**
 * Addresses and quotation ids of the ledger that lead nowhere any more, redirects that lead astray. `exists` knows the
 * pages, or says that it cannot tell.
 */
export function vanished({ file, value }: { file: EntryFile; value: Ledger }, exists: (path: string) => boolean | undefined): Problem[] {
  const froms = value.redirects.map(({ from }) => from);
  const gone = (path: string) => exists(path) === false && !froms.includes(path);
  return [
    ...Object.keys(value.addresses)
      .filter(gone)
      .map((path) => problem(file, ['addresses', path], `发布过的地址 ${path} 没有了`, mend(path))),
    ...Object.keys(value.quotes)
      .filter((id) => gone(`/quotes/${id}/`))
      .map((id) => problem(file, ['quotes', id], `发布过的引文编号“${id}”没有了`, mend(`/quotes/${id}/`))),
    ...value.redirects.flatMap(({ from, to }, at) => {
      const target = to.replace(/#.*$/, '');
      if (froms.indexOf(from) !== at) return [problem(file, ['redirects', at, 'from'], `${from} 转了两次`, '只留一条')];
      if (froms.includes(target)) return [problem(file, ['redirects', at, 'to'], `${to} 自己也转走了`, '直接写最后的地址')];
      if (exists(target) === false) return [problem(file, ['redirects', at, 'to'], `没有 ${target} 这一页`, '写一个现有的地址')];
      return [];
    }),
  ];
}

/** Entries with a page of their own that the ledger does not have yet: one reminder a file, at the first. */
function unrecorded(corpus: Corpus, value: Ledger): Problem[] {
  const remind = (file: string, place: { line: number; column: number }, [path = '', ...more]: string[]): Problem => ({
    file,
    ...place,
    level: '提醒',
    message: `新地址 ${path} ${more.length > 0 ? `等 ${more.length + 1} 个` : ''}还没有登记`,
    hint: `发布前运行 npm run addresses，它会记入 ${ledgerFile}`,
    rule,
  });
  const texts = corpus.texts.map(({ collection, id, file }) => ({ path: `/${collection}/${id}/`, file, place: { line: 1, column: 1 } }));
  const entries = corpus.entryFiles
    .filter(({ collection }) => withPages.includes(collection as CollectionName))
    .flatMap(({ collection, file, data }) =>
      (Array.isArray(data.value) ? (data.value as { id?: unknown }[]) : []).map((entry, at) => ({ path: `/${collection}/${String(entry?.id)}/`, file, place: data.at([at, 'id']) })),
    );
  const known = (path: string) => path in value.addresses || (/^\/quotes\/([^/]+)\/$/.exec(path)?.[1] ?? '') in value.quotes;
  const fresh = [...texts, ...entries].filter(({ path }) => !known(path));
  return fresh
    .filter(({ file }, at) => fresh.findIndex((other) => other.file === file) === at)
    .map(({ file, place }) => remind(file, place, fresh.filter((other) => other.file === file).map(({ path }) => path)));
}

/** What was once published stays reachable: nothing of the ledger vanishes from content without a redirect. */
function findVanished(corpus: Corpus): Problem[] {
  if (!corpus.files.includes(ledgerFile))
    return [{ file: ledgerFile, line: 1, column: 1, level: '错误', message: '没有地址簿', hint: '从版本库恢复它；新的资料库运行 npm run addresses', rule }];
  const found = readLedger(corpus);
  if (!found) return [];
  const ids = new Map(withPages.map((collection) => [collection as string, idsOf(corpus, collection)]));
  const exists = (path: string): boolean | undefined => {
    const [, collection = '', id = ''] = /^\/([a-z]+)\/([^/]+)\/$/.exec(path) ?? [];
    return ids.get(collection)?.has(id);
  };
  const shadowed = found.value.redirects.flatMap(({ from }, at) => (exists(from) ? [problem(found.file, ['redirects', at, 'from'], `${from} 还有这一页，不能转走`, '删去这条转址，或先给这一页改名')] : []));
  return [...vanished(found, exists), ...shadowed, ...unrecorded(corpus, found.value)];
}

export const addresses: Check = { rules: [{ name: rule, level: '错误或提醒', what: '发布过的地址和引文编号还在不在，转址通不通；新地址登记没有（提醒）' }], run: findVanished };
