import { dropCopies, overwrite } from '../../../components/kept-copy.client.ts';
import { recall, remember } from '../../../components/stored.client.ts';

const key = 'searches';
const most = 8;
const longest = 60;

/** What was searched for on this device, the latest first. It never leaves the device. */
export const recentSearches = (): string[] => read(recall(key));

function read(stored: string): string[] {
  try {
    const kept = JSON.parse(stored || '[]') as unknown;
    return Array.isArray(kept) ? kept.filter((query): query is string => typeof query === 'string').map((query) => query.slice(0, longest)).slice(0, most) : [];
  } catch (_error) {
    return [];
  }
}

/** Puts a search at the head of the list. */
export function keepSearch(query: string): void {
  const words = query.trim().slice(0, longest);
  if (words) overwrite(key, JSON.stringify([words, ...recentSearches().filter((other) => other !== words)].slice(0, most)), read);
}

/** Takes one search out, or all. */
export function forgetSearches(query?: string): void {
  // All of them is what the reader wants gone, also what cannot be read.
  if (query === undefined) {
    remember(key, '[]');
    return dropCopies(key);
  }
  overwrite(key, JSON.stringify(recentSearches().filter((other) => other !== query)), read);
}
