import { entries } from './register.ts';
import { site } from './site.ts';

/** People who speak in a quotation, by their plain names, and those that content/site.yaml lists. */
export function peopleNames(): string[] {
  const speakers = entries('quotes').map(({ speaker }) => speaker).filter((speaker) => /^\p{Script=Han}{2,3}$/u.test(speaker));
  return [...new Set([...speakers, ...(site().people ?? [])])];
}
