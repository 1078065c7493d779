import { manifestFile, workerFile } from '../manifest.ts';
import type { Request as Asked } from '../messages.ts';
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
  // The page sees at once what it asked for, as it goes on, and when it is done.
  event.waitUntil(Promise.all([keeper.report(), attend(keeper, event.data as Asked).then(() => keeper.report())]));
});
