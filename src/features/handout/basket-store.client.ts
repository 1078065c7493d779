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

/** Keeps the basket. The answer is false where the device keeps nothing: full storage, private mode. It then holds for this page. */
export function keepBasket(basket: Basket): boolean {
  here = JSON.stringify(basket);
  try {
    localStorage.setItem(basketKey, here);
    closed = false;
  } catch (_error) {
    closed = true;
  }
  document.dispatchEvent(new CustomEvent('basket'));
  return !closed;
}

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
