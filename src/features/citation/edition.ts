/** The editions of GB/T 7714 that readers may choose: the one in force since 2026-07-01, and its forerunner. */
export type Edition = '2025' | '2015';

/** The type mark of an entry, e.g. [N/OL]. */
const mark = /\[[A-Z]{1,2}(?:\/OL)?\]/;

/** A colon before the second part of a title is a separator, half-width in 2015; one inside marks belongs to the words. */
export const titleOf2015 = (title: string): string =>
  title.replace(/“[^”]*”|《[^》]*》|（[^）]*）|\[[^\]]*\]|：/g, (part) => (part === '：' ? ': ' : part));

/**
 * An entry of the 2025 edition in the form of 2015, by its punctuation alone. Runs in the browser when a reader chooses
 * 2015. It is exact for all kinds whose elements and order are the same in both; the server compares, and where the
 * result would differ it hands the right words along (SourceEntry).
 */
export function to2015(entry: string): string {
  const found = mark.exec(entry);
  if (!found) return entry;
  const head = entry.slice(0, found.index);
  const dot = head.indexOf('. ');
  const authors = dot < 0 ? '' : head.slice(0, dot + 2).replace(/，/g, ', ');
  const imprint = entry
    .slice(found.index)
    .replace(/（([^（）]*\d[^（）]*)）/g, '($1)')
    .replace(/，/g, ', ')
    .replace(/：/g, ': ');
  return authors + titleOf2015(head.slice(dot < 0 ? 0 : dot + 2)) + imprint;
}
