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

/** How a copy is built: by the author's own command, without PDFs and preview pictures unless `env` asks for them. */
export const buildCommand = (root: string, env: NodeJS.ProcessEnv = {}): { command: string; args: string[]; options: { cwd: string; env: NodeJS.ProcessEnv } } => ({
  command: process.execPath,
  args: ['src/tools/run.mjs', 'build'],
  // Not the test runner's own environment: its BASE_URL would reach the pages.
  options: { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, PDF: 'off', OG: 'off', ...env } },
});

/** Builds a copy; what it said, or its complaint as an error. */
export function buildCopy(root: string, env: NodeJS.ProcessEnv = {}): string {
  const { command, args, options } = buildCommand(root, env);
  return execFileSync(command, args, { ...options, stdio: 'pipe', encoding: 'utf8' });
}
