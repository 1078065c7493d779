import { buildSite } from './site-build.ts';

const started = performance.now();
const done = await buildSite();
if (done) console.log(`网站已建在 dist/，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`);
process.exitCode = done ? 0 : 1;
