import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { CommandError, runCommand } from './command.ts';
import { seeded } from './bench/seeded.ts';
import { killBuilds, themeCopy } from './killed-builds.ts';

const help = `杀掉构建若干次（默认50次），每次都在一个随机的时刻，看网站是不是始终完整。用的是 src/tests/theme 里的小内容。
用法：npm run kills -- [次数] [--seed 数字]`;

await runCommand(help, { seed: 'value' }, false, async ({ words: [times = '50'], value }) => {
  if (!/^[1-9]\d*$/.test(times)) throw new CommandError('次数要写成整数。');
  const seed = Number(value('seed') ?? Date.now() % 1_000_000);
  const root = themeCopy();
  try {
    const found = await killBuilds(root, Number(times), seeded(seed), (line) => console.log(line));
    console.log(JSON.stringify({ seed, cores: availableParallelism(), ...found }, null, 1));
    return found.wrong.length > 0 ? 1 : 0;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
