import { getCollection, render, type CollectionEntry } from 'astro:content';
import { collections, textCollections, type TextCollection } from '../model/ids.ts';
import type { TextData } from '../model/texts.ts';

/** One lesson, case, essay or form, as lists and reading pages need it. */
export interface LibraryText {
  collection: TextCollection;
  id: string;
  /** Address below the site's base, with both slashes. */
  path: string;
  /** The word readers use for this kind of text. */
  kind: string;
  data: TextData;
  body: string;
  entry: CollectionEntry<TextCollection>;
}

const toText = (entry: CollectionEntry<TextCollection>): LibraryText => ({
  collection: entry.collection,
  id: entry.id,
  path: `/${entry.collection}/${entry.id}/`,
  kind: collections[entry.collection],
  data: entry.data,
  body: entry.body ?? '',
  entry,
});

const lists = new Map<TextCollection, Promise<LibraryText[]>>();

/** The texts of one folder in reading order. Kept for the whole build: every page asks for its neighbours. */
export function texts(collection: TextCollection): Promise<LibraryText[]> {
  const kept = import.meta.env.DEV ? undefined : lists.get(collection);
  if (kept) return kept;
  const list = getCollection(collection).then((found) =>
    found.map(toText).sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id)),
  );
  lists.set(collection, list);
  return list;
}

/** Every text of the library, lessons first. */
export const allTexts = async (): Promise<LibraryText[]> => (await Promise.all(textCollections.map(texts))).flat();

/** Words of a note, or words that lead to a page of this site. */
export type NotePart = string | { text: string; href: string };

/** A note at the foot of a text: a source by id, or words of our own, with `parts` where they have links. */
export type Note = { number: number; source: string } | { number: number; words: string; parts?: NotePart[] };

/** Renders a text and hands on what the Markdown plug-ins found in it. */
export async function renderText(text: LibraryText) {
  const { Content, headings, remarkPluginFrontmatter } = await render(text.entry);
  return {
    Content,
    headings: headings.filter((heading) => heading.depth <= 3),
    notes: (remarkPluginFrontmatter.notes ?? []) as Note[],
  };
}
