import { ask, dismiss, hindrance } from './worker-link.client.ts';

// Where a reader erases everything, the kept pages go too; the next page that is opened begins anew. Whoever asked is given
// the work to wait for, since a page that is closed before its end keeps what was not reached.
document.addEventListener('erase-device', (event) => {
  if (hindrance()) return;
  const work = dismiss();
  (event as CustomEvent<Promise<unknown>[]>).detail.push(work);
  void work.then(() => ask({ ask: 'open' })).catch(() => undefined);
});
