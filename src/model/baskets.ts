/**
 * What can lie in a basket. A text, quotation, term or event is named "<folder>/<id>"; a stretch of the chronicle
 * "span/1988-1990"; words of the reader's own "own/<number>".
 */
export const basketFolders = ['lessons', 'cases', 'essays', 'forms', 'plans', 'quotes', 'glossary', 'timeline'] as const;
export type BasketFolder = (typeof basketFolders)[number];

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Two independent 32-bit hashes of a text (cyrb53), the same in every browser and in the build. */
export function hash(text: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}

/** `length` characters (at most 10) that a link may carry, from the hash of a text. */
export function hashCharacters(text: string, length: number): string {
  let [a, b] = hash(text);
  let found = '';
  for (let at = 0; at < length; at += 1) {
    const value = at % 2 === 0 ? a : b;
    found += alphabet.charAt(value & 63);
    if (at % 2 === 0) a >>>= 6;
    else b >>>= 6;
  }
  return found;
}

/** The code of an item in a link. It depends on nothing but the item's name, so that new content never changes old links. */
export const codeOf = (item: string): string => hashCharacters(item, 6);

/** One line of /handout/items.json: address below the base, word for the kind, title, and the date of an event. */
export type TableLine = [path: string, kind: string, title: string, date?: string];

/** Everything that can be put into a basket, by code. */
export type ItemTable = Record<string, TableLine>;

/** Address below the base of the page an item stands on; own words stand on none. */
export function pageOf(item: string): string {
  const [folder = '', id = ''] = item.split('/');
  if (folder === 'own') return '';
  if (folder === 'span' || folder === 'timeline') return 'timeline/';
  return folder === 'glossary' ? 'glossary/' : `${folder}/${id}/`;
}
