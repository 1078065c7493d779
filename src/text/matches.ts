/** A place where a pattern fits, with its groups. */
export interface Match {
  text: string;
  groups: string[];
  from: number;
}

/** All matches of a pattern with the flag g, in order. String.matchAll is younger than the oldest browser we serve. */
export function matches(text: string, pattern: RegExp): Match[] {
  const found: Match[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ text: match[0], groups: match.slice(1).map((group) => group ?? ''), from: match.index });
    if (match[0] === '') pattern.lastIndex += 1;
  }
  pattern.lastIndex = 0;
  return found;
}
