import { runBin } from './spawn.ts';

process.exitCode = await runBin('astro', ['dev', ...process.argv.slice(2)]);
