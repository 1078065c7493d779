import { dropCaches } from './cupboard.ts';
import { scope } from './scope.ts';

/** The worker that ends all others: takes away what they kept, then itself. Open pages go on from the network. */
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(
    dropCaches()
      .then(() => scope.clients.claim())
      .then(() => scope.registration.unregister()),
  ),
);
