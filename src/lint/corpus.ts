import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textCollections, type CollectionName, type TextCollection } from '../model/ids.ts';
import { entryFiles, singleSchemas, type EntryCollection, type SingleFile } from '../model/schemas.ts';
import { readYaml, type YamlData } from './yaml-data.ts';
import { withoutBom } from '../text/without-bom.ts';

export interface TextFile {
  kind: 'text';
  collection: TextCollection;
  id: string;
  file: string;
  raw: string;
  data: YamlData;
  /** The offset in `raw` at which the front matter's YAML begins. */
  dataOffset: number;
  /** The body and the offset in `raw` at which it begins. */
  body: string;
  bodyOffset: number;
}

export interface EntryFile {
  kind: 'entries';
  collection: EntryCollection | SingleFile;
  file: string;
  raw: string;
  data: YamlData;
}

/** Everything below content/, read but not yet believed. */
export interface Corpus {
  texts: TextFile[];
  entryFiles: EntryFile[];
  /** Every file found, also those that belong nowhere. */
  files: string[];
  /** Symbolic links: never followed, their target may be anywhere or gone. */
  links: string[];
}

/** Largest file of each kind, in characters, many times the longest there is. What is larger was pasted in by mistake; it is not read. */
export const mostCharacters = { text: 1_000_000, entries: 2_000_000 };

/** The last reading of each file: the same words need no second parsing, in watch mode and in tests. */
const readings = new Map<string, TextFile | EntryFile>();

/** A file as it was read before, if its words are the same; else what `read` makes of it. */
function keep<File extends TextFile | EntryFile>(file: string, raw: string, read: () => File): File {
  const before = readings.get(file);
  if (before?.raw === raw) return before as File;
  const now = read();
  readings.set(file, now);
  return now;
}

/** Cuts an MDX file into front matter and body. */
export function readText(collection: TextCollection, file: string, raw: string): TextFile {
  const match = /^(\ufeff?---\r?\n)([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(raw);
  const bodyOffset = match ? match[0].length : 0;
  return {
    kind: 'text',
    collection,
    id: (file.split('/').pop() ?? '').replace(/\.mdx?$/, ''),
    file,
    raw,
    data: readYaml(match?.[2] ?? '', 1),
    dataOffset: match?.[1]?.length ?? 0,
    body: raw.slice(bodyOffset),
    bodyOffset,
  };
}

const collectionOf = (name: string): EntryCollection | SingleFile | undefined => {
  for (const single of Object.keys(singleSchemas) as SingleFile[]) if (name === `content/${single}.yaml`) return single;
  for (const [collection, place] of Object.entries(entryFiles) as [EntryCollection, (typeof entryFiles)[EntryCollection]][])
    if ('file' in place ? name === `content/${place.file}` : name.startsWith(`content/${place.folder}/`) && name.endsWith('.yaml')) return collection;
  return undefined;
};

/** Files below a folder by their name from the root, hidden ones left out. Symbolic links are noted, not followed: they may go in a circle. */
function filesBelow(folder: string, name: string, links: string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const own = `${name}/${entry.name}`;
    if (entry.name.startsWith('.')) return [];
    if (entry.isSymbolicLink()) links.push(own);
    return entry.isDirectory() ? filesBelow(join(folder, entry.name), own, links) : entry.isFile() ? [own] : [];
  });
}

/**
 * Reads all files below `root`/content. Never throws for their contents; that is what the rules are for. `drafts` are texts
 * by file name that stand in for those on the disk, or beside them.
 */
export function readCorpus(root: string, drafts: Readonly<Record<string, string>> = {}): Corpus {
  const folder = join(root, 'content');
  const corpus: Corpus = { texts: [], entryFiles: [], files: [], links: [] };
  const onDisk = existsSync(folder) ? filesBelow(folder, 'content', corpus.links) : [];
  corpus.links.sort();
  for (const file of [...new Set([...onDisk, ...Object.keys(drafts)])].sort()) {
    corpus.files.push(file);
    const parent = file.split('/')[1] as TextCollection;
    const isText = /\.mdx?$/.test(file) && textCollections.includes(parent);
    const collection = isText ? undefined : collectionOf(file);
    if (!isText && !collection) continue;
    const words = drafts[file] ?? readFileSync(join(root, file), 'utf8');
    const raw = collection ? withoutBom(words) : words;
    const isTooLarge = raw.length > mostCharacters[collection ? 'entries' : 'text'];
    if (collection) corpus.entryFiles.push(keep(file, raw, () => ({ kind: 'entries', collection, file, raw, data: readYaml(isTooLarge ? '' : raw) })));
    else corpus.texts.push(keep(file, raw, () => (isTooLarge ? { ...readText(parent, file, ''), raw } : readText(parent, file, raw))));
  }
  return corpus;
}

/** All ids of a collection, whatever else may be wrong with their entries. */
export function idsOf(corpus: Corpus, collection: CollectionName): Set<string> {
  const texts = corpus.texts.filter((text) => text.collection === collection).map((text) => text.id);
  return new Set([...texts, ...entriesOf(corpus, collection).map((entry) => entry.value.id)]);
}

/** An entry of a YAML collection with its place: at `data.at([index, …])` of its file. */
export interface PlacedEntry<Shape = Record<string, unknown>> {
  file: EntryFile;
  index: number;
  value: Partial<Shape> & { id: string };
}

/** The entries of a YAML collection that at least have an id. Other fields may be missing or of a wrong kind. */
export function entriesOf<Shape = Record<string, unknown>>(corpus: Corpus, collection: CollectionName): PlacedEntry<Shape>[] {
  return corpus.entryFiles
    .filter((file) => file.collection === collection && Array.isArray(file.data.value))
    .flatMap((file) => (file.data.value as unknown[]).map((value, index) => ({ file, index, value: value as PlacedEntry<Shape>['value'] })))
    .filter(({ value }) => typeof value?.id === 'string');
}
