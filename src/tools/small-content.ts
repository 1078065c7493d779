import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { fingerprint, vouchedOf } from '../lint/fingerprint.ts';
import { entryFiles, type EntryCollection } from '../model/schemas.ts';
import { filesOf } from '../library/register.ts';

/** The one source of the small content. */
export const knownSource = 'rmrb-20231207-zhigen';

type Entry = Record<string, unknown> & { id: string; text?: unknown; verified?: unknown; sources?: unknown; points?: Record<string, unknown>[] };

/** An entry that refers to nothing but the one source. */
function alone(entry: Entry): Entry {
  const { work: _work, places: _places, quotes: _quotes, ...rest } = entry;
  if ('sources' in rest) rest.sources = [knownSource];
  const vouched = 'checked' in rest ? vouchedOf(rest) : undefined;
  if (vouched) rest.checked = { on: '2026-11-25', print: fingerprint(vouched) };
  if (rest.points) rest.points = rest.points.map((point) => ({ ...point, sources: [knownSource] }));
  return rest as Entry;
}

/**
 * A content/ for tests of the author's commands, checked in a tenth of the time of the site's own: all topics, one source,
 * the first entry of every other file, and the quotation that the fixtures use.
 */
export function writeSmallContent(root: string): void {
  cpSync('content/topics.yaml', join(root, 'content/topics.yaml'));
  writeFileSync(join(root, 'content/addresses.yaml'), 'addresses: {}\nquotes: {}\nredirects: []\n');
  for (const name of Object.keys(entryFiles) as EntryCollection[]) {
    if (name === 'topics' || name === 'plans') continue;
    const place = entryFiles[name];
    if ('folder' in place) mkdirSync(join(root, 'content', place.folder), { recursive: true });
    for (const file of filesOf(name)) {
      const entries = parse(readFileSync(file, 'utf8')) as Entry[];
      const kept = entries.filter(({ id }, at) => (name === 'sources' ? id === knownSource : at === 0 || id === 'q-huixin-lili')).map((entry) => (name === 'sources' ? entry : alone(entry)));
      writeFileSync(join(root, file.slice(process.cwd().length)), stringify(kept));
    }
  }
}
