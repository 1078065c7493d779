import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixContent } from './fix.ts';
import { cleanUp, contentWith, lesson } from './testing.ts';

afterAll(cleanUp);

const sample = 'content/lessons/sample.mdx';

/** What is made of a body, and the changes as they are listed. */
function fixed(body: string): { text: string; changes: string[] } {
  const folder = contentWith({ [sample]: lesson(body) });
  const changes = fixContent(folder).map(({ file, line, column, before, after }) => `${file}:${line}:${column} ${before} → ${after}`);
  return { text: readFileSync(join(folder, sample), 'utf8').split('## 要点\n\n')[1]?.trimEnd() ?? '', changes };
}

describe('lint --fix', () => {
  it.each([
    ['先问三户, 再开会。', '先问三户，再开会。'],
    ['**重点**:后文!', '**重点**：后文！'],
    ['下党(1989)一次。', '下党（1989）一次。'],
    ['他说"好",就走。', '他说“好”，就走。'],
    ['他说"好",又说“明天一早我们就把这座桥,修起来”。', '他说“好”，又说“明天一早我们就把这座桥,修起来”。'],
    ['他说“先看"桥",再定”。', '他说“先看‘桥’，再定”。'],
    ['等等...后文。', '等等……后文。'],
    ['共 3 件。', '共3件。'],
  ])('%s → %s', (before, after) => expect(fixed(before).text).toBe(after));

  it.each(['<Q id="q-huixin-lili">历历, 在目</Q>。', '他说“明天一早我们就把这座桥,修起来...还有 3处”。', '> 明天一早,我们就修桥。', '他说&ldquo;明天就修桥&rdquo;。', '`先, 后`', '版本 v1.2, v1.3', "it's fine, isn't it", '半个"引号。', '[文字](/cases/xiadang/)', '说<Q id="q-huixin-lili" />'])('leaves %s alone', (body) => {
    const { text, changes } = fixed(body);
    expect(text).toBe(body);
    expect(changes).toEqual([]);
  });

  it('leaves exempted places alone', () => {
    const body = '{/* 免检 typed-space：照录网页的写法 */}\n共 3件。';
    expect(fixed(body).text).toBe(body);
  });

  it('lists each change with its place', () => expect(fixed('先问三户, 再开会。').changes).toEqual([`${sample}:14:5 ,  → ，`]));

  it('touches no registered wording and no file without a change', () => {
    const quotes = 'content/quotes/others.yaml';
    const before = readFileSync(quotes, 'utf8').replace('无产阶级的运动是', '无产阶级,的运动是').replace('《共产党宣言》，', '《共产党宣言》,');
    const folder = contentWith({ [quotes]: before });
    const stamp = statSync(join(folder, 'content/places.yaml')).mtimeMs;
    expect(fixContent(folder).map(({ file }) => file)).toEqual([quotes]);
    const after = readFileSync(join(folder, quotes), 'utf8');
    expect(after).toContain('无产阶级,的运动是');
    expect(after).toBe(before.replace('《共产党宣言》,', '《共产党宣言》，'));
    expect(statSync(join(folder, 'content/places.yaml')).mtimeMs).toBe(stamp);
  });

  it('has nothing left to do the second time', () => {
    const folder = contentWith({ [sample]: lesson('他说"好", 等等...共 3 件(一)。').replace('title: 样文', 'title: 样文, 一') });
    expect(fixContent(folder)).toHaveLength(9);
    expect(fixContent(folder)).toEqual([]);
  });
});
