import { buildSite } from './site-build.ts';
import { runBin } from './spawn.ts';

/** The one test command: types, content, a fresh build, then units, the built site and a real browser. */
const steps: [string, () => Promise<boolean>][] = [
  ['类型检查', async () => (await runBin('astro', ['check', '--minimumFailingSeverity', 'hint'])) === 0],
  ['内容检查与构建', buildSite],
  ['测试', async () => (await runBin('vitest', ['run', '--config', 'src/tests/vitest.config.ts'])) === 0],
];
for (const [name, step] of steps) {
  console.log(`\n== ${name} ==`);
  if (!(await step())) {
    console.error(`\n“${name}”没有通过。`);
    process.exit(1);
  }
}
