import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { versionMark } from '../features/search/index/format.ts';

/** In `npm run dev` search answers from the index of the last build; pages newer than that are not in it. */
export const lastIndex = (name: string): ((request: IncomingMessage, response: ServerResponse, next: () => void) => void) => {
  const folder = join('dist', name);
  const files = sirv(folder, { dev: true });
  return (request, response, next) => {
    const version = existsSync(folder) ? (readdirSync(folder)[0] ?? '') : '';
    request.url = (request.url ?? '').replace(versionMark, version);
    files(request, response, next);
  };
};
