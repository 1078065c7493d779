const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g;

/** A text without halves of characters, which a cut may leave or a damaged record hold: no browser can write them into an address. */
export const wellFormed = (text: string): string => text.replace(pair, (found) => (found.length === 2 ? found : '\uFFFD'));
