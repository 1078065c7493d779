import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (script: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...script.split(' '), ...args], { encoding: 'utf8' });
  return { stdout, stderr: stderr.trim(), status };
};

describe('the commands of authors', () => {
  it.each(['src/lint/cli.ts', ...['new', 'import', 'report', 'check-quotes', 'addresses'].map((name) => `src/tools/run.mjs ${name}`)])('%s: help in Chinese, and one line for an option that there is not', (script) => {
    const help = run(script, '--help');
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toMatch(/npm run [a-z-]+[\s\S]*\p{Script=Han}{4}|\p{Script=Han}{4}[\s\S]*npm run [a-z-]+/u);
    const wrong = run(script, '--nonsense');
    expect(wrong.status).toBeGreaterThan(0);
    expect(wrong.stdout).toBe('');
    expect(wrong.stderr).toMatch(/^没有“--nonsense”这个选项。可用的选项：.*--help$/);
  });
});
