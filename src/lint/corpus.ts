import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LineCounter, parseDocument, isMap, isSeq, type Document } from 'yaml';
import { textCollections, type CollectionName, type TextCollection } from '../model/ids.ts';
import { entryFiles, singleSchemas, type EntryCollection, type SingleFile } from '../model/schemas.ts';

/** A YAML document with a way back from a field to its place in the file. */
export interface YamlData {
  value: unknown;
  /** Line and column of the value at a path; of the nearest existing ancestor where it is missing. */
  at: (path: readonly PropertyKey[]) => { line: number; column: number };
  errors: { message: string; line: number; column: number }[];
}

export interface TextFile {
  kind: 'text';
  collection: TextCollection;
  id: string;
  file: string;
  raw: string;
  data: YamlData;
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
}

function readYaml(source: string, lineOffset = 0): YamlData {
  const lines = new LineCounter();
  const document: Document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + lineOffset, column: Math.max(1, col) };
  };
  const at = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const parent = length > 0 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
      const key = path[length - 1];
      if (length > 0 && isMap(parent)) {
        const pair = parent.items.find((item) => String((item.key as { value?: unknown })?.value ?? item.key) === String(key));
        const range = (pair?.value as { range?: [number, number, number] } | null)?.range ?? (pair?.key as { range?: [number, number, number] })?.range;
        if (range) return place(range[0]);
      } else if (length > 0 && isSeq(parent)) {
        const range = (parent.items[Number(key)] as { range?: [number, number, number] } | undefined)?.range;
        if (range) return place(range[0]);
      }
    }
    return place(document.contents?.range?.[0] ?? 0);
  };
  return {
    value: document.errors.length > 0 ? undefined : document.toJS(),
    at,
    errors: document.errors.map((error) => ({ message: error.message.split('\n')[0] ?? '', ...place(error.pos[0]) })),
  };
}

function readText(collection: TextCollection, file: string, path: string): TextFile {
  const raw = readFileSync(path, 'utf8');
  const match = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(raw);
  const bodyOffset = match ? match[0].length : 0;
  return {
    kind: 'text',
    collection,
    id: (file.split('/').pop() ?? '').replace(/\.mdx?$/, ''),
    file,
    raw,
    data: readYaml(match?.[1] ?? '', 1),
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

/** Reads all files below `root`/content. Never throws for their contents; that is what the rules are for. */
export function readCorpus(root: string): Corpus {
  const folder = join(root, 'content');
  const corpus: Corpus = { texts: [], entryFiles: [], files: [] };
  if (!existsSync(folder)) return corpus;
  for (const found of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, found);
    if (!statSync(path).isFile() || /(^|[\\/])\./.test(found)) continue;
    const file = relative(root, path).split(sep).join('/');
    corpus.files.push(file);
    const parent = file.split('/')[1] as TextCollection;
    if (/\.mdx?$/.test(file) && textCollections.includes(parent)) corpus.texts.push(readText(parent, file, path));
    else {
      const collection = collectionOf(file);
      if (!collection) continue;
      const raw = readFileSync(path, 'utf8');
      corpus.entryFiles.push({ kind: 'entries', collection, file, raw, data: readYaml(raw) });
    }
  }
  return corpus;
}

/** All ids of a collection, whatever else may be wrong with their entries. */
export function idsOf(corpus: Corpus, collection: CollectionName): Set<string> {
  const texts = corpus.texts.filter((text) => text.collection === collection).map((text) => text.id);
  const entries = corpus.entryFiles
    .filter((file) => file.collection === collection && Array.isArray(file.data.value))
    .flatMap((file) => (file.data.value as { id?: unknown }[]).map((entry) => entry?.id))
    .filter((id): id is string => typeof id === 'string');
  return new Set([...texts, ...entries]);
}
