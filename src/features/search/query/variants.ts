import type { Source } from '../index/source.ts';
import type { Term } from './terms.ts';

const han = /[\u3400-\u9fff\uf900-\ufaff]/;

/** The table of simplified characters, "萬万與与", as a look-up. */
const tableOf = (pairs: string): Map<string, string> => {
  const table = new Map<string, string>();
  const characters = Array.from(pairs);
  for (let at = 0; at + 1 < characters.length; at += 2) table.set(characters[at] || '', characters[at + 1] || '');
  return table;
};

/**
 * The terms in simplified characters, or undefined where that changes nothing. The table is asked for only when a term has
 * a Chinese character that stands nowhere in the library.
 */
export async function simplified(source: Source, terms: readonly Term[]): Promise<Term[] | undefined> {
  const characters = new Set(Array.from(terms.map(({ typed }) => typed).join('')).filter((character) => han.test(character)));
  const present = await Promise.all([...characters].map((character) => source.has(character)));
  if (present.every(Boolean)) return undefined;
  const table = tableOf(await source.variants());
  const convert = (words: string) => Array.from(words, (character) => table.get(character) || character).join('');
  const changed = terms.map((term) => {
    const typed = convert(term.typed);
    // What was typed in traditional characters is what was typed.
    return typed === term.typed ? term : { typed, forms: [typed, ...term.forms.map(convert)].filter((form, at, all) => all.indexOf(form) === at) };
  });
  return changed.some((term, at) => term !== terms[at]) ? changed : undefined;
}
