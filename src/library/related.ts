import { allTexts, type LibraryText } from './texts.ts';

/** Other texts on the same topics, the most alike first; at most `limit`. Ties keep the order of the library. */
export async function relatedTo(text: LibraryText, limit = 4): Promise<LibraryText[]> {
  const shared = (other: LibraryText) => other.data.topics.filter((topic) => text.data.topics.includes(topic)).length;
  return (await allTexts())
    .filter((other) => other.path !== text.path && shared(other) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, limit);
}
