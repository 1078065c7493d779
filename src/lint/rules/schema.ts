import { entrySchemas, singleSchemas, textSchemas, type EntryCollection, type SingleFile } from '../../model/schemas.ts';
import type { EntryFile, TextFile } from '../corpus.ts';
import { wordsOf } from '../issues.ts';
import { memory } from '../memory.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../rule.ts';
import type { YamlData } from '../yaml-data.ts';
import type { z } from 'zod';

const rule = 'schema';

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Record<PropertyKey, unknown> | undefined)?.[key], value);

function check(schema: z.ZodType, value: unknown, data: YamlData, file: string, base: PropertyKey[]): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    file,
    ...data.at([...base, ...issue.path]),
    level: '错误' as const,
    message: wordsOf(issue, valueAt(value, issue.path)),
    rule,
  }));
}

/** The first fault of a YAML file: those that follow are mostly its echoes, and the author mends one at a time. */
const syntax = (file: string, data: YamlData): Problem[] =>
  data.errors.slice(0, 1).map(({ line, column, message }) => ({
    file,
    line,
    column,
    level: '错误' as const,
    message: `YAML 写法有误：${message}`,
    hint: '检查缩进、冒号后的空格和引号；文字里有英文冒号时，整段用引号括起',
    rule: 'yaml',
  }));

function checkText(text: TextFile): Problem[] {
  if (text.bodyOffset === 0)
    return [{ file: text.file, line: 1, column: 1, level: '错误', message: '文件开头缺少 --- 之间的题头', hint: '照同一文件夹里别的文件补上题头', rule }];
  if (text.data.errors.length > 0) return syntax(text.file, text.data);
  return check(textSchemas[text.collection], text.data.value, text.data, text.file, []);
}

function checkEntries(file: EntryFile): Problem[] {
  if (file.data.errors.length > 0) return syntax(file.file, file.data);
  if (file.collection in singleSchemas) return check(singleSchemas[file.collection as SingleFile], file.data.value, file.data, file.file, []);
  if (file.raw.trim() === '') return [{ file: file.file, line: 1, column: 1, level: '错误', message: '文件是空的', hint: '多半是存坏了，从上一个版本取回；确实不要的，把文件删去', rule }];
  // A file of comments alone is an empty list: drafts that `npm run new` has left there.
  if (file.data.value === null) return [];
  if (!Array.isArray(file.data.value))
    return [{ file: file.file, line: 1, column: 1, level: '错误', message: '整个文件应是一个列表，每条以“- id:”开头', rule }];
  const schema = entrySchemas[file.collection as EntryCollection];
  return file.data.value.flatMap((entry, at) => check(schema, entry, file.data, file.file, [at]));
}

const remembered = memory();

/** Every file is readable YAML and fits the schema of its collection. */
export const schema: Check = {
  rules: [
    { name: 'schema', level: '错误', what: '字段齐不齐、类型对不对' },
    { name: 'yaml', level: '错误', what: 'YAML 写法' },
  ],
  run: (corpus) => [...corpus.texts, ...corpus.entryFiles].flatMap((file) => remembered(file, [], () => (file.kind === 'text' ? checkText(file) : checkEntries(file)))),
};
