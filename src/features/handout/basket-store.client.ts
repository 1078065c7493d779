import { loses, overwrite } from '../../components/kept-copy.client.ts';
import { recall, remember } from '../../components/stored.client.ts';
import { parseBasket, type Basket } from './basket.ts';

export const basketKey = 'basket';

/** The last state of this page, for devices that keep nothing. */
let here: string | undefined;
let closed = false;

/** The basket of this device. */
export function recallBasket(): Basket {
  if (here === undefined || !closed)
    try {
      here = localStorage.getItem(basketKey) || '';
    } catch (_error) {
      closed = true;
    }
  return parseBasket(here || '');
}

/** What counts as read of a stored basket. The choice of sheet is no reader's work, and each version has its own. */
function readable(stored: string): unknown {
  const { sheet, ...rest } = parseBasket(stored);
  try {
    return { ...rest, sheet: (JSON.parse(stored) as { sheet?: unknown } | null)?.sheet ?? sheet };
  } catch (_error) {
    return rest;
  }
}

/** What a reader must know of the stored basket before changing it; empty when all is well. */
export function basketWarning(): string {
  const stored = here || '';
  return loses(stored, readable(stored)) ? '存着的讲义篮有读不出来的部分（损坏了，或是另一版网站存的）：读得出的照常显示；改动以前会原样另留一份，在“我的笔记”可以取出。' : '';
}

/** Keeps the basket. The answer is false where the device keeps nothing: full storage, private mode. It then holds for this page. */
export function keepBasket(basket: Basket): boolean {
  here = JSON.stringify(basket);
  closed = !overwrite(basketKey, here, readable);
  document.dispatchEvent(new CustomEvent('basket'));
  return !closed;
}

const beforeKey = 'basket-before';

/** The reader's own basket, laid aside when one from a link was opened; it stays until it is taken back, also over a reload. */
export function basketBefore(): Basket | undefined {
  const stored = recall(beforeKey);
  return stored ? parseBasket(stored) : undefined;
}

/** Lays a basket aside, or takes what was laid aside away. */
export const layAside = (basket: Basket | undefined): void => remember(beforeKey, basket ? JSON.stringify(basket) : '');

/** What to tell a reader whose device keeps nothing. */
export const notKept = '这台设备不让网站存东西（无痕模式或空间已满），讲义篮只在这一页有效；请用“复制链接”留住它。';

/** Calls back on each change of the basket, in this window or another. What it returns ends that. */
export function onBasket(call: () => void): () => void {
  const stored = (event: StorageEvent) => {
    if (event.key === basketKey || event.key === null) call();
  };
  document.addEventListener('basket', call);
  window.addEventListener('storage', stored);
  return () => {
    document.removeEventListener('basket', call);
    window.removeEventListener('storage', stored);
  };
}
