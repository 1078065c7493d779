import { locate } from './anchor.ts';
import { blocksOf, textsOf } from './blocks.client.ts';
import type { Mark } from './store.ts';

/** Which marks of one text no longer find their words. Empty where the text cannot be fetched: nothing is claimed then. */
export async function changedMarks(path: string, marks: readonly Mark[]): Promise<Mark[]> {
  const response = await fetch((document.documentElement.dataset.base || '') + path);
  if (!response.ok) return response.status === 404 ? marks.slice() : [];
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const paragraphs = textsOf(blocksOf(page));
  return marks.filter((mark) => !locate(mark, paragraphs));
}
