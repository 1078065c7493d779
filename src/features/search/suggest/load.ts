import { Suggestions } from './match.ts';
import { suggestionsFile, type Row } from './rows.ts';

let loading: Promise<Suggestions> | undefined;

/** The suggestions of an index; loaded once, when a search field is first used. */
export function loadSuggestions(folder: string): Promise<Suggestions> {
  if (loading) return loading;
  const started = fetch(folder + suggestionsFile, { credentials: 'same-origin' }).then(async (response) => {
    if (!response.ok) throw new Error(`${suggestionsFile}: ${response.status}`);
    return new Suggestions((await response.json()) as Row[]);
  });
  loading = started;
  started.catch(() => (loading = undefined));
  return started;
}
