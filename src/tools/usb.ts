import { resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { site } from '../library/site.ts';
import { CommandError, runCommand } from './command.ts';
import { buildSite, isStale } from './site-build.ts';
import { copyToDisk } from './usb/copy.ts';

const help = `把网站做成U盘版：一个文件夹，双击 index.html 就能打开，不用联网，不用安装。
用法：npm run build:usb -- [文件夹]     不写文件夹时是 dist-usb
网站比内容旧时先构建一次（PDF=off 不印 PDF）。`;

await runCommand(help, {}, false, async ({ words: [folder = 'dist-usb', ...more] }) => {
  if (more.length > 0) throw new CommandError('只能写一个文件夹。');
  const out = resolve(folder);
  // What stands there is replaced as a whole, so it must be an earlier copy or nothing.
  if (existsSync(out) && !existsSync(resolve(out, 'usb', 'start.js'))) throw new CommandError(`${folder} 已经有了，又不是U盘版。请换一个文件夹，或者先把它移开。`);
  if (isStale() && !(await buildSite())) return 1;
  const origin = new URL(process.env.SITE ?? (site().address || 'file:')).origin;
  const { files, bytes, pages } = await copyToDisk('dist', out, { origin: origin === 'null' ? '' : origin, siteName: site().name });
  console.log(`U盘版在 ${folder}：${pages}页，${files}个文件，${(bytes / 1024 / 1024).toFixed(1)} MB。整个文件夹拷到U盘即可。`);
  return 0;
});
