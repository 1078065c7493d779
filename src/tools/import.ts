import { runCommand } from './command.ts';
import { runImport } from './import/run.ts';

const help = `导入稿件：把 .docx、.md、.txt、.html 变成本站的 .mdx 文章，并报告改了什么、还要处理什么。
原稿不动；已有的文件不会被改写，重名就在后面加数字。

用法
  npm run import -- 稿件… [--kind 类别] [--out 文件夹] [--slug 编号] [--whole] [--keep] [--print]

写到哪里
  不写 --out 时，写在稿件旁边，网站不读它，可以慢慢改。
  --out content/essays 直接写进网站的文件夹。题头和遮盖处留有〔待写：…〕，没填完构建不会放行，不会误发出去。

选项
  --kind 类别   学习材料、案例、参考文章、工具表单之一，决定题头；不写时是参考文章，或随 --out 的文件夹
  --out 文件夹  写到哪里
  --slug 编号   文件名（网址的最后一段），几篇时后面加 -1、-2
  --whole       不分篇，不拆连在一起的段落
  --keep        不去掉像网站零件的行
  --print       只显示，什么也不写
  --help        显示这一页

做什么
  读 UTF-8、UTF-16、GB18030；标点、引号、空格照国标改；题目、小标题、列表、表格、脚注保留；
  Word 的修订按接受处理；文库网站的按钮、计数、备案行去掉；几篇连在一起的分开；
  打星号的名字标出来；引文逐字查对，登记过的换成编号，不一致的列出差别；
  与本站文章、各篇之间连着13字以上相同的列出来；四项的次序不对的列出来。

例子
  npm run import -- ~/发言稿.docx
  npm run import -- 范文.txt --out content/essays --slug speech-sample`;

await runCommand(help, { kind: 'value', out: 'value', slug: 'value', whole: 'flag', keep: 'flag', print: 'flag' }, true, ({ words, flag, value }) =>
  runImport(process.cwd(), words, { kind: value('kind'), out: value('out'), slug: value('slug'), whole: flag('whole'), keep: flag('keep'), print: flag('print') }, console.log),
);
