/**
 * How the words of an excerpt stand to the registered wording: the same; the same but for punctuation, white space and
 * the width of characters; or with a character changed. `words` is what readers are shown: the registered characters
 * and marks, with …… where the excerpt leaves words out.
 */
export interface Excerpt {
  kind: 'same' | 'punctuation' | 'different';
  words: string;
  /** Why …… does not help: its parts stand in another order, or one is too short to be told from chance. */
  omission?: 'order' | 'short';
}

/** Two dots' worth of …, or more typed by hand: words left out on purpose. */
const omission = /…{1,}/;
/** Beside …… stand at least this many characters of the wording: two scattered characters quote nobody. */
const shortestPart = 3;
const digit = /[\p{N}]/u;
/** Marks that belong to the writing, not to the words. Signs such as % and + are words: leaving one out changes a fact. */
const mark = /[\p{P}\p{Z}\s]/u;
const sign = /[%‰&@#*％＋]/;

interface Characters {
  /** One character each, width evened out. */
  words: string[];
  /** Where it stands in the text. */
  at: number[];
}

/** The characters of a text that count as wording. A point between digits counts: 7.5 is not 75. */
function charactersOf(text: string): Characters {
  const found: Characters = { words: [], at: [] };
  let offset = 0;
  for (const character of text) {
    const even = character.normalize('NFKC');
    const isInNumber = digit.test(text.charAt(offset - 1)) && digit.test(text.charAt(offset + character.length));
    if (!mark.test(character) || sign.test(character) || isInNumber) {
      found.words.push(even);
      found.at.push(offset);
    }
    offset += character.length;
  }
  return found;
}

/** Where a run of characters begins in another, from a place on; -1 if nowhere. */
function indexOf(run: readonly string[], all: readonly string[], from: number): number {
  for (let at = from; at + run.length <= all.length; at += 1) if (run.every((character, next) => character === all[at + next])) return at;
  return -1;
}

/** What stands between the omissions of an excerpt. */
const partsOf = (words: string): string[] =>
  words
    .split(omission)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The excerpt as a chain of exact parts in order, if it is one. */
function isExact(parts: readonly string[], registered: string): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = registered.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

/** The registered words with their own marks, for parts whose characters stand there in order. */
function registeredParts(parts: readonly string[], registered: string): string[] | undefined {
  const all = charactersOf(registered);
  const found: string[] = [];
  let from = 0;
  for (const part of parts) {
    const run = charactersOf(part).words;
    const at = run.length > 0 ? indexOf(run, all.words, from) : -1;
    if (at < 0) return undefined;
    from = at + run.length;
    const first = all.at[at] ?? 0;
    const last = all.at[from - 1] ?? 0;
    const end = last + (registered.codePointAt(last)! > 0xffff ? 2 : 1);
    // An excerpt that ends with a mark ends where the registered sentence does.
    const tail = /[\p{P}]$/u.test(part) ? (/^[\p{P}]+/u.exec(registered.slice(end))?.[0] ?? '') : '';
    found.push(registered.slice(first, end) + tail);
  }
  return found;
}

/**
 * Compares an excerpt with the registered wording it is taken from. The one rule for the content check and for the page,
 * so that what passes the check is what readers see.
 */
export function compareExcerpt(excerpt: string, registered: string): Excerpt {
  const words = excerpt.trim();
  if (registered.includes(words)) return { kind: 'same', words };
  const parts = partsOf(words);
  if (parts.length === 0) return { kind: 'different', words };
  if (omission.test(words) && parts.some((part) => charactersOf(part).words.length < shortestPart)) return { kind: 'different', words, omission: 'short' };
  const join = (shown: readonly string[]) => (words.startsWith('…') ? '……' : '') + shown.join('……') + (words.endsWith('…') ? '……' : '');
  if (isExact(parts, registered)) return { kind: 'same', words: join(parts) };
  const shown = registeredParts(parts, registered);
  if (shown) return { kind: 'punctuation', words: join(shown) };
  return { kind: 'different', words, ...(parts.every((part) => registeredParts([part], registered)) && { omission: 'order' as const }) };
}

/**
 * The stretch of a registered wording that a faulty excerpt most likely stands for: the one that takes the fewest edits,
 * for a diff that shows the fault and not the rest of the quotation. Parts divided by …… are looked for one by one.
 */
export function closestPart(excerpt: string, registered: string): string {
  return partsOf(excerpt).map((part) => closest(part, registered)).join('……');
}

/** Approximate matching after Sellers: the row of edit distances lets the match begin and end anywhere in the text. */
function closest(part: string, text: string): string {
  let row = Array.from({ length: text.length + 1 }, (_, at) => ({ edits: 0, from: at }));
  for (let i = 1; i <= part.length; i += 1) {
    const next = [{ edits: i, from: 0 }];
    for (let j = 1; j <= text.length; j += 1) {
      const fits = row[j - 1] ?? { edits: 0, from: 0 };
      const steps = [
        { edits: fits.edits + (part[i - 1] === text[j - 1] ? 0 : 1), from: fits.from },
        { edits: (row[j]?.edits ?? 0) + 1, from: row[j]?.from ?? 0 },
        { edits: (next[j - 1]?.edits ?? 0) + 1, from: next[j - 1]?.from ?? 0 },
      ];
      next[j] = steps.reduce((best, step) => (step.edits < best.edits ? step : best));
    }
    row = next;
  }
  // Of the ends that cost the same, the one that makes the stretch as long as the part: 历历在心 is a change of 目, not a lack.
  const cost = (at: number) => (row[at]?.edits ?? 0) + Math.abs(at - (row[at]?.from ?? 0) - part.length) / 1_000;
  const end = row.reduce((best, _cell, at) => (cost(at) < cost(best) ? at : best), 0);
  return text.slice(row[end]?.from ?? 0, end);
}
