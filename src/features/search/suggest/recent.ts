import { recall, remember } from '../../../components/stored.client.ts';

const key = 'searches';
const most = 8;

/** What was searched for on this device, the latest first. It never leaves the device. */
export function recentSearches(): string[] {
  try {
    const kept = JSON.parse(recall(key) || '[]') as unknown;
    return Array.isArray(kept) ? kept.filter((query): query is string => typeof query === 'string').slice(0, most) : [];
  } catch (_error) {
    return [];
  }
}

/** Puts a search at the head of the list. */
export function keepSearch(query: string): void {
  const words = query.trim().slice(0, 60);
  if (words) remember(key, JSON.stringify([words, ...recentSearches().filter((other) => other !== words)].slice(0, most)));
}

/** Takes one search out, or all. */
export function forgetSearches(query?: string): void {
  remember(key, JSON.stringify(query === undefined ? [] : recentSearches().filter((other) => other !== query)));
}
