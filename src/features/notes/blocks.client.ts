import { blockText } from '../../components/block-text.client.ts';

/** What marks and notes stand on: the numbered paragraphs of a text, or the steps of a plan. */
const selector = '.prose [data-n], .plan [data-step]';

export const blocksOf = (place: ParentNode): HTMLElement[] => Array.from(place.querySelectorAll<HTMLElement>(selector));
export const numberOf = (block: HTMLElement): string => block.dataset.n || block.dataset.step || '';
export const textsOf = (blocks: readonly HTMLElement[]): { n: string; text: string }[] => blocks.map((block) => ({ n: numberOf(block), text: blockText(block).text }));

/** The block a place in the page belongs to. */
export const blockAround = (place: Element): HTMLElement | null => place.closest<HTMLElement>('[data-n], [data-step]');

const isPlan = (path: string): boolean => path.indexOf('/plans/') === 0;

/** What a reader calls the block: 第3段, in a plan 第3步. */
export const placeWords = (path: string, n: string): string => `第${n}${isPlan(path) ? '步' : '段'}`;

/** The block's own address in its page. */
export const placeId = (path: string, n: string): string => `${isPlan(path) ? 'step' : 'p'}${n}`;

/** What opens the block's menu, or makes a note on it: there the focus goes back to. */
export const opener = (path: string, n: string): HTMLElement | null => document.querySelector<HTMLElement>(isPlan(path) ? `#step${n} .step-note` : `#p${n} .n`);

/** The block, or the last of the notes that stand behind it; those on a step stand inside it, at its end. */
export function lastOf(block: Element): Element {
  let last = (block.hasAttribute('data-step') && block.lastElementChild) || block;
  while (last.nextElementSibling && last.nextElementSibling.matches('aside.own')) last = last.nextElementSibling;
  return last;
}
