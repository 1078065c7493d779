import { facetNames, type FacetColumn, type FacetName } from '../index/format.ts';
import type { Match } from './exact.ts';

/** The chosen values of each facet, by id: values of one facet are alternatives, facets are conditions. */
export type Choice = Partial<Record<FacetName, string[]>>;

/** How many matches have each value, under the choices made in the other facets. */
export type Counts = Record<FacetName, { id: string; label: string; count: number }[]>;

const listOf = (of: number | number[] | undefined): number[] => (of === undefined || of === -1 ? [] : typeof of === 'number' ? [of] : of);

/**
 * The matches that fit the choice, and the counts beside each value that the reader could choose next. A value that the
 * library does not have, as in an old address, is no condition: the reader could not take it back.
 */
export function narrow(matches: readonly Match[], columns: Record<FacetName, FacetColumn>, choice: Choice): { kept: Match[]; counts: Counts } {
  const chosen = facetNames.map((name) => {
    const ids = choice[name] || [];
    const { values, of } = columns[name];
    const numbers = new Set(values.map(({ id }, at) => (ids.indexOf(id) >= 0 ? at : -1)).filter((at) => at >= 0));
    return { of, active: numbers.size > 0, numbers, tally: values.map(() => 0) };
  });
  const kept: Match[] = [];
  for (const match of matches) {
    const failed = chosen.map(({ of, active, numbers }) => active && !listOf(of[match.record]).some((value) => numbers.has(value)));
    const failures = failed.filter(Boolean).length;
    if (failures === 0) kept.push(match);
    chosen.forEach(({ of, tally }, at) => {
      if (failures === 0 || (failures === 1 && failed[at])) for (const value of listOf(of[match.record])) tally[value] = (tally[value] || 0) + 1;
    });
  }
  const counts = {} as Counts;
  facetNames.forEach((name, at) => {
    counts[name] = columns[name].values.map(({ id, label }, value) => ({ id, label: label || id, count: (chosen[at] && chosen[at].tally[value]) || 0 }));
  });
  return { kept, counts };
}
