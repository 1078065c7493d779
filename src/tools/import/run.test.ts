import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../lint/check.ts';
import { format } from '../../lint/problem.ts';
import { writeSmallContent } from '../small-content.ts';
import { gluedPage } from './fixtures.ts';
import { runImport, type ImportOptions } from './run.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  writeSmallContent(root);
  mkdirSync(join(root, 'content/cases'));
  cpSync('content/cases/xiapu.mdx', join(root, 'content/cases/xiapu.mdx'));
  mkdirSync(join(root, 'inbox'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Imports one file of the inbox; returns the exit code and what was said. */
async function run(name: string, content: string | Uint8Array, options: ImportOptions = {}): Promise<{ code: number; said: string }> {
  writeFileSync(join(root, 'inbox', name), content);
  const lines: string[] = [];
  const code = await runImport(root, [join(root, 'inbox', name)], { now: new Date('2026-11-25T10:00:00'), ...options }, (words) => lines.push(words));
  return { code, said: lines.join('\n') };
}
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('npm run import', () => {
  it('writes the parts beside the input, says where, and never writes over a file', async () => {
    const { code, said } = await run('glued.txt', gluedPage);
    expect(code).toBe(0);
    expect(said).toContain('（纯文本，UTF-8），分成2篇。');
    expect(said).toContain('写在 inbox/glued-1.mdx');
    const first = read('inbox/glued-1.mdx');
    expect(first).toContain('# 导入自 glued.txt。原稿没有写明作者和出处。');
    expect(read('inbox/glued-2.mdx')).toContain('原稿写明作者：水长清；作者身份：柳湾县水务局副局长；原载：《柳湾农讯》。');
    writeFileSync(join(root, 'inbox/glued-1.mdx'), '作者已经改过');
    expect((await run('glued.txt', gluedPage)).said).toContain('写在 inbox/glued-1-2.mdx');
    expect(read('inbox/glued-1.mdx')).toBe('作者已经改过');
    expect(read('inbox/glued-1-2.mdx')).toBe(first);
    expect(read('inbox/glued.txt')).toBe(gluedPage);
  });

  it('reports each problem at its place in the new file', async () => {
    const { said } = await run('place.txt', gluedPage, { slug: 'place' });
    const lines = read('inbox/place-1.mdx').split('\n');
    const places = [...said.matchAll(/^inbox\/place-1\.mdx:(\d+):(\d+) 错误 原稿遮盖了名字 \[redaction\]/gm)];
    expect(places).toHaveLength(5);
    for (const [, line, column] of places) expect(lines[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^〔待写：遮盖/);
  });

  it('makes drafts that the content check refuses until they are filled, and then accepts', async () => {
    await run('glued.txt', gluedPage, { out: join(root, 'content/essays'), slug: 'sample-import' });
    const open = checkContent(root).map(format).filter((problem) => problem.includes('sample-import') && !problem.includes('[addresses]'));
    expect(open.filter((problem) => !problem.includes('[unfilled]'))).toEqual([]);
    expect(open.length).toBe(7);
    for (const name of ['sample-import-1', 'sample-import-2']) {
      const file = join(root, `content/essays/${name}.mdx`);
      writeFileSync(file, readFileSync(file, 'utf8').replace('〔待写：一两句话说清这一篇讲什么〕', '一个村子怎样修渠、管水').replace(/〔待写：[^〕]*〕/g, '柳湾'));
    }
    expect(checkContent(root).map(format).filter((problem) => problem.includes('sample-import') && problem.includes(' 错误 '))).toEqual([]);
    rmSync(join(root, 'content/essays/sample-import-1.mdx'));
    rmSync(join(root, 'content/essays/sample-import-2.mdx'));
  });

  it('tells what the content check will find besides: order of the four items, unregistered quotations', async () => {
    const { said } = await run('order.txt', '试一试\n四项是信访接待下基层、现场办公下基层、调查研究下基层、宣传党的路线、方针、政策下基层。他说“水表装好以后每月初一抄一次”。\n只有一半的“引号。');
    expect(said).toMatch(/inbox\/order\.mdx:\d+:\d+ 错误 .*与规范表述不合 \[formulation\]/);
    expect(said).toMatch(/inbox\/order\.mdx:\d+:\d+ 错误 未登记引文.* \[unregistered-quote\]/);
    expect(said).toMatch(/\[unpaired-mark\]/);
    expect(said).not.toMatch(/\[(?:unfilled|addresses|near-quote)\]/);
  });

  it('lists passages that a text of the library has too, by file and line', async () => {
    const source = read('content/cases/xiapu.mdx').split('\n');
    const at = source.findIndex((line) => line.includes('宁德第一次办地、县领导接待群众来访日'));
    const { said } = await run('shared.txt', `试一试\n我们也说：宁德第一次办地、县领导接待群众来访日，是在冬天。`);
    expect(said).toMatch(new RegExp(`inbox/shared\\.mdx:\\d+:\\d+ 19字 “宁德第一次办地、县领导接待群众来访日，是在” 另见content/cases/xiapu\\.mdx:${at + 1}`));
  });

  it('saves pictures beside the draft, but not into content/', async () => {
    const png = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const page = `<body><p>一句话讲清楚这幅图。<img src="${png}"><img src="no/where.jpg"></p></body>`;
    const { said } = await run('picture.html', page, { out: join(root, 'content/essays'), slug: 'picture' });
    expect(said).toContain('图片1幅，存在：inbox/picture-image-1.png');
    expect(existsSync(join(root, 'inbox/picture-image-1.png'))).toBe(true);
    expect(read('content/essays/picture.mdx')).toContain('〔待写：图1（picture-image-1.png），本站正文不收图片');
    expect(read('content/essays/picture.mdx')).toContain('〔待写：图2（no/where.jpg）');
    rmSync(join(root, 'content/essays/picture.mdx'));
  });

  it('takes the kind from --kind or the folder, and shows without writing', async () => {
    await run('kinds.txt', '试一试\n一句话讲一件事。', { kind: '案例', slug: 'kind-case' });
    expect(read('inbox/kind-case.mdx')).toMatch(/# 案例。[\s\S]*questions:\n {2}- 〔待写：第1道研讨题〕/);
    const before = readdirSync(join(root, 'inbox')).length;
    const { said } = await run('kinds.txt', '试一试\n一句话讲一件事。', { kind: '学习材料', print: true });
    expect(said).toContain('没有写文件；不加 --print 时写在 inbox/kinds.mdx');
    expect(said).toContain('# 学习目标，一到三条');
    expect(readdirSync(join(root, 'inbox')).length).toBe(before);
    expect((await run('发言.txt', '试一试\n一句话讲一件事。')).said).toContain('写在 inbox/draft-20261125.mdx');
  });

  it('says what it cannot take, and goes on with the rest', async () => {
    expect((await run('essay.pdf', '%PDF')).said).toMatch(/essay\.pdf 的格式不能导入。能导入的是 \.docx、.*请先在 WPS 里另存为 \.docx/);
    expect((await run('empty.txt', '')).said).toContain('是空文件');
    expect((await run('old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).said).toContain('旧格式的文件');
    const lines: string[] = [];
    expect(await runImport(root, [join(root, 'nowhere.txt'), join(root, 'inbox/kinds.txt')], {}, (words) => lines.push(words))).toBe(1);
    expect(lines[0]).toContain('没有找到文件');
    expect(lines[1]).toContain('分成1篇');
    await expect(runImport(root, ['x.txt'], { kind: '论述' }, () => undefined)).rejects.toThrow('导入的稿件只能是学习材料、案例、参考文章、工具表单之一');
    await expect(runImport(root, ['x.txt'], { out: join(root, 'content/quotes') }, () => undefined)).rejects.toThrow('content/ 里只能写进 content/lessons');
    await expect(runImport(root, ['x.txt'], { out: join(root, 'content/cases'), kind: '学习材料' }, () => undefined)).rejects.toThrow('请改成一致');
    expect((await run('slug.txt', '试', { slug: '下党' })).said).toContain('“下党”不能作文件名');
  });
});
