import { toJSONSchema, type z } from 'zod';
import { collections, type CollectionName } from '../../model/ids.ts';
import { entrySchemas, singleSchemas, textSchemas, type EntryCollection, type SingleFile } from '../../model/schemas.ts';
import { idsOf, type Corpus } from '../corpus.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../rule.ts';
import type { YamlData } from '../yaml-data.ts';

interface JsonSchema {
  idOf?: CollectionName;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** Every reference in a value: where it stands, the id, and the collection it must be in. */
function referencesIn(schema: JsonSchema, value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; id: string; to: CollectionName }[] {
  const found = schema.idOf && typeof value === 'string' ? [{ path, id: value, to: schema.idOf }] : [];
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) found.push(...referencesIn(part, value, path));
  if (Array.isArray(value) && schema.items) value.forEach((item, at) => found.push(...referencesIn(schema.items as JsonSchema, item, [...path, at])));
  else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(schema.properties ?? {})) found.push(...referencesIn(part, (value as Record<string, unknown>)[key], [...path, key]));
  return found;
}

const jsons = new WeakMap<z.ZodType, JsonSchema>();

/** The JSON form of a schema; made once, since every text of a folder asks for the same. */
function jsonOf(schema: z.ZodType): JsonSchema {
  const known = jsons.get(schema);
  if (known) return known;
  const json = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  jsons.set(schema, json);
  return json;
}

const readingKinds: Record<string, CollectionName> = { lesson: 'lessons', case: 'cases', essay: 'essays', work: 'works', source: 'sources', quote: 'quotes', form: 'forms' };

/** Reading lists and agendas name the collection in `kind`, which no schema can tell. */
function readingReferences(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; id: string; to: CollectionName }[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => readingReferences(item, [...path, at]));
  if (!value || typeof value !== 'object') return [];
  const { kind, id } = value as { kind?: unknown; id?: unknown };
  const to = typeof kind === 'string' ? readingKinds[kind] : undefined;
  if (to && typeof id === 'string') return [{ path: [...path, 'id'], id, to }];
  return Object.entries(value).flatMap(([key, part]) => readingReferences(part, [...path, key]));
}

/** The message for an id that is nowhere, with the nearest one there is. */
export function dangling(id: string, to: CollectionName, known: Set<string>): { message: string; hint: string } {
  const near = nearest(id, known);
  return {
    message: `${collections[to]}里没有编号“${id}”`,
    hint: near ? `是不是“${near}”？` : `先在 content/${to} 里登记，再引用`,
  };
}

/** Every id that front matter or YAML refers to exists, and no id stands twice. */
function findBrokenReferences(corpus: Corpus): Problem[] {
  const known = new Map<CollectionName, Set<string>>();
  const knownIn = (to: CollectionName) => known.get(to) ?? (known.set(to, idsOf(corpus, to)), known.get(to) as Set<string>);
  const check = (file: string, data: YamlData, schema: JsonSchema, value: unknown, base: PropertyKey[]): Problem[] =>
    [...referencesIn(schema, value), ...readingReferences(value)]
      .filter(({ id, to }) => !knownIn(to).has(id))
      .map(({ path, id, to }) => ({ file, ...data.at([...base, ...path]), level: '错误' as const, ...dangling(id, to, knownIn(to)), rule: 'dangling-id' }));

  const problems: Problem[] = [];
  for (const text of corpus.texts) problems.push(...check(text.file, text.data, jsonOf(textSchemas[text.collection]), text.data.value, []));
  const seen = new Map<string, () => string>();
  for (const file of corpus.entryFiles) {
    if (file.collection in singleSchemas) {
      problems.push(...check(file.file, file.data, jsonOf(singleSchemas[file.collection as SingleFile]), file.data.value, []));
      continue;
    }
    if (!Array.isArray(file.data.value)) continue;
    const schema = jsonOf(entrySchemas[file.collection as EntryCollection]);
    file.data.value.forEach((entry: { id?: unknown }, at) => {
      problems.push(...check(file.file, file.data, schema, entry, [at]));
      const key = `${file.collection}/${String(entry?.id)}`;
      const place = () => file.data.at([at, 'id']);
      const before = seen.get(key);
      if (before) problems.push({ file: file.file, ...place(), level: '错误', message: `编号“${String(entry?.id)}”重复`, hint: `另一处在 ${before()}`, rule: 'duplicate-id' });
      else seen.set(key, () => `${file.file}:${place().line}`);
    });
  }
  const textsSeen = new Map<string, string>();
  for (const text of corpus.texts) {
    const key = `${text.collection}/${text.id}`;
    const before = textsSeen.get(key);
    if (before) problems.push({ file: text.file, line: 1, column: 1, level: '错误', message: `地址“${text.id}”重复`, hint: `另一处是 ${before}`, rule: 'duplicate-id' });
    textsSeen.set(key, text.file);
  }
  return problems;
}

export const references: Check = {
  rules: [
    { name: 'dangling-id', level: '错误', what: '引用的编号、站内链接是不是都有' },
    { name: 'duplicate-id', level: '错误', what: '编号、地址是否重复' },
  ],
  run: findBrokenReferences,
};
