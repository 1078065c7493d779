import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../lint/check.ts';
import { format } from '../lint/problem.ts';
import { componentProps } from '../model/components.ts';
import { fieldNames } from '../model/fields.ts';
import { collections, textCollections, type CollectionName } from '../model/ids.ts';
import { entryFiles, entrySchemas, textSchemas, type EntryCollection } from '../model/schemas.ts';
import { writeSmallContent } from './small-content.ts';

const handbook = readFileSync('content/README.md', 'utf8');
const kinds = Object.keys(collections) as CollectionName[];
const schemas = { ...textSchemas, ...entrySchemas };
/** The section of a kind, and the example in it. */
const sectionOf = (kind: CollectionName) => new RegExp(`^### ${collections[kind]}\\n([\\s\\S]*?)(?=^##)`, 'm').exec(handbook)?.[1] ?? '';
const exampleOf = (kind: CollectionName) => /```yaml\n([\s\S]*?)```/.exec(sectionOf(kind))?.[1] ?? '';
const practice = /````mdx\n([\s\S]*?)````/.exec(handbook)?.[1] ?? '';

const root = mkdtempSync(join(tmpdir(), 'handbook-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the author’s handbook', () => {
  it.each(kinds)('%s: shows every field in an example', (kind) => {
    const example = exampleOf(kind);
    const shown = kind === 'cases' ? practice + example : example;
    // Fields that all texts have are shown once, with the lesson.
    const common = kind !== 'lessons' && (textCollections as readonly string[]).includes(kind) ? fieldNames(textSchemas.cases) : [];
    const missing = fieldNames(schemas[kind]).filter((name) => !common.includes(name) && !new RegExp(`(?:^|[\\s{])${name}:`, 'm').test(shown));
    expect(missing).toEqual([]);
    expect(schemas[kind].safeParse((textCollections as readonly string[]).includes(kind) ? parse(example) : (parse(example) as unknown[])[0]).error?.issues ?? []).toEqual([]);
  });

  it('shows every component', () => {
    for (const name of Object.keys(componentProps)) expect(handbook, name).toMatch(new RegExp(`^\\| \`${name}\` \\| .*\`<${name}[ >]`, 'm'));
  });

  it('names every kind that npm run new makes, and the three commands', () => {
    for (const command of ['npm run new -- 案例 practice', 'npm run import -- ', 'npm run report', 'npm run lint']) expect(handbook).toContain(command);
  });

  it('has examples that pass the check, the practice case among them', () => {
    cpSync('content', join(root, 'content'), { recursive: true });
    for (const kind of kinds) {
      if ((textCollections as readonly string[]).includes(kind)) {
        if (kind !== 'cases') writeFileSync(join(root, 'content', kind, 'shili.mdx'), `---\n${exampleOf(kind)}---\n\n示例正文。\n\n## 要点\n\n1. 示例。[^rmrb-20231207-zhigen]\n`);
        continue;
      }
      const place = entryFiles[kind as EntryCollection];
      const path = join(root, 'content', 'file' in place ? place.file : join(place.folder, 'shili.yaml'));
      if ('folder' in place) cpSync('content/topics.yaml', path);
      writeFileSync(path, 'file' in place ? `${readFileSync(path, 'utf8').trimEnd()}\n${exampleOf(kind)}` : exampleOf(kind));
    }
    writeFileSync(join(root, 'content/cases/practice.mdx'), practice);
    // That their addresses are new is a reminder for the day of publication.
    expect(checkContent(root).filter(({ rule }) => rule !== 'addresses').map(format)).toEqual([]);
  });

  it('quotes messages as the check words them', () => {
    const bad = mkdtempSync(join(root, 'bad-'));
    writeSmallContent(bad);
    mkdirSync(join(bad, 'content/lessons'));
    const front = 'title: 样文\nsumary: 写错了名字\nclass: 解读\ntopics: [sixia]\norder: 第一\nupdated: 2026-11-24\naims: [说清四项内容]\nquestions: [一道研讨题目, 二道研讨题目, 三道研讨题目]\n';
    const body = ['〔待写：开头〕', '一句。[^rmrb-nowhere]', '他说<Q id="q-huixin-lili">历历在心</Q>。', '1989年办了12件。', '汉字,半角', '汉字"直引号"', '在 5 月', '到××村', '这是** 重点 **后文。', '他说“水表装好以后每月初一抄一次”。', '<Quot id="q-huixin-lili" />'].join('\n\n');
    const files = { 'lessons/one.mdx': `---\n${front}---\n\n${body}\n`, 'lessons/two.mdx': `---\n${front}---\n\n甲{乙\n`, 'lessons/three.mdx': '---\ntitle: "样文\n---\n', 'lessons/样文.mdx': `---\n${front}---\n`, 'stray.txt': '' };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(bad, 'content', name), text);
    const places = join(bad, 'content/places.yaml');
    writeFileSync(places, readFileSync(places, 'utf8').repeat(2));
    writeFileSync(join(bad, 'content/quotes/new.yaml'), '- {id: q-new, text: 没有核对过的话, speaker: 某人, date: \'2020\', occasion: 某处, verified: 1, sources: [rmrb-20231207-zhigen], topics: [sixia]}\n');
    const said = checkContent(bad).map(({ message }) => message);
    const section = /^## 报错了怎么办\n([\s\S]*?)(?=^## )/m.exec(handbook)?.[1] ?? '';
    const quoted = [...section.matchAll(/^\| `(.+?)` \| /gm)].map((match) => match[1] ?? '');
    expect(quoted.length).toBeGreaterThanOrEqual(18);
    // What stands in marks differs from case to case.
    const pattern = (message: string) => new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/“[^”]*”/g, '“[^”]*”').replace(/〔[^〕]*〕/g, '〔[^〕]*〕')}`);
    expect(quoted.filter((message) => !said.some((real) => pattern(message).test(real)))).toEqual([]);
  });
});
