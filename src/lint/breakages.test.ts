import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seeded } from '../tools/bench/seeded.ts';
import { entryBreakages, textBreakages, type Breakage } from './breakages.ts';
import { checkContent, problemsIn } from './check.ts';
import { readCorpus } from './corpus.ts';
import { format } from './problem.ts';
import { cleanUp, contentWith } from './testing.ts';

const seed = Number(process.env.SEED ?? 20_261_125);
const random = seeded(seed);
const pick = (below: number) => Math.floor(random() * below);

/** Errors of the site's content with one file replaced, as they are printed. */
const errorsWith = (file: string, content: string | Buffer): string[] =>
  problemsIn(readCorpus(process.cwd(), { [file]: Buffer.from(content).toString('utf8') }))
    .filter(({ level }) => level === '错误')
    .map(format);

const texts = ['cases', 'lessons', 'essays', 'forms'].flatMap((folder) => {
  const files = readdirSync(join('content', folder)).filter((name) => name.endsWith('.mdx'));
  return [0, 1].map(() => `content/${folder}/${files[pick(files.length)]}`);
});
const registers = ['glossary', 'timeline', 'topics', 'works', 'misquotes', 'sources'].map((name) => `content/${name}.yaml`).concat('content/quotes/xi.yaml', 'content/series/series.yaml', 'content/plans/half-day.yaml');

afterAll(cleanUp);

describe('broken content', () => {
  const told: string[] = [];
  const cases = [...new Set(texts)].flatMap((file) => textBreakages.map((breakage) => ({ file, breakage }))).concat(registers.flatMap((file) => entryBreakages.map((breakage) => ({ file, breakage }))));

  it.each([...new Set(cases.map(({ breakage }) => breakage))].map((breakage) => [breakage.name, breakage] as [string, Breakage]))('is named: %s', (_name, breakage) => {
    const silent: string[] = [];
    for (const { file } of cases.filter((one) => one.breakage === breakage)) {
      const sound = readFileSync(file, 'utf8');
      const broken = breakage.apply(sound, pick);
      if (broken === undefined || broken === sound) continue;
      const errors = errorsWith(file, broken);
      // The file itself is named, with a place and with words for an author.
      const own = errors.find((error) => new RegExp(`^${file}:[1-9]\\d*:[1-9]\\d* 错误 .*[一-鿿]{2}`).test(error));
      if (own) told.push(own);
      else silent.push(`${file} (seed ${seed}): ${errors[0] ?? 'no error'}`);
    }
    expect(silent).toEqual([]);
  }, 120_000);

  it('is named in at least 500 trees', () => {
    expect(told.length).toBeGreaterThanOrEqual(500);
    for (const error of told) expect(error).not.toMatch(/\n\s+at |undefined|\[object/);
  });

  it('is found on the disk too: names in capitals, strange files, one address twice, a folder with a file’s name', () => {
    const sound = readFileSync('content/lessons/overview.mdx', 'utf8');
    const root = contentWith({ 'content/cases/Xiadang.mdx': sound, 'content/lessons/Overview.mdx': sound, 'content/lessons/overview.md': sound, 'content/lessons/笔记.txt': '甲' });
    mkdirSync(join(root, 'content/cases/folder.mdx'));
    const errors = checkContent(root).map(format);
    for (const file of ['cases/Xiadang.mdx', 'lessons/Overview.mdx', 'lessons/笔记.txt']) expect(errors.filter((error) => error.startsWith(`content/${file}:1:1 错误`)), file).not.toEqual([]);
    expect(errors.join('\n')).toMatch(/overview\.mdx?:1:1 错误 地址“overview”重复/);
  }, 60_000);

  it('is found on the disk too: links to elsewhere, to nothing, in a circle', () => {
    const root = contentWith({});
    symlinkSync('/nowhere/at/all.mdx', join(root, 'content/cases/gone.mdx'));
    symlinkSync(root, join(root, 'content/lessons/loop'));
    expect(checkContent(root).map(format)).toEqual(['cases/gone.mdx', 'lessons/loop'].map((file) => expect.stringMatching(`content/${file}:1:1 错误 这是指向别处的链接`)));
  }, 60_000);

  it('is not seen in sound content in other shapes: CRLF, a BOM, characters beyond the BMP', () => {
    const file = 'content/lessons/overview.mdx';
    const sound = readFileSync(file, 'utf8');
    for (const same of [sound.replace(/\n/g, '\r\n'), `\ufeff${sound}`, sound.replace(/\n\n(?=[一-鿿])/, '\n\n𠮷、')]) expect(errorsWith(file, same)).toEqual([]);
    const register = 'content/glossary.yaml';
    for (const same of [readFileSync(register, 'utf8').replace(/\n/g, '\r\n'), `\ufeff${readFileSync(register, 'utf8')}`]) expect(errorsWith(register, same)).toEqual([]);
  }, 60_000);
});
