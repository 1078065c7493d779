/** Most names a list keeps, and the longest name: what the bar has room for. */
export const mostNames = 60;
const longestName = 16;

export const shortName = (name: string): string => name.slice(0, longestName);

/** A list as it was typed: names apart by lines, commas, spaces; each shortened to what can be shown. */
export const namesFrom = (typed: string): string[] =>
  typed
    .split(/[\s,，、;；]+/)
    .map(shortName)
    .filter(Boolean)
    .slice(0, mostNames);

/**
 * Whose turn it is at the paragraph with that ordinal number, each reading `each` in a row, shifted by those skipped. It
 * depends on the place alone, so that going back and coming again never changes who reads what.
 */
export function readerAt(names: readonly string[], ordinal: number, each: number, shift: number): string {
  if (names.length === 0 || ordinal < 0) return '';
  const turn = Math.floor(ordinal / Math.max(1, each)) + shift;
  return names[((turn % names.length) + names.length) % names.length] ?? '';
}

/** The next reader who is another one; empty where there is none. */
export function readerAfter(names: readonly string[], ordinal: number, each: number, shift: number): string {
  const now = readerAt(names, ordinal, each, shift);
  const next = readerAt(names, ordinal, each, shift + 1);
  return next === now ? '' : next;
}

/** Which paragraph in turn each piece is, counting those read aloud; for the rest, -1. */
export function ordinals(pieces: readonly { aloud: boolean }[]): number[] {
  let next = 0;
  return pieces.map(({ aloud }) => (aloud ? next++ : -1));
}

/** What the bar says: who reads now and who after; where nobody reads, who will. */
export function turnWords(names: readonly string[], turns: readonly number[], index: number, each: number, shift: number): [now: string, after: string] {
  const now = readerAt(names, turns[index] ?? -1, each, shift);
  if (now) {
    const after = readerAfter(names, turns[index] ?? -1, each, shift);
    return [`领读：${now}`, after && `下一位：${after}`];
  }
  const coming = turns.slice(index).find((ordinal) => ordinal >= 0);
  const reader = coming === undefined ? '' : readerAt(names, coming, each, shift);
  return ['', reader && `接下来领读：${reader}`];
}
