import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypePlugins, remarkPlugins } from './plugins.ts';

const context = {
  describe: (id: string) => (id.startsWith('src-') ? `出处${id}` : undefined),
  sourcesOfQuote: () => [],
  terms: () => [{ id: 'xianchang', names: ['现场办公'] }, { id: 'xianchang-xia', names: ['现场办公下基层'] }],
  termHref: (id: string) => `/glossary/#${id}`,
  pageHref: (path: string) => `/study${path}`,
};

/** Runs the pipeline as the site does, on plain Markdown. */
async function render(text: string) {
  const file = new VFile(text);
  const frontmatter: Record<string, unknown> = {};
  file.data = { astro: { frontmatter } };
  const html = String(await unified().use(remarkParse).use(remarkGfm).use(remarkPlugins(context)).use(remarkRehype).use(rehypePlugins).use(rehypeStringify).process(file));
  return { html, notes: frontmatter.notes as unknown[] };
}

describe('the Markdown pipeline', () => {
  it('closes emphasis between Chinese marks and characters', async () => {
    const { html } = await render('**“人民至上”**是根本立场；这是**重点：**后文，~~旧说。~~新说');
    expect(html).toContain('<strong>“人民至上”</strong>是');
    expect(html).toContain('<strong>重点：</strong>后文');
    expect(html).toContain('<del>旧说。</del>新说');
    expect(html).not.toMatch(/\*\*|~~/);
  });

  it('puts the base before links from the root, also in notes, and before no other', async () => {
    const { html, notes } = await render('见[下党](/cases/xiadang/)和[外面](https://example.org/)，[下文](#b)，[别处](//example.org/)。[^own]\n\n[^own]: 另见[案例](/cases/)。');
    expect(html).toContain('<a href="/study/cases/xiadang/">');
    expect(html).toContain('<a href="https://example.org/">');
    expect(html).toContain('<a href="#b">');
    expect(html).toContain('<a href="//example.org/">');
    expect(notes).toMatchObject([{ parts: ['另见', { text: '案例', href: '/study/cases/' }, '。'] }]);
  });

  it('drops comments of authors before blocks are counted, and nothing else in braces', () => {
    const before = unified().use(remarkParse).use(remarkMdx).parse('甲\n\n{/* 免检 misquote：讲的就是它 */}\n乙 {/* 注 */}丙\n\n{1 + 1}');
    const kinds = (unified().use(remarkPlugins(context)).runSync(before, new VFile('')) as Root).children.map(({ type, data }) => `${type} ${String(data?.hProperties?.['data-n'] ?? '')}`);
    expect(kinds).toEqual(['paragraph 1', 'paragraph 2', 'mdxFlowExpression ']);
  });

  it('joins lines between Chinese characters and keeps the space between Latin words', async () => {
    const { html } = await render('上一行，\n下一行 one\ntwo');
    expect(html).toContain('上一行，下一行 one\ntwo');
  });

  it('numbers paragraphs, lists and headings', async () => {
    const { html } = await render('## 甲\n\n一段\n\n### 乙\n\n- 一条\n\n二段\n\n## 丙');
    expect(html).toContain('<h2 id="s1">甲</h2>');
    expect(html).toContain('<h3 id="s1-1">乙</h3>');
    expect(html).toContain('<h2 id="s2">丙</h2>');
    expect([...html.matchAll(/id="p(\d)" data-n="(\d)"/g)].map((match) => `${match[1]}${match[2]}`)).toEqual(['11', '22', '33']);
  });

  it('gives a source the number of its first use, and a note of our own its words', async () => {
    const { html, notes } = await render('甲。[^src-a][^src-b]乙。[^src-a]丙。[^n1]\n\n[^n1]: 本站说明。');
    expect(notes).toEqual([{ number: 1, source: 'src-a' }, { number: 2, source: 'src-b' }, { number: 3, words: '本站说明。' }]);
    expect([...html.matchAll(/>\[(\d)\]<\/a>/g)].map((match) => match[1])).toEqual(['1', '2', '1', '3']);
    expect([...html.matchAll(/<a href="#([fn]\d)"/g)].map((match) => match[1])).toEqual(['f1', 'f2', 'n1', 'f3']);
    expect([...html.matchAll(/class="sn first" id="(f\d)"/g)].map((match) => match[1])).toEqual(['f1', 'f2', 'f3']);
    expect(html).not.toContain('[^');
  });

  it('keeps the links of a note of our own, beside the text and in the list', async () => {
    const { html, notes } = await render('甲。[^n1]\n\n[^n1]: 可换[另一句](/quotes/q-a/)，或者不引。');
    expect(notes).toEqual([{ number: 1, words: '可换另一句，或者不引。', parts: ['可换', { text: '另一句', href: '/study/quotes/q-a/' }, '，或者不引。'] }]);
    expect(html).toContain('可换<a href="/study/quotes/q-a/">另一句</a>，或者不引。</span>');
  });

  it('makes room for what the reader fills in, a whole line where more wide blanks ask for it', async () => {
    const { html } = await render('去年〔　填：哪一天〕，我问现场办公：〔　　填：原话〕。文号〔2011〕15号不是空。');
    expect([...html.matchAll(/<span class="(write-in[^"]*)"><span class="gap" aria-hidden="true">(\u3000+)<\/span>([^<]+)<\/span>/g)].map(([, name, room, words]) => [name, room?.length, words])).toEqual([
      ['write-in', 5, '〔填：哪一天〕'],
      ['write-in line', 24, '〔填：原话〕'],
    ]);
    expect(html).toContain('文号〔2011〕15号不是空。');
    expect(html).toContain('class="term">现场办公</a>');
  });

  it('refuses a source that does not exist', async () => {
    await expect(render('甲。[^nowhere]')).rejects.toThrow('没有编号为“nowhere”的出处');
  });

  it('links a term once, the longer name first, and never in a heading', async () => {
    const { html } = await render('## 现场办公\n\n现场办公下基层与现场办公，再说现场办公。');
    expect([...html.matchAll(/<a href="([^"]+)" class="term">([^<]+)<\/a>/g)].map((match) => match[2])).toEqual(['现场办公下基层', '现场办公']);
    expect(html).toContain('<h2 id="s1">现场办公</h2>');
  });

  it('puts a table into a box that scrolls', async () => {
    expect((await render('| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 | 2 | 3 |')).html).toContain('<div class="scroll" tabindex="0" role="group"');
    expect((await render('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |')).html).toContain('<div class="scroll narrow" tabindex="0"');
  });
});
