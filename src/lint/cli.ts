import { readFileSync, writeFileSync } from 'node:fs';
import { checkContent } from './check.ts';
import { fixContent } from './fix.ts';
import { format } from './problem.ts';
import { withRuleTable } from './rule-table.ts';

const help = `用法：npm run lint [-- 选项]

检查 content/ 里的全部内容，逐处指出哪个文件、哪一行、错在哪里、怎么改。

选项：
  --fix    先把能放心改的改好，再检查：汉字旁的半角标点、成对的直引号、
           写成 ... 的省略号、汉字与数字之间的空格。登记的引文、<Q> 里的
           文字、引号里8个以上汉字的话、代码和写了免检的地方一概不动；
           改了什么逐处列出。
  --rules  按程序重写 content/README.md 里的规则表
  --help   显示这段说明

规则的说明和免检的写法见 content/README.md。有错误时退出码为 1，只有提醒时为 0。`;

const handbook = 'content/README.md';

function check(): number {
  const problems = checkContent(process.cwd());
  const errors = problems.filter((problem) => problem.level === '错误').length;
  for (const problem of problems) console.error(format(problem));
  if (errors > 0) console.error(`\n共 ${errors} 处错误，改好后再构建。`);
  else console.log(`内容检查通过${problems.length > 0 ? `，有 ${problems.length} 处提醒` : ''}。`);
  return errors > 0 ? 1 : 0;
}

function fix(): number {
  const changes = fixContent(process.cwd());
  for (const { file, line, column, before, after } of changes) console.log(`${file}:${line}:${column} “${before}” → “${after}”`);
  console.log(changes.length > 0 ? `改了 ${changes.length} 处。\n` : '没有能自动改的。\n');
  return check();
}

function rules(): number {
  const before = readFileSync(handbook, 'utf8');
  const after = withRuleTable(before);
  if (after !== before) writeFileSync(handbook, after);
  console.log(after !== before ? `${handbook} 的规则表已更新。` : `${handbook} 的规则表没有变化。`);
  return 0;
}

function run(options: string[]): number {
  const unknown = options.find((option) => !['--fix', '--rules', '--help', '-h'].includes(option));
  if (unknown) {
    console.error(`没有“${unknown}”这个选项。可用的选项：--fix、--rules、--help`);
    return 2;
  }
  if (options.includes('--help') || options.includes('-h')) {
    console.log(help);
    return 0;
  }
  if (options.includes('--rules')) return rules();
  return options.includes('--fix') ? fix() : check();
}

process.exitCode = run(process.argv.slice(2));
