import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('leaves the last good dist untouched when the content is broken, and says where', () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  try {
    cpSync('content', join(folder, 'content'), { recursive: true });
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'index.html'), '上一次的网站');
    const quotes = join(folder, 'content', 'quotes', 'xi.yaml');
    writeFileSync(quotes, readFileSync(quotes, 'utf8').replace('verified: 2', 'verified: 3'));
    const run = () => execFileSync(process.execPath, [resolve('src/tools/run.mjs'), 'build'], { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
    expect(run).toThrow(/quotes\/xi\.yaml:\d+:\d+ 错误 .*verified/);
    expect(readFileSync(join(folder, 'dist', 'index.html'), 'utf8')).toBe('上一次的网站');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
