import { renderText, type LibraryText } from './texts.ts';

/**
 * The ids of the sources a text rests on: those of its notes in their order, then those that stand in the front matter (the
 * basis of a form, the answers of a self-test).
 */
export async function sourcesOfText(text: LibraryText): Promise<string[]> {
  const { notes } = await renderText(text);
  const { data } = text.entry;
  const basis = 'basis' in data ? data.basis : [];
  const answers = 'test' in data ? data.test.flatMap((item) => item.sources) : [];
  return [...new Set([...notes.flatMap((note) => ('source' in note ? [note.source] : [])), ...basis, ...answers])];
}
