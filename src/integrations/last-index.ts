import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/** In `npm run dev` search answers from the index of the last build; pages newer than that are not in it. */
export const lastIndex = (): ((request: IncomingMessage, response: ServerResponse, next: () => void) => void) =>
  sirv('dist/pagefind', { dev: true });
