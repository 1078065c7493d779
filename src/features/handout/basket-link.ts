import { codeOf, hashCharacters, type ItemTable } from '../../model/baskets.ts';
import { wellFormed } from '../../text/well-formed.ts';
import { mostItems, sanitised, type Basket } from './basket.ts';

/** What a link held, and in plain words what could not be read of it. */
export interface OpenedLink {
  basket: Basket;
  problems: string[];
}

const version = '1';

/** UTF-8 in the 64 characters that links carry unchanged. Node has both functions as the browsers do. */
export function toBase64(text: string): string {
  const bytes = encodeURIComponent(wellFormed(text)).replace(/%([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The text again; of one cut short, what can still be read. */
export function fromBase64(text: string): string {
  for (let length = text.length; length > 0 && length > text.length - 4; length -= 1)
    try {
      const bytes = atob(text.slice(0, length).replace(/-/g, '+').replace(/_/g, '/'));
      return decodeURIComponent(bytes.replace(/[^]/g, (byte) => `%${(256 + byte.charCodeAt(0)).toString(16).slice(1)}`));
    } catch (_error) {
      // One character less may end at a whole one.
    }
  return '';
}

const kinds: readonly Basket['sheet']['kind'][] = ['handout', 'large', 'official'];
const notes: readonly Basket['sheet']['notes'][] = ['none', 'lines', 'margin'];
const flags = (basket: Basket): boolean[] => [basket.cover, basket.contents, basket.gathered, basket.sheet.questions, basket.sheet.answers, basket.sheet.sources, basket.sheet.columns, basket.sheet.duplex, basket.share];

/**
 * The basket as the value of `?b=`: version, options, items (six characters each; `~s` a span of years, `~t` own words),
 * words of the cover, own words, checksum; parted by dots. 60 items are 360 characters.
 */
export function encodeBasket(basket: Basket): string {
  // Words that were taken out of the handout are nobody else's business, also those of a basket stored by an earlier version.
  const placed = basket.own.map((words, at) => (basket.items.indexOf(`own/${at}`) >= 0 ? words : { title: '', words: '' }));
  const shared = basket.share && placed.some(({ title, words }) => title || words) ? placed : [];
  const items = basket.items.filter((item) => basket.share || !item.startsWith('own/'));
  const bits = flags(basket).reduce((sum, on, at) => sum + (on ? 2 ** at : 0), 0);
  const options = `${kinds.indexOf(basket.sheet.kind)}${notes.indexOf(basket.sheet.notes)}${bits.toString(36)}`;
  const codes = items.map((item) => {
    if (item.startsWith('span/')) return `~s${item.slice(5).replace('-', '')}`;
    if (item.startsWith('own/')) return `~t${Number(item.slice(4)).toString(36)}`;
    return codeOf(item);
  });
  const words = [basket.title, basket.unit, basket.date, basket.names].some(Boolean) ? toBase64([basket.title, basket.unit, basket.date, basket.names].join('\n')) : '';
  const own = shared.length > 0 ? toBase64(JSON.stringify(shared.map(({ title, words }) => [title, words]))) : '';
  const body = [version + options, items.length.toString(36), codes.join(''), words, own].join('.');
  return `${body}.${hashCharacters(body, 4)}`;
}

const token = /~s\d{8}|~t[0-9a-z]|[A-Za-z0-9_-]{6}/g;

/** The name of an item from its line in the table: "/glossary/#xinfang" is "glossary/xinfang". */
export const itemOf = (path: string): string => path.replace(/^\/|\/$/g, '').replace('/#', '/');

/** Opens a link. Whatever is damaged or no longer there is left out and named; the rest opens. */
export function decodeBasket(link: string, table: ItemTable): OpenedLink {
  const problems: string[] = [];
  const parts = link.trim().split('.');
  const check = parts.length > 5 ? (parts[5] ?? '') : '';
  const [head = '', count = '', codes = '', words = '', own = ''] = parts;
  if (head.charAt(0) !== version) return { basket: sanitised({}), problems: [head ? '这个链接是另一版网站生成的，这里打不开。' : '链接里没有讲义内容。'] };
  if (check !== hashCharacters(parts.slice(0, 5).join('.'), 4)) problems.push('链接不完整或被改动过，下面是还认得出的部分。');
  const bits = parseInt(head.slice(3), 36) || 0;
  const on = (at: number) => Math.floor(bits / 2 ** at) % 2 === 1;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  let pairs: unknown = [];
  try {
    pairs = JSON.parse(fromBase64(own) || '[]');
  } catch (_error) {
    pairs = [];
  }
  const texts = (Array.isArray(pairs) ? pairs : []).map((pair: unknown) => (Array.isArray(pair) ? { title: text(pair[0]), words: text(pair[1]) } : { title: '', words: '' }));
  const items: string[] = [];
  const codesFound = codes.match(token) || [];
  const found = codesFound.slice(0, mostItems);
  if (codesFound.length > mostItems) problems.push(`链接里超过${mostItems}项，只取前${mostItems}项。`);
  found.forEach((code, at) => {
    const line = Object.prototype.hasOwnProperty.call(table, code) ? table[code] : undefined;
    if (code.startsWith('~s')) items.push(`span/${code.slice(2, 6)}-${code.slice(6)}`);
    else if (code.startsWith('~t')) {
      const number = parseInt(code.charAt(2), 36);
      if (texts[number]) items.push(`own/${number}`);
      else problems.push(`第${at + 1}项自己写的文字没有读出来。`);
    } else if (line) items.push(itemOf(line[0]));
    else problems.push(`第${at + 1}项在本站找不到：可能已撤下，也可能是链接受损。`);
  });
  const missing = Math.min(parseInt(count, 36) || 0, mostItems) - found.length;
  if (missing > 0) problems.push(`链接末尾缺了${missing}项。`);
  const [title = '', unit = '', date = '', names = ''] = fromBase64(words).split('\n');
  const sheet = { kind: kinds[Number(head.charAt(1))], notes: notes[Number(head.charAt(2))], questions: on(3), answers: on(4), sources: on(5), columns: on(6), duplex: on(7) };
  return { basket: sanitised({ items, own: texts, title, unit, date, names, cover: on(0), contents: on(1), gathered: on(2), share: on(8), sheet }), problems };
}
