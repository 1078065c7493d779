import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a build needs beside content/ and node_modules. */
const parts = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json', 'LICENSE'];

/** A copy of the project for tests that build it in another way; with this project's content unless told otherwise. */
export function copyProject(withContent = true): string {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  for (const name of withContent ? [...parts, 'content'] : parts) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return root;
}

/** Builds a copy; what it said, or its complaint as an error. PDFs are left out. */
export function buildCopy(root: string, env: NodeJS.ProcessEnv = {}): string {
  // Not the test runner's own environment: its BASE_URL would reach the pages.
  return execFileSync(process.execPath, ['src/tools/run.mjs', 'build'], { cwd: root, stdio: 'pipe', encoding: 'utf8', env: { PATH: process.env.PATH, HOME: process.env.HOME, PDF: 'off', OG: 'off', ...env } });
}
