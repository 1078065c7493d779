import { termFinder } from '../text/terms.ts';
import { entries } from './register.ts';
import { allTexts, type LibraryText } from './texts.ts';

const chartUse = /<Chart\s[^>]*?\bid="([a-z0-9-]+)"/g;

/** The texts that show a chart, in the order of the library. */
export const textsShowing = async (series: string): Promise<LibraryText[]> =>
  (await allTexts()).filter((text) => [...text.body.matchAll(chartUse)].some((match) => match[1] === series));

/** The words of a body that are its own: no quotations, no component tags, no note marks, no addresses of links. */
const ownWords = (body: string) =>
  body
    .replace(/<Q\s[^>]*?(?:\/>|>[\s\S]*?<\/Q>)/g, '\n')
    .replace(/<\/?[A-Za-z][^>]*>/g, '\n')
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/\]\([^)\s]*\)/g, ']');

let terms: Promise<Map<string, LibraryText[]>> | undefined;

async function indexTerms(): Promise<Map<string, LibraryText[]>> {
  const find = termFinder(entries('glossary').map((term) => ({ id: term.id, names: [term.term, ...term.aliases] })));
  const index = new Map<string, LibraryText[]>();
  for (const text of await allTexts())
    for (const id of new Set(find(ownWords(text.body)).map((use) => use.id))) index.set(id, [...(index.get(id) ?? []), text]);
  return index;
}

/** The texts that use a term of the glossary under any of its names, whether or not its first use is linked. */
export const textsUsing = async (term: string): Promise<LibraryText[]> => (await (import.meta.env.DEV ? indexTerms() : (terms ??= indexTerms()))).get(term) ?? [];
