import { numberOf } from './blocks.client.ts';
import { beforeLength } from './anchor.ts';
import { freshId, pathHere } from './store.client.ts';
import { limits, type Mark } from './store.ts';

const titleHere = (): string => {
  const heading = document.querySelector('h1');
  return ((heading && heading.textContent) || document.title).slice(0, limits.title);
};

/** The characters before an offset that tell the same words apart. */
export const beforeOf = (text: string, from: number): string => text.slice(Math.max(0, from - beforeLength), from);

/** A new mark on words of a paragraph of this page; not yet kept. */
export function draft(block: HTMLElement, words: string, before: string, { lit }: { lit: boolean }): Mark {
  const now = Date.now();
  return { id: freshId(), path: pathHere(), title: titleHere(), n: numberOf(block) || '1', words: words.slice(0, limits.words), before, lit, note: '', made: now, changed: now };
}
