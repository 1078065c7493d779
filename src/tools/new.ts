import { runCommand } from './command.ts';
import { kindOf } from './new/context.ts';
import { makeNew } from './new/write.ts';

const help = `新建一篇或一条：写出带说明的样板，填好就能通过检查。已有的文件不会被改写。

用法
  npm run new -- 类别 编号 [--in 文件名] [--print]

类别
  学习材料 案例 参考文章 工具表单    写到 content/ 下对应文件夹，一篇一个 .mdx 文件
  学习方案                          写到 content/plans/编号.yaml
  论述 出处 文献 名词 大事 地点 主题 数据 误引 规范表述
                                    在对应的 .yaml 文件末尾添一条草稿；草稿是注释，填好再去掉每行开头的“# ”

编号
  就是网址的最后一段：小写字母、数字和连字符，例如 xiadang-road

选项
  --in 文件名   论述、数据分几个文件存放，写明放进哪一个，例如 --in mao.yaml
  --print       只显示样板，什么也不写
  --help        显示这一页

例子
  npm run new -- 案例 xiadang-road
  npm run new -- 论述 q-mao-xin --in mao.yaml
  npm run new -- 出处 rmrb-20260101-xin

写法见 content/README.md。`;

await runCommand(help, { in: 'value', print: 'flag' }, true, ({ words, flag, value }) => {
  const [kind = '', id] = words;
  console.log(makeNew(process.cwd(), kindOf(kind), id, { file: value('in'), print: flag('print') }));
  return 0;
});
