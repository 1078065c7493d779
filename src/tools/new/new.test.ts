import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../lint/check.ts';
import { format } from '../../lint/problem.ts';
import { fieldNames } from '../../model/fields.ts';
import { collections, textCollections, type CollectionName } from '../../model/ids.ts';
import { entrySchemas, textSchemas } from '../../model/schemas.ts';
import { checkQuotes } from '../quote-check.ts';
import { knownSource, writeSmallContent } from '../small-content.ts';
import { kindOf, todoId } from './context.ts';
import { makeNew } from './write.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A small content/ to write into. */
function sandbox(): string {
  const folder = mkdtempSync(join(tmpdir(), 'new-'));
  folders.push(folder);
  writeSmallContent(folder);
  return folder;
}

const kinds = Object.keys(collections) as CollectionName[];
const textKinds: readonly CollectionName[] = textCollections;
const entryKinds = kinds.filter((kind) => !textKinds.includes(kind) && kind !== 'plans');
const fileFor = (kind: CollectionName) => (kind === 'quotes' ? 'mao.yaml' : undefined);
/** Errors only: that an address is new is a reminder. */
const problems = (root: string) => checkContent(root).filter(({ level }) => level === '错误').map(format);

/** Does what an author does: words into every open place, a real source where one is asked for. */
function fill(text: string): string {
  let at = 0;
  return text.replaceAll(todoId, knownSource).replace(/〔待写：[^〕]*〕/g, () => `试填的第${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'[at++ % 22]}处文字`);
}

describe('npm run new', () => {
  it.each([...textCollections])('%s: a template that is refused until it is filled, and passes then', (kind) => {
    const root = sandbox();
    const said = makeNew(root, kind, 'sample-new');
    const file = join(root, 'content', kind, 'sample-new.mdx');
    expect(said).toContain(`content/${kind}/sample-new.mdx（${collections[kind]}）`);
    const open = problems(root);
    expect(open.filter((problem) => problem.includes('还没有填写')).length).toBe(Number(/共 (\d+) 处待写/.exec(said)?.[1]));
    expect(open.filter((problem) => !/unfilled|dangling-id/.test(problem))).toEqual([]);
    writeFileSync(file, fill(readFileSync(file, 'utf8')));
    expect(problems(root)).toEqual([]);
  });

  it('学习方案: a file of its own', () => {
    const root = sandbox();
    makeNew(root, 'plans', 'sample-new');
    const file = join(root, 'content', 'plans', 'sample-new.yaml');
    expect(problems(root).join('\n')).toContain('还没有填写');
    writeFileSync(file, fill(readFileSync(file, 'utf8')));
    expect(problems(root)).toEqual([]);
  });

  it.each(entryKinds)('%s: a draft in comments that changes nothing, and passes once opened and filled', (kind) => {
    const root = sandbox();
    const before = problems(root);
    const said = makeNew(root, kind, 'sample-new', { file: fileFor(kind) });
    expect(problems(root)).toEqual(before);
    const [, name = '', line = ''] = /已在 (\S+) 第 (\d+) 行/.exec(said) ?? [];
    const path = join(root, name);
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines[Number(line) - 1]).toBe('# - id: sample-new');
    const opened = lines.map((words, at) => (at >= Number(line) - 1 ? words.replace(/^# /, '') : words)).join('\n');
    writeFileSync(path, fill(opened).replace('short: 待写', 'short: 试填'));
    if (kind === 'quotes') {
      expect(problems(root).join()).toContain('论述“sample-new”没有核对记录');
      expect(checkQuotes(root, ['sample-new'])).toBe(0);
    }
    expect(problems(root)).toEqual([]);
  });

  it('shows every field of every kind', () => {
    const root = sandbox();
    for (const kind of kinds) {
      const template = makeNew(root, kind, 'sample-new', { print: true });
      const schema = { ...textSchemas, ...entrySchemas }[kind];
      const missing = fieldNames(schema).filter((name) => !new RegExp(`(?:^|[\\s{,#-])${name}:`, 'm').test(template));
      expect({ kind, missing }).toEqual({ kind, missing: [] });
    }
  });

  it('says what is wrong with a kind or an id, and never writes over anything', () => {
    const root = sandbox();
    expect(() => kindOf('案列')).toThrow(/没有“案列”这一类。是不是“案例”？可用的有：学习材料、案例、.*误引、规范表述。\n例如：npm run new -- 案例/);
    expect(() => makeNew(root, 'cases', '下党')).toThrow('“下党”不能作编号：只用小写字母、数字和连字符');
    expect(() => makeNew(root, 'cases', undefined)).toThrow('还少一个编号');
    makeNew(root, 'cases', 'sample-case');
    expect(() => makeNew(root, 'cases', 'sample-case')).toThrow('案例里已经有“sample-case”，没有改动任何文件');
    expect(() => makeNew(root, 'quotes', 'q-huixin-lili', { file: 'xi' })).toThrow('论述里已经有“q-huixin-lili”');
    expect(() => makeNew(root, 'quotes', 'q-sample')).toThrow('请用 --in 写明放进哪一个：documents.yaml、mao.yaml、others.yaml、xi.yaml');
    makeNew(root, 'sources', 'sample-new');
    const once = readFileSync(join(root, 'content/sources.yaml'), 'utf8');
    expect(() => makeNew(root, 'sources', 'sample-new')).toThrow(/content\/sources\.yaml:\d+ 已有编号“sample-new”的草稿/);
    expect(readFileSync(join(root, 'content/sources.yaml'), 'utf8')).toBe(once);
  });
});
