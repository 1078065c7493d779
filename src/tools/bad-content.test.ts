import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { differences, fileHashes } from './file-hashes.ts';

/** Each fault once through the real command, with a site standing; src/lint/breakages.test.ts has them by the hundred. */
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bad-'));
  mkdirSync(join(root, 'dist', 'lessons'), { recursive: true });
  writeFileSync(join(root, 'dist', 'index.html'), '上一次的网站');
  writeFileSync(join(root, 'dist', 'lessons', 'index.html'), '上一次的材料');
});
beforeEach(() => {
  rmSync(join(root, 'content'), { recursive: true, force: true });
  cpSync('src/tests/theme', join(root, 'content'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const lesson = 'content/lessons/how.mdx';
const register = 'content/glossary.yaml';
const read = (file: string) => readFileSync(join(root, file));
const write = (file: string, data: string | Buffer) => writeFileSync(join(root, file), data);
const insert = (file: string, words: Buffer) => {
  const data = read(file);
  const at = data.indexOf('。');
  write(file, Buffer.concat([data.subarray(0, at), words, data.subarray(at)]));
};
/** “书” and “网站” as Windows wrote them before UTF-8. */
const gbk = Buffer.from('cae9cdf8d5be', 'hex');
const run = (task: string) => spawnSync(process.execPath, [resolve(task), ...(task.endsWith('run.mjs') ? ['build'] : [])], { cwd: root, encoding: 'utf8', timeout: 60_000 });

const faults: [string, string, () => void][] = [
  ['GBK in a text', lesson, () => insert(lesson, gbk)],
  ['GBK in a register', register, () => insert(register, gbk)],
  ['UTF-16', lesson, () => write(lesson, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(read(lesson).toString(), 'utf16le')]))],
  ['a UTF-16 BOM before UTF-8', register, () => write(register, Buffer.concat([Buffer.from([0xfe, 0xff]), read(register)]))],
  ['NUL in a text', lesson, () => insert(lesson, Buffer.from([0]))],
  ['NUL in a register', register, () => insert(register, Buffer.from([0]))],
  ['half of an emoji, as old databases write it', lesson, () => insert(lesson, Buffer.from('eda0bd', 'hex'))],
  ['a rare character cut in two', lesson, () => insert(lesson, Buffer.from('𠮷').subarray(0, 2))],
  ['an emoji in an identifier', register, () => write(register, read(register).toString().replace('id: jieyuezheng', 'id: 📚'))],
  ['5 MB in one line', lesson, () => write(lesson, `${read(lesson).toString()}${'字'.repeat(1_800_000)}\n`)],
  ['5 MB of lines', register, () => write(register, `${read(register).toString()}${'- id: 字\n'.repeat(500_000)}`)],
  ['an empty text', lesson, () => write(lesson, '')],
  ['an empty register', register, () => write(register, '')],
  ['a link to elsewhere', 'content/lessons/link.mdx', () => symlinkSync('/etc/hostname', join(root, 'content/lessons/link.mdx'))],
  ['a link to a folder', 'content/cases/more', () => symlinkSync(root, join(root, 'content/cases/more'))],
  ['a name in capitals', 'content/lessons/How.mdx', () => renameSync(join(root, lesson), join(root, 'content/lessons/How.mdx'))],
  ['a name in Chinese', 'content/lessons/借书.mdx', () => renameSync(join(root, lesson), join(root, 'content/lessons/借书.mdx'))],
  ['an address twice', lesson, () => cpSync(join(root, lesson), join(root, 'content/lessons/how.md'))],
  ['an identifier twice', register, () => write(register, read(register).toString() + read(register).toString())],
  ['an address that leads to itself', 'content/addresses.yaml', () => write('content/addresses.yaml', "addresses: {}\nquotes: {}\nredirects:\n  - { from: /lessons/how/, to: /lessons/how/, since: '2026-11-25' }\n")],
];

describe('a build of broken content', () => {
  let before: Map<string, string>;
  beforeAll(() => {
    before = fileHashes(join(root, 'dist'));
  });

  it.each(faults)('names file and line, ends with 1 and leaves the site alone: %s', (_name, file, breakIt) => {
    breakIt();
    const { status, stderr, error } = run('src/tools/run.mjs');
    expect(error).toBeUndefined();
    expect(stderr.split('\n').filter((line) => line.startsWith(`${file}:`) && /:[1-9]\d*:[1-9]\d* 错误 .*[一-鿿]{2}/.test(line)), stderr.slice(0, 800)).not.toEqual([]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.length).toBeLessThan(100_000);
    expect(status).toBe(1);
    expect(differences(before, fileHashes(join(root, 'dist')))).toEqual([]);
  });
});

describe('content in an unusual shape', () => {
  const shapes: [string, (text: string) => string][] = [
    ['Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
    ['a BOM', (text) => `\ufeff${text}`],
    ['an emoji and a rare character', (text) => text.replace('。', '📚𠮷。')],
  ];
  it.each(shapes)('is sound: %s', (_name, shape) => {
    for (const file of [lesson, register]) write(file, shape(read(file).toString()));
    const { status, stderr } = run('src/lint/cli.ts');
    expect(stderr.split('\n').filter((line) => line.includes(' 错误 '))).toEqual([]);
    expect(status).toBe(0);
    // The site reads its registers by itself.
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', `const { entries } = await import(${JSON.stringify(resolve('src/library/register.ts'))}); console.log(entries('glossary')[0].id)`], { cwd: root, encoding: 'utf8' });
    expect(stdout.trim()).toBe('jieyuezheng');
  });
});
