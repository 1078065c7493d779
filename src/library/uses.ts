const quoteUse = /<(?:Q|Quote|Gist)\s[^>]*?\bid="([a-z0-9-]+)"/g;
const noteUse = /\[\^([a-z0-9-]+)\]/g;

const idsIn = (body: string, pattern: RegExp): Set<string> => new Set([...body.matchAll(pattern)].map((match) => match[1] ?? ''));

/** The registered quotations that a body uses, inline, as a block or in its gist. */
export const quotesIn = (body: string): Set<string> => idsIn(body, quoteUse);

/** The labels of the notes in a body: source ids, and the notes of its own. */
export const marksIn = (body: string): Set<string> => idsIn(body, noteUse);
