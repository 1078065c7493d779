import type { Page } from 'playwright-core';

/** What the search page shows for a query. */
export interface Shown {
  /** Addresses of the exact results that have the words as typed, and of those that have another form of them. */
  hits: string[];
  variants: string[];
  total: number;
}

/** Types a query into the search page and reads the exact results: all of them, opening "more" until there is none, or the first few. */
export async function ask(page: Page, query: string, which: 'all' | 'first' = 'all'): Promise<Shown> {
  await page.fill('input[type=search][name=q]', query);
  await page.waitForFunction(
    (wanted) => {
      const list = document.querySelector<HTMLElement>('ol[data-results]');
      return list?.dataset.state === 'done' && list.dataset.query === wanted;
    },
    query,
    { polling: 10 },
  );
  const more = page.locator('[data-more]');
  while (which === 'all') {
    const { shown, total } = await page.evaluate(() => ({ shown: document.querySelectorAll('a[data-hit]').length, total: Number(document.querySelector<HTMLElement>('ol[data-results]')?.dataset.total) }));
    if (shown >= total) break;
    await more.click();
    await page.waitForFunction((before) => document.querySelectorAll('a[data-hit]').length > before, shown, { polling: 10 });
  }
  return page.evaluate(() => {
    const addresses = (selector: string) => [...document.querySelectorAll<HTMLAnchorElement>(selector)].map((link) => link.pathname + link.hash);
    return {
      hits: addresses('a[data-hit]:not([data-variant])'),
      variants: addresses('a[data-hit][data-variant]'),
      total: Number(document.querySelector<HTMLElement>('ol[data-results]')?.dataset.total),
    };
  });
}

/** Waits until the near results of a query are there, and reads their addresses. */
export async function askNear(page: Page, query: string): Promise<string[]> {
  await ask(page, query, 'first');
  await page.waitForFunction((wanted) => document.querySelector<HTMLElement>('ol[data-near][data-state=done]')?.dataset.query === wanted, query, { polling: 10 });
  return page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('a[data-near-hit]')].map((link) => link.pathname + link.hash));
}
