import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A server of a folder that can be told to fail. */
export interface FaultyServer {
  /** Not `localhost` itself, on which nothing is kept. Without a trailing slash. */
  url: string;
  /** Paths asked for since it was last emptied. */
  asked: string[];
  /** Answers in place of the file; `true` says it did. */
  fault: (path: string, response: ServerResponse) => boolean;
  stop: () => Promise<void>;
}

/** Serves a folder; below `base` only, where that is given. Paths are told without it. */
export async function faultyServer(folder: string, base = ''): Promise<FaultyServer> {
  const files = sirv(folder, { dev: true, etag: true });
  const served: FaultyServer = { url: '', asked: [], fault: () => false, stop: () => Promise.resolve() };
  const server = createServer((request, response) => {
    if (base && !request.url?.startsWith(`${base}/`)) return void response.writeHead(404).end('outside');
    request.url = (request.url ?? '').slice(base.length);
    const path = (request.url ?? '').replace(/\?.*/, '');
    served.asked.push(path);
    if (!served.fault(path, response))
      files(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/html' });
        response.end('404');
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  served.url = `http://library.localhost:${(server.address() as AddressInfo).port}`;
  served.stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return served;
}

/** Breaks the connection without an answer. */
export const cut = (_path: string, response: ServerResponse): boolean => {
  response.destroy();
  return true;
};
