import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { toMdx } from './to-mdx.ts';
import { paragraph, plain, text, type Block } from './tree.ts';

/** The site's own reading of MDX. */
const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkCjkFriendly).use(remarkCjkStrikethrough);
const placeholders = { image: (number: number) => `〔图${number}〕`, address: (url: string) => `〔网址${url.length}〕` };
const written = (block: Block) => toMdx([block], placeholders);

describe('the writer', () => {
  it.each([
    '一<b>粗</b>与<Quote id="x" />', '设{x}和}', '*星*与**双星**', 'a_b_c与_下划线_', '`代码`', '[字](址)与![图](址)', '[标]', '~~删~~与~波~', '&amp;与&#20;与AT&T', '反斜\\杠\\*',
    '# 井', '> 引', '- 横', '+ 加', '1. 数', '12) 数', '= 等', '***', '---', '| 甲 | 乙 |', '<!-- 注 -->', 'import 甲 from "乙"', 'export 甲', '乘号2*3*4', '1.5倍', '甲:乙', '    四格',
  ])('gives back %s as it was', (words) => {
    const tree = parser.parse(written(paragraph(words)));
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
    expect(plain(tree)).toBe(words.trim());
  });

  it('closes bold words beside Chinese marks', () => {
    const tree = parser.parse(written(paragraph([text('说'), { type: 'strong', children: [text('“人民至上”')] }, text('是立场')])));
    expect(JSON.stringify(tree)).toContain('"strong"');
    expect(plain(tree)).toBe('说“人民至上”是立场');
  });

  it('never writes a link that is not registered', () => {
    expect(written(paragraph('见https://example.org/a_b,和www.example.org/c。'))).toBe('见〔网址24〕和〔网址17〕。\n');
  });

  it('keeps the marks of sources', () => expect(written(paragraph('一句。[^src-a][^n1]'))).toBe('一句。[^src-a][^n1]\n'));
});
