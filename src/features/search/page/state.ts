import { facetNames } from '../index/format.ts';
import type { Wishes } from '../engine.ts';

/** What the reader asked for, as it stands in the address. */
export interface Asked extends Wishes {
  query: string;
}

/** Reads the address: ?q=下党&type=案例&topic=xianchang&sort=date. */
export function readAddress(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const asked: Asked = { query: parameters.get('q') || '', choice: {}, sort: parameters.get('sort') === 'date' ? 'date' : 'relevance' };
  for (const name of facetNames) {
    const values = parameters.getAll(name).filter(Boolean);
    if (values.length > 0) asked.choice[name] = values;
  }
  return asked;
}

/** Writes it; empty where nothing is asked. */
export function writeAddress({ query, choice, sort }: Asked): string {
  if (!query.trim()) return '';
  const parameters = new URLSearchParams({ q: query });
  for (const name of facetNames) for (const value of choice[name] || []) parameters.append(name, value);
  if (sort === 'date') parameters.set('sort', sort);
  return `?${parameters.toString()}`;
}
