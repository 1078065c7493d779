import { join } from 'node:path';
import { readCorpus } from '../lint/corpus.ts';
import { editorsReport, words, type CountedText } from '../library/coverage.ts';
import { loadRegister } from '../library/register.ts';
import { site } from '../library/site.ts';
import { textSchemas } from '../model/schemas.ts';
import { CommandError, runCommand } from './command.ts';
import { table } from './width.ts';

const help = `编校一览：各主题有多少篇、多少条，哪些论述和出处没有用到，哪些论述只有一处出处，哪些外链没有人核对过。
只读不写。网站上 /about/editors/ 是同样的表。

用法
  npm run report              每张表最多列20行
  npm run report -- --all     全部列出
  npm run report -- links     只看一张表：topics unused-quotes single figures links unused-sources oldest

选项
  --all     列出全部
  --help    显示这一页`;

/** The texts of content/ that fit their schemas, and how many do not. */
function countedTexts(root: string): { texts: CountedText[]; refused: number } {
  const found = readCorpus(root).texts.map((text) => ({ text, result: textSchemas[text.collection].safeParse(text.data.value) }));
  const texts = found.flatMap(({ text, result }): CountedText[] => (result.success ? [{ collection: text.collection, id: text.id, data: result.data, body: text.body }] : []));
  return { texts, refused: found.length - texts.length };
}

await runCommand(help, { all: 'flag' }, false, ({ words: wanted, flag }) => {
  const root = process.cwd();
  const { texts, refused } = countedTexts(root);
  const parts = editorsReport({ texts, register: loadRegister(join(root, 'content')), site: site() });
  const unknown = wanted.find((name) => !parts.some(({ id }) => id === name));
  if (unknown !== undefined) throw new CommandError(`没有“${unknown}”这张表。可用的有：${parts.map(({ id }) => id).join('、')}`);
  for (const { id, title, note, columns, rows } of parts.filter((part) => wanted.length === 0 || wanted.includes(part.id))) {
    const shown = flag('all') ? rows : rows.slice(0, 20);
    console.log(`\n== ${title}（${rows.length}）[${id}]\n${note}\n`);
    console.log(rows.length === 0 ? '没有。' : table(columns, shown.map((row) => row.map(words))));
    if (shown.length < rows.length) console.log(`……还有 ${rows.length - shown.length} 行：npm run report -- ${id} --all`);
  }
  if (refused > 0) console.log(`\n有 ${refused} 篇题头不合规格，没有计入；运行 npm run lint 查看。`);
  return 0;
});
