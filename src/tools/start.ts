import { serve } from './serve.ts';
import { buildSite, isStale } from './site-build.ts';
import { existsSync } from 'node:fs';

if (isStale()) {
  console.log('正在构建网站……');
  if (!(await buildSite({ pdf: false }))) {
    if (!existsSync('dist/index.html')) process.exit(1);
    console.error('下面打开的是上一次构建成功的网站。');
  }
}
const { url } = await serve('dist', Number(process.env.PORT ?? 4321));
console.log(`四下基层学习资料库：${url}/\n按 Ctrl+C 停止。`);
