/** A term and every name under which a text may use it. */
export interface NamedTerm {
  id: string;
  names: string[];
}

export interface TermUse {
  id: string;
  /** Offsets in the text. */
  from: number;
  to: number;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Finds the names of terms in running words, from left to right, the longest first: "现场办公下基层" is not the term
 * "现场办公". The same finder links terms and lists where they are used, so that the two agree.
 */
export function termFinder(terms: readonly NamedTerm[]): (text: string) => TermUse[] {
  const byName = new Map(terms.flatMap((term) => term.names.map((name) => [name, term.id] as const)));
  if (byName.size === 0) return () => [];
  const pattern = new RegExp([...byName.keys()].sort((a, b) => b.length - a.length).map(escape).join('|'), 'g');
  return (text) => [...text.matchAll(pattern)].map((match) => ({ id: byName.get(match[0]) ?? '', from: match.index, to: match.index + match[0].length }));
}
