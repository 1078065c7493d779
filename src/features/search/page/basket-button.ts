import { basketFolders } from '../../../model/baskets.ts';
import type { Hit } from '../show/hit.ts';

const named = new RegExp(`^/(${basketFolders.join('|')})/#?([a-z0-9-]+)/?$`);

/** The name by which the basket knows what a record stands for: "/timeline/#x" is "timeline/x". Places and corrections have none. */
export function itemOf(url: string): string | undefined {
  const found = named.exec(url.replace(/^(\/[a-z]+\/[a-z0-9-]+\/)#.*$/, '$1'));
  return found ? `${found[1]}/${found[2]}` : undefined;
}

/** The element that puts a hit into the basket; every page has the script that makes it a button. */
export function basketButton(hit: Hit): HTMLElement | undefined {
  const item = itemOf(hit.url);
  if (!item) return undefined;
  const button = document.createElement('add-to-basket');
  button.hidden = true;
  button.dataset.item = item;
  button.dataset.title = hit.name;
  return button;
}
