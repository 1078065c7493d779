import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A stretch of the site's own prose, and where it stands. */
export interface Prose {
  place: string;
  text: string;
}

type Fields = Record<string, unknown>;

/** The fields of each YAML file that hold our own words; titles and words of others are recorded in the rest. */
const own: Record<string, string[]> = {
  'glossary.yaml': ['def'],
  'timeline.yaml': ['title', 'text', 'note'],
  'places.yaml': ['note'],
  'topics.yaml': ['lead'],
  'works.yaml': ['note'],
  'misquotes.yaml': ['wrong', 'right'],
  quotes: ['occasion', 'note', 'dateNote'],
  series: ['title', 'note', 'points'],
  plans: ['title', 'summary', 'audience', 'aims', 'prepare', 'agenda', 'after'],
  'site.yaml': ['description'],
};
/** Where words stand in quotation marks because they are somebody's, right or wrong, and no component can hold them. */
const quoting = new Set(['misquotes.yaml', 'quotes']);
const front = ['title', 'summary', 'aims', 'questions', 'reading', 'test', 'role', 'parts'];
/** Keys of nested records that hold ids, not words. */
const records = new Set(['id', 'kind', 'sources', 'items', 'quote', 'hide', 'answer']);

/** Every string below a field. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return value && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => (records.has(key) ? [] : strings(inner))) : [];
}

const fieldsOf = (place: string, entry: Fields, names: string[]): Prose[] => names.flatMap((name) => strings(entry[name]).map((text) => ({ place: `${place} ${name}`, text })));

/** The paragraphs and cells of a body, without quotations, tags, marks of sources and addresses. */
const paragraphs = (body: string): string[] =>
  body
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '\n\n')
    .replace(/<Q\s[^>]*?(?:\/>|>[\s\S]*?<\/Q>)/g, '\n\n')
    .replace(/<\/?[A-Za-z][^>]*>/g, '\n\n')
    .replace(/\[\^[^\]\s]+\]:?/g, '')
    .replace(/\]\([^)\s]*\)/g, ']')
    .split(/\n\s*\n|\|/);

/** A title is a name, and may be as long as it is. */
const withoutTitles = (text: string): string[] => text.split(/《[^《》]*(?:〈[^〉]*〉[^《》]*)*》/);

/** The body and front matter of one text. */
export function proseOf(place: string, raw: string): Prose[] {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(raw) ?? [];
  return [...fieldsOf(place, parse(head) as Fields, front), ...paragraphs(body).map((text) => ({ place, text }))].flatMap((prose) => withoutTitles(prose.text).map((text) => ({ ...prose, text })));
}

/** Our own words in the entries of one YAML file. */
export function proseOfEntries(place: string, raw: string): Prose[] {
  const name = place.split('/')[1] ?? '';
  const entries = [parse(raw) as Fields | Fields[] | null].flat().filter((entry): entry is Fields => entry !== null);
  const prose = entries.flatMap((entry) => fieldsOf(`${place} ${String(entry.id ?? '')}`, entry, own[name] ?? []));
  return prose.flatMap(({ place: at, text }) => withoutTitles(text).flatMap((part) => (quoting.has(name) ? part.split(/“[^”]*”/) : [part])).map((part) => ({ place: at, text: part })));
}

/** All prose of content/. */
export function siteProse(): Prose[] {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).map((file) => `content/${file.split('\\').join('/')}`).sort();
  return files.flatMap((file) => {
    if (/^content\/(lessons|cases|essays|forms)\/.*\.mdx?$/.test(file)) return proseOf(file, readFileSync(file, 'utf8'));
    return file.endsWith('.yaml') && own[file.split('/')[1] ?? ''] ? proseOfEntries(file, readFileSync(file, 'utf8')) : [];
  });
}
