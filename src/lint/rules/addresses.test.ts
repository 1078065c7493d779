import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../corpus.ts';
import { format } from '../problem.ts';
import { addresses } from './addresses.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A copy of the content, changed by hand, and what the rule says of it. */
function problems(change: (content: string, edit: (file: string, from: string | RegExp, to: string) => void) => void): string[] {
  const root = mkdtempSync(join(tmpdir(), 'ledger-'));
  folders.push(root);
  const content = join(root, 'content');
  cpSync('content', content, { recursive: true });
  change(content, (file, from, to) => {
    const before = readFileSync(join(content, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${String(from)}`);
    writeFileSync(join(content, file), after);
  });
  return addresses.run(readCorpus(root)).map(format);
}

/** Line and column of a text in the ledger. */
const placeOf = (text: string): string => {
  const before = readFileSync('content/addresses.yaml', 'utf8').split(text)[0] ?? '';
  return `${before.split('\n').length}:${before.length - before.lastIndexOf('\n') + text.length}`;
};

const redirects = (lines: string) => `redirects:\n${lines}`;
const move = (content: string) => renameSync(join(content, 'cases/xiadang.mdx'), join(content, 'cases/three-visits.mdx'));

describe('the ledger of addresses', () => {
  it('says nothing of content that is all there', () => expect(problems(() => undefined)).toEqual([]));

  it('misses a text that was renamed, and is content with a redirect', () => {
    const gone = `content/addresses.yaml:${placeOf('/cases/xiadang/: ')} 错误 发布过的地址 /cases/xiadang/ 没有了 [addresses]\n    → 恢复这一页；改了名的，在 redirects 里加一条：{ from: /cases/xiadang/, to: 新地址, since: '今天的日期' }`;
    const fresh = 'content/cases/three-visits.mdx:1:1 提醒 新地址 /cases/three-visits/ 还没有登记 [addresses]\n    → 发布前运行 npm run addresses，它会记入 content/addresses.yaml';
    expect(problems(move)).toEqual([gone, fresh]);
    expect(
      problems((content, edit) => {
        move(content);
        edit('addresses.yaml', 'redirects: []', redirects("  - { from: /cases/xiadang/, to: /cases/three-visits/#s1, since: '2026-12-01' }"));
      }),
    ).toEqual([fresh]);
  });

  it('misses a quotation whose id was changed', () => {
    const found = problems((_content, edit) => edit('quotes/xi.yaml', 'id: q-huixin-lili\n', 'id: q-huixin-neu\n'));
    expect(found[0]).toContain(`content/addresses.yaml:${placeOf('q-huixin-lili: ')} 错误 发布过的引文编号“q-huixin-lili”没有了 [addresses]`);
    expect(found[1]).toMatch(/^content\/quotes\/xi\.yaml:1:7 提醒 新地址 \/quotes\/q-huixin-neu\/ 还没有登记/);
  });

  it('counts the new entries of a file in one reminder', () => {
    const found = problems((_content, edit) => edit('addresses.yaml', /^ {2}q-mao-.*\n/gm, ''));
    expect(found.length).toBe(1);
    expect(found[0]).toMatch(/^content\/quotes\/mao\.yaml:1:7 提醒 新地址 \/quotes\/q-mao-meiyou\/ 等 \d+ 个还没有登记/);
  });

  it.each([
    ["  - { from: /cases/old/, to: /cases/nowhere/, since: '2026-12-01' }", '没有 /cases/nowhere/ 这一页'],
    ["  - { from: /cases/old/, to: /cases/older/, since: '2026-12-01' }\n  - { from: /cases/older/, to: /cases/xiadang/, since: '2026-12-01' }", '/cases/older/ 自己也转走了'],
    ["  - { from: /cases/old/, to: /cases/xiapu/, since: '2026-12-01' }\n  - { from: /cases/old/, to: /cases/xiadang/, since: '2026-12-01' }", '/cases/old/ 转了两次'],
    ["  - { from: /cases/xiapu/, to: /cases/xiadang/, since: '2026-12-01' }", '/cases/xiapu/ 还有这一页，不能转走'],
  ])('refuses a redirect that leads astray: %s', (lines, expected) => {
    const found = problems((_content, edit) => edit('addresses.yaml', 'redirects: []', redirects(lines)));
    expect(found.length).toBe(1);
    expect(found[0]).toMatch(/^content\/addresses\.yaml:\d+:\d+ 错误 /);
    expect(found[0]).toContain(expected);
  });

  it('is missed itself', () => expect(problems((content) => rmSync(join(content, 'addresses.yaml')))).toEqual(['content/addresses.yaml:1:1 错误 没有地址簿 [addresses]\n    → 从版本库恢复它；新的资料库运行 npm run addresses']));
});
