import { z } from 'zod';
import { fileSchema, type DataName } from './schemas.ts';

interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  const?: unknown;
}

/** The JSON Schema that is published beside a file, made from the schema that the build holds the file against. */
export const jsonSchemaOf = (name: DataName): JsonSchema & { title?: string } => z.toJSONSchema(fileSchema(name), { target: 'draft-2020-12' }) as JsonSchema & { title?: string };

/** One line of the table of fields. */
export interface FieldLine {
  name: string;
  type: string;
  always: boolean;
  words: string;
}

const typeNames: Record<string, string> = { string: '文字', number: '数字', integer: '整数', boolean: '是否', array: '列表', object: '对象' };

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map(String).join('、');
  if (schema.anyOf) return schema.anyOf.map((one) => String(one.const)).join('、');
  if (schema.type === 'array' && schema.items) return `${typeOf(schema.items)}的列表`;
  return typeNames[schema.type ?? ''] ?? '';
}

const linesOf = (schema: JsonSchema | undefined, before = ''): FieldLine[] =>
  Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => [
    { name: before + name, type: typeOf(field), always: schema?.required?.includes(name) ?? false, words: field.description ?? '' },
    ...(name === 'sources' ? [] : linesOf(field.items, `${before}${name}[].`)),
  ]);

/** Every field of the rows of a file, as a page tells it. */
export const fieldLines = (name: DataName): FieldLine[] => linesOf(jsonSchemaOf(name).properties?.items?.items);

/** The fields of one source, the same in every file. */
export const sourceLines = (): FieldLine[] => linesOf(jsonSchemaOf('quotes').properties?.items?.items?.properties?.sources?.items);
