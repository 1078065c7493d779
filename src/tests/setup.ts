import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serve } from '../tools/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, without a trailing slash. */
    site: string;
  }
}

/** Serves the built site for all test files. */
export default async function setup(project: TestProject) {
  if (!existsSync('dist/index.html')) throw new Error('没有 dist/，请先运行 npm run build');
  const { url, stop } = await serve('dist');
  project.provide('site', url);
  return stop;
}
