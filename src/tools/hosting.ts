import { existsSync } from 'node:fs';
import { runCommand, CommandError } from './command.ts';
import { compressSite } from './publish/compress.ts';
import { writeHostFiles } from './publish/hosts.ts';

const help = `npm run hosting    给建好的 dist/ 配上压缩过的 .br、.gz，并在 hosting/ 写出服务器配置

  nginx.conf     放进 nginx 的 server { … }
  Caddyfile      Caddy 用，监听 8080
  Containerfile  容器镜像，不用 root 运行
发布在子目录的，构建和这里都写 BASE=/目录/。重新构建之后要再运行一次。`;

await runCommand(help, {}, false, async () => {
  if (!existsSync('dist/index.html')) throw new CommandError('还没有 dist/，请先运行 npm run build。');
  const started = performance.now();
  const { files, bytes, brotliBytes } = await compressSite('dist');
  writeHostFiles('hosting', (process.env.BASE ?? '').replace(/\/$/, ''));
  console.log(`压缩 ${files} 个文件，${(bytes / 1e6).toFixed(1)} MB 压成 ${(brotliBytes / 1e6).toFixed(1)} MB，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。配置在 hosting/。`);
  return 0;
});
