import { manifestFile, workerFile } from '../manifest.ts';
import type { Request as Asked, Told } from '../messages.ts';
import { answer, pathOf } from './answer.ts';
import { dropOtherForms } from './cupboard.ts';
import { attend, Keeper } from './keeper.ts';
import { scope } from './scope.ts';

const keeper = new Keeper();

// A new worker keeps what the old one kept and answers as it did, so it need not wait for all pages to be closed.
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOtherForms().then(() => scope.clients.claim())));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.method === 'GET' && !request.headers.has('range') ? pathOf(request.url) : undefined;
  if (path === undefined || path === manifestFile || path === workerFile) return;
  event.respondWith(answer(event, path, keeper).catch(() => fetch(request)));
});

scope.addEventListener('message', (event) => {
  const asked = event.data as Asked;
  // A page that was opened before an update and listens only now, is told now.
  const late = async () => {
    const { clients, current } = await keeper.state();
    const shown = event.source && clients[event.source.id];
    if (asked.ask === 'hello' && event.source && shown && shown !== current) event.source.postMessage({ told: 'updated' } satisfies Told);
  };
  // The page sees at once what it asked for, as it goes on, and when it is done.
  const done = attend(keeper, asked);
  // Who asked for everything to be taken away waits for the word.
  const port = event.ports[0];
  if (port) void done.then(() => port.postMessage('done'));
  event.waitUntil(Promise.all([late(), keeper.report(), done.then(() => keeper.report())]));
});
