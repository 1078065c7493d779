import { notice } from '../../components/notice.client.ts';
import { dismiss, greet, isRefused, onTold } from './worker-link.client.ts';

/** Puts the worker to work for this page, unless the reader will have nothing kept. An update is told, never forced. */
export function begin(): void {
  // Should anything have been left, by a worker that an update had set aside, it goes now.
  if (isRefused()) return void dismiss().catch(() => undefined);
  let isTold = false;
  onTold(({ told }) => {
    if (told !== 'updated' || isTold) return;
    // Once is enough: a reader who put it off is not asked again on this page.
    isTold = true;
    notice('资料库有更新，已经取好。刷新后看到新的内容。', { label: '刷新', call: () => location.reload() });
  });
  void greet().catch(() => undefined);
  const again = () => {
    if (document.visibilityState === 'visible' && !isRefused()) void greet().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', again);
  // What is put into the basket is kept at once, also what the reader never opened.
  document.addEventListener('basket', again);
}
