import { startYear } from '../../model/dates.ts';
import type { TimelineEvent } from '../../model/entries.ts';

/** A stretch of ten years, as lists are narrowed by it. */
export interface Decade {
  first: number;
  label: string;
}

const decadeOf = (year: number) => year - (year % 10);
const lastYear = (date: string) => startYear(date.split('/').pop() ?? date);

/** The decades that an event touches: an interval may reach into a second one. */
export function decadesOf({ date }: Pick<TimelineEvent, 'date'>): number[] {
  const found: number[] = [];
  for (let first = decadeOf(startYear(date)); first <= lastYear(date); first += 10) found.push(first);
  return found;
}

/** All decades in which something happened, in order. */
export const decades = (events: readonly Pick<TimelineEvent, 'date'>[]): Decade[] =>
  [...new Set(events.flatMap(decadesOf))].sort((a, b) => a - b).map((first) => ({ first, label: `${first}—${first + 9}` }));
