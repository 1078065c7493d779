import type { Mark, Notes } from './store.ts';

/** What an import did. */
export interface Merged {
  notes: Notes;
  added: number;
  /** Entries that were here already, word for word. */
  same: number;
  /** Marks that are different here: both are kept. */
  doubled: number;
}

const isSame = (a: Mark, b: Mark): boolean => a.path === b.path && a.n === b.n && a.words === b.words && a.before === b.before && a.lit === b.lit && a.note === b.note;

/** Adds the entries of `other` to `notes`. Nothing that is here is changed: of a mark with two versions both stay. */
export function merge(notes: Notes, other: Notes, freshId: () => string): Merged {
  const favourites = notes.favourites.slice();
  const marks = notes.marks.slice();
  let same = 0;
  let doubled = 0;
  let added = 0;
  for (const favourite of other.favourites) {
    if (favourites.some(({ path }) => path === favourite.path)) same += 1;
    else {
      favourites.push(favourite);
      added += 1;
    }
  }
  for (const mark of other.marks) {
    if (marks.some((here) => isSame(here, mark))) {
      same += 1;
      continue;
    }
    const taken = marks.some(({ id }) => id === mark.id);
    marks.push(taken ? { ...mark, id: freshId() } : mark);
    if (taken) doubled += 1;
    else added += 1;
  }
  return { notes: { ...notes, favourites, marks }, added, same, doubled };
}
