import { emptyBasket, titleOf, type Basket } from '../features/handout/basket.ts';
import { decodeBasket } from '../features/handout/basket-link.ts';
import { recallBasket } from '../features/handout/basket-store.client.ts';
import { itemTable, lineOf, loadItems, page } from '../features/handout/items.client.ts';
import type { Asked } from '../features/meeting/address.ts';
import { meet } from '../features/meeting/meet.client.ts';

/** The basket an address stands for: one item, that of the link, or that of the device. */
async function basketOf({ item, link }: Asked): Promise<Basket> {
  if (item) return { ...emptyBasket, items: [item] };
  return link ? decodeBasket(link, await itemTable()).basket : recallBasket();
}

// The meeting view knows nothing of baskets, and the handout nothing of meetings: here they come together.
void meet(async (asked) => {
  const [basket, table] = await Promise.all([basketOf(asked), itemTable()]);
  const known = basket.items.filter((item) => lineOf(item, basket, table) !== undefined);
  if (known.length === 0) return undefined;
  const { items, missing } = await loadItems({ ...basket, items: known });
  if (missing.length > 0) throw new Error(`not fetched: ${missing.join(' ')}`);
  // What the handout found is shared with its own pages; the meeting takes it apart.
  return { items: items.map(({ source, ...item }) => ({ ...item, element: source.cloneNode(true) as Element })), title: asked.item ? '' : titleOf(basket), pages: page };
});
