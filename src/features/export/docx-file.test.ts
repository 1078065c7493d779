import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chineseNumber } from './docx-blocks.ts';
import { wordFile, type WordOptions } from './docx-file.ts';
import { fromHtml } from './parsed-tree.ts';
import { firstOf } from './tree.ts';

const options: WordOptions = { title: '样文', siteName: '资料库', date: '2026-11-24', kind: 'handout', noteLines: false };
const page = (body: string) =>
  `<main><article><header class="head"><p class="kick">类</p><h1>样文</h1></header><div class="prose">${body}</div><section class="notes"><h2>出处与注释</h2><ol><li id="n1"><span class="num">[1]</span><span>甲报，2019.</span></li><li id="n2"><span class="num">[2]</span><span>乙报，2020.</span></li></ol></section></article></main>`;
const mark = (number: number) => `<sup class="ref"><a href="#f1">[${number}]</a></sup><span class="sn first"><b>[${number}]</b>甲报</span>`;

async function parts(body: string, more: Partial<WordOptions> = {}) {
  const article = firstOf(fromHtml(page(body)), ({ tag }) => tag === 'article');
  if (!article) throw new Error('no article');
  const bytes = await wordFile([{ address: 'https://x.cn/a/', article }], { ...options, ...more });
  const files = unzipSync(bytes);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { bytes, document: read('word/document.xml'), footnotes: read('word/footnotes.xml'), styles: read('word/styles.xml'), files };
}
const words = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');

describe('wordFile', () => {
  it('keeps the words, the ranks of headings and the numbers of paragraphs', async () => {
    const { document } = await parts('<h2 id="s2">经过</h2><h3 id="s2-1">头一天</h3><p id="p3" data-n="3">步行<strong>7.5公里</strong>。</p><ul><li>甲<ul><li>乙</li></ul></li></ul>');
    expect(words(document)).toContain('二、经过（一）头一天〔3〕步行7.5公里。· 甲· 乙');
    expect(document).toMatch(/<w:pStyle w:val="YiJi"\/>/);
    expect(document).not.toContain('类');
  });

  it('makes a source a page footnote once, and refers back to it by a field', async () => {
    const { document, footnotes } = await parts(`<p>甲。${mark(1)}乙。${mark(2)}丙。${mark(1)}</p>`);
    expect(words(footnotes)).toContain('甲报，2019.乙报，2020.');
    expect(document.match(/<w:footnoteReference /g)?.length).toBe(2);
    expect(document).toMatch(/NOTEREF note1 \\f \\h"[^>]*><w:r><w:rPr><w:vertAlign w:val="superscript"\/>/);
    expect(words(document)).not.toContain('出处与注释');
  });

  it('repeats the head of a table and keeps rows whole', async () => {
    const { document } = await parts('<div class="scroll"><table><thead><tr><th>年</th><th>数</th></tr></thead><tbody><tr><td>1988</td><td>186</td></tr></tbody></table></div>');
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(1);
    expect(document.match(/<w:cantSplit\/>/g)?.length).toBe(2);
  });

  it('names Chinese fonts with their hint and has the styles that writers look for', async () => {
    const { styles } = await parts('<p>甲</p>');
    for (const name of ['一级标题', '二级标题', '正文段落', '引文', '题注']) expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect(styles).toMatch(/w:eastAsia="宋体"/);
    expect(styles).toMatch(/w:hint="eastAsia"/);
  });

  it('puts page numbers of the official sheet right on odd and left on even pages', async () => {
    const { files, document } = await parts('<p>甲</p>', { kind: 'official' });
    const footers = Object.keys(files).filter((name) => /word\/footer\d+\.xml$/.test(name)).map((name) => strFromU8(files[name] ?? new Uint8Array()));
    expect(footers.some((xml) => xml.includes('w:val="right"') && xml.includes('— '))).toBe(true);
    expect(footers.some((xml) => xml.includes('w:val="left"') && xml.includes('— '))).toBe(true);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  });

  it('gives the same bytes for the same content', async () => {
    const body = `<p>甲。${mark(1)}</p>`;
    const [first, second] = [await parts(body), await parts(body)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('refuses an element it has no mapping for', async () => {
    await expect(parts('<video class="x"></video>')).rejects.toThrow('<video class="x">');
    await expect(parts('<p><ruby>字</ruby></p>')).rejects.toThrow('<ruby>');
  });
});

it.each([[1, '一'], [10, '十'], [12, '十二'], [20, '二十'], [35, '三十五']])('chineseNumber(%i)', (value, expected) => expect(chineseNumber(value)).toBe(expected));
