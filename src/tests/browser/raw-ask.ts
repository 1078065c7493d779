import type { RawPage } from './raw-browser.ts';

/** Types a query on a search page, in any kernel, and waits until all exact results of it stand there. */
export async function askRaw(page: RawPage, query: string): Promise<void> {
  // Some kernels say that a page has come before all of it has.
  await page.until(() => document.querySelector('input[type=search][name=q]') !== null);
  await page.run((words) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search][name=q]');
    if (!field) throw new Error('no field');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, query);
  await page.until((words) => {
    const list = document.querySelector<HTMLElement>('ol[data-results]');
    if (!list || list.dataset.state !== 'done' || list.dataset.query !== words) return false;
    if (document.querySelectorAll('a[data-hit]').length >= Number(list.dataset.total)) return true;
    document.querySelector<HTMLElement>('[data-more]')?.click();
    return false;
  }, query);
}
