import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCorpus } from '../../lint/corpus.ts';
import { collections, textCollections, type CollectionName, type TextCollection } from '../../model/ids.ts';
import { entryFiles, type EntryCollection } from '../../model/schemas.ts';
import { CommandError } from '../command.ts';
import { checkId, contextOf } from './context.ts';
import { commented, entryTemplates } from './entries.ts';
import { planTemplate } from './plan.ts';
import { textTemplates } from './texts.ts';

const isText = (kind: CollectionName): kind is TextCollection => (textCollections as readonly string[]).includes(kind);

/** Writes a file that does not exist yet; never over one that does. */
function writeNew(root: string, file: string, text: string): void {
  if (existsSync(join(root, file))) throw new CommandError(`${file} 已经有了，没有改动。请另起一个编号。`);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { flag: 'wx' });
}

/** The YAML file for a new entry: the only one of its collection, or the one that the author names. */
export function entryFileOf(root: string, kind: Exclude<EntryCollection, 'plans'>, named: string | undefined): string {
  const place = entryFiles[kind];
  if ('file' in place) return `content/${place.file}`;
  const folder = `content/${place.folder}`;
  const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((file) => file.endsWith('.yaml')).sort() : [];
  if (named !== undefined) {
    const file = named.endsWith('.yaml') ? named : `${named}.yaml`;
    if (!/^[a-z0-9-]+\.yaml$/.test(file)) throw new CommandError(`--in 后面写 ${folder}/ 里的文件名，只用小写字母、数字和连字符，例如 ${files[0] ?? 'xi.yaml'}`);
    return `${folder}/${file}`;
  }
  if (files.length === 1) return `${folder}/${files[0]}`;
  throw new CommandError(`${collections[kind]}分几个文件存放，请用 --in 写明放进哪一个：${files.join('、')}；写新名字就新建一个文件。\n例如：npm run new -- ${collections[kind]} q-xin --in ${files[0] ?? 'xi.yaml'}`);
}

const steps = (kind: CollectionName, id: string, isLive: boolean) => [
  isLive ? '  1. 填好每一处〔待写：…〕' : '  1. 去掉每行开头的“# ”（只去一层），填好每一处〔待写：…〕',
  ...(kind === 'quotes' ? [`  2. 对照出处一字一字核实，运行 npm run check-quotes -- ${id}`] : []),
  `  ${kind === 'quotes' ? 3 : 2}. npm run lint，照提示改到没有错误`,
  ...(isText(kind) ? [`  3. npm run dev，打开 /${kind}/${id}/ 看样子；发布前运行 npm run addresses 登记地址`] : []),
];

/** Makes the template of one new thing and returns what to tell the author. */
export function makeNew(root: string, kind: CollectionName, word: string | undefined, { file: named, print, now }: { file?: string | undefined; print?: boolean; now?: Date } = {}): string {
  const corpus = readCorpus(root);
  const id = checkId(corpus, kind, word);
  const context = contextOf(corpus, kind, id, now);
  if (isText(kind) || kind === 'plans') {
    const file = isText(kind) ? `content/${kind}/${id}.mdx` : `content/plans/${id}.yaml`;
    const text = isText(kind) ? textTemplates[kind](context) : planTemplate(context);
    if (print) return text;
    writeNew(root, file, text);
    return [`已写好 ${file}（${collections[kind]}），共 ${text.split('〔待写').length - 2} 处待写。`, ...steps(kind, id, true)].join('\n');
  }
  const template = entryTemplates[kind](context);
  if (print) return template;
  const file = entryFileOf(root, kind, named);
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const draft = before.split('\n').findIndex((line) => line.trimEnd() === `# - id: ${id}`);
  if (draft >= 0) throw new CommandError(`${file}:${draft + 1} 已有编号“${id}”的草稿，没有改动。`);
  if (before === '') writeNew(root, file, commented(template));
  else appendFileSync(path, `${before.endsWith('\n') ? '' : '\n'}${commented(template)}`);
  const line = before === '' ? 1 : before.replace(/\n$/, '').split('\n').length + 1;
  return [`已在 ${file} 第 ${line} 行起添了一条草稿（${collections[kind]}）。现在是注释，网站不读它。`, ...steps(kind, id, false)].join('\n');
}
