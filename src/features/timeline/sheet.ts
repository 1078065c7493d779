import { chineseDate, startYear } from '../../model/dates.ts';
import type { TimelineEvent } from '../../model/entries.ts';

/** An event as the two printed sheets have it: its date within its year, and the numbers of its sources. */
export interface SheetEntry {
  event: TimelineEvent;
  /** Only at the first event of a year; an interval into another year names its years itself. */
  year?: number;
  when: string;
  numbers: number[];
}

export interface TimelineSheet {
  entries: SheetEntry[];
  /** Ids of the sources, number one first, in the order of their first use. */
  sources: string[];
}

/** "7月19日" below the heading of its year; "本年" where only the year is recorded; an interval to another year in full. */
export function dateInYear(date: string): string {
  const [from = '', to] = date.split('/');
  const within = (part: string) => chineseDate(part).replace(/^\d+年/, '');
  if (!to) return within(from) || '本年';
  return startYear(from) === startYear(to) ? `${within(from)}—${within(to)}` : chineseDate(date);
}

/** Events by year, each source numbered where it is first used. */
export function layoutSheet(events: readonly TimelineEvent[]): TimelineSheet {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  let year = 0;
  const entries = events.map((event): SheetEntry => {
    const own = startYear(event.date);
    const when = dateInYear(event.date);
    const isFirst = own !== year && !when.startsWith(String(own));
    if (isFirst) year = own;
    return { event, ...(isFirst && { year: own }), when, numbers: event.sources.map(numberOf) };
  });
  return { entries, sources: [...numbers.keys()] };
}
