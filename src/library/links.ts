import type { Misquote } from '../model/entries.ts';
import { entries, register } from './register.ts';
import { allTexts, type LibraryText } from './texts.ts';
import { marksIn, quotesIn } from './uses.ts';

interface UseIndex {
  quotes: Map<string, LibraryText[]>;
  sources: Map<string, LibraryText[]>;
}

/** The sources that a text rests on: those it names, and those of the quotations it uses. */
export function sourcesOfText(text: LibraryText): string[] {
  const named = [...(text.data.basis ?? []), ...marksIn(text.body)].filter((id) => register().sources.has(id));
  return [...new Set([...named, ...[...quotesIn(text.body)].flatMap((id) => register().quotes.get(id)?.sources ?? [])])];
}

let index: Promise<UseIndex> | undefined;

async function buildIndex(): Promise<UseIndex> {
  const use: UseIndex = { quotes: new Map(), sources: new Map() };
  const add = (map: Map<string, LibraryText[]>, id: string, text: LibraryText) => map.set(id, [...(map.get(id) ?? []), text]);
  for (const text of await allTexts()) {
    for (const id of quotesIn(text.body)) add(use.quotes, id, text);
    for (const id of sourcesOfText(text)) add(use.sources, id, text);
  }
  return use;
}

const uses = () => (import.meta.env.DEV ? buildIndex() : (index ??= buildIndex()));

/** The texts that quote a registered quotation. */
export const textsQuoting = async (quote: string): Promise<LibraryText[]> => (await uses()).quotes.get(quote) ?? [];

/** The corrections that concern a registered quotation. */
export const misquotesOf = (quote: string): Misquote[] => entries('misquotes').filter((misquote) => misquote.quotes.includes(quote));

/** Every place that rests on a source: texts, and entries of the YAML collections. */
export async function usesOfSource(source: string) {
  const rests = <T extends { sources: string[] }>(entry: T) => entry.sources.includes(source);
  return {
    texts: (await uses()).sources.get(source) ?? [],
    quotes: entries('quotes').filter(rests),
    events: entries('timeline').filter(rests),
    terms: entries('glossary').filter(rests),
    misquotes: entries('misquotes').filter(rests),
  };
}

/** The sources that anything on the site rests on; the recorded rest is not shown. */
export async function usedSources(): Promise<Set<string>> {
  const used = new Set<string>((await uses()).sources.keys());
  for (const name of ['quotes', 'timeline', 'glossary', 'series', 'works', 'places', 'misquotes'] as const)
    for (const entry of entries(name)) {
      const points = 'points' in entry ? entry.points : [];
      for (const id of [...('sources' in entry ? entry.sources : []), ...points.flatMap((point) => point.sources)]) used.add(id);
    }
  return used;
}
