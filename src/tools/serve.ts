import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';

/** A running server: its address without a trailing slash, and how to stop it. */
export interface Served {
  url: string;
  stop: () => Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Serves a built site on this machine only. Tries `port`, then lets the system choose one; 0 always does the latter. `base` is the path the site was built for. */
export async function serve(folder: string, port = 0, base = ''): Promise<Served> {
  // dev: files are read afresh for each request, so a site swapped in by a build is served at once.
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    if (base && request.url?.startsWith(`${base}/`)) request.url = request.url.slice(base.length);
    files(request, response, () => {
      const page = join(folder, '404.html');
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : '404');
    });
  });
  const bound = await listen(server, port).catch(() => listen(server, 0));
  return {
    url: `http://localhost:${bound}`,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
