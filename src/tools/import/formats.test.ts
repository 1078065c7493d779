import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../lint/corpus.ts';
import { convert } from './convert.ts';
import { decode } from './decode.ts';
import { fromHtml } from './from-html.ts';
import { fromMarkdown } from './from-markdown.ts';
import { fromText } from './from-text.ts';
import { libraryOf } from './library.ts';
import type { Imported } from './tree.ts';

const library = libraryOf(readCorpus(process.cwd()));
const bodies = (imported: Imported) => convert(imported, library, { nameOf: (number) => `${number}.png` });
const prose = '渠首的水到了村口才算通,几户人家轮着守闸,守到天亮再换班,谁家的田先浇、谁家的后浇,都写在祠堂外面的黑板上。';

describe('encodings', () => {
  const text = '四下基层，“三进下党”。\n第二行';
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16BE', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ['UTF-16LE', utf16],
    ['UTF-16BE', swapped],
  ])('%s', (encoding, bytes) => expect(decode(bytes)).toEqual({ text, encoding }));
  it('GB18030, with a character of four bytes', () => {
    const bytes = Buffer.from('cbc4cfc2bbf9b2e3a3ac8139ee39a1a3', 'hex');
    expect(decode(bytes)).toEqual({ text: '四下基层，㐀。', encoding: 'GB18030' });
  });
});

describe('plain text', () => {
  it('finds headings, lists, tables and notes that are only typed', () => {
    const { parts } = bodies(fromText(`修渠的办法\n作者：水长清\n\n一、先听\n${prose}①\n（一）找谁\n1.老支书\n2.管水员\n二、后看。渠首塌了一截，${prose}\n项目\t数量\n渠长\t3公里\n注释：\n① 据村里的账本.`));
    expect(parts[0]?.title).toBe('修渠的办法');
    expect(parts[0]?.byline).toEqual({ author: '水长清' });
    const wide = prose.replaceAll(',', '，');
    expect(parts[0]?.body).toBe(`## 先听\n\n${wide}[^n1]\n\n### 找谁\n\n1. 老支书\n2. 管水员\n\n## 后看\n\n渠首塌了一截，${wide}\n\n| 项目 | 数量 |\n|---|---|\n| 渠长 | 3公里 |\n\n[^n1]: 据村里的账本。\n`);
  });

  it('joins lines that were broken at a fixed width', () => {
    const lines = prose.repeat(4).match(/.{1,26}/gu) ?? [];
    expect(bodies(fromText(lines.join('\r\n'))).parts[0]?.body.trim()).toBe(prose.repeat(4).replaceAll(',', '，'));
  });

  it('splits at markers, at titles with bylines, and where numbering begins again', () => {
    const long = prose.repeat(4);
    const titles = (text: string) => bodies(fromText(text)).parts.map(({ title }) => title);
    expect(titles(`篇一：守闸的人\n${long}\n篇二：修渠的人\n${long.replaceAll('渠首', '坝上')}`)).toEqual(['守闸的人', '修渠的人']);
    expect(titles(`守闸的人\n来源：《柳湾农讯》\n${long}\n修渠的人\n作者：水长清\n${long}`)).toEqual(['守闸的人', '修渠的人']);
    expect(titles(`守闸的人\n${long}\n一、听\n${long}\n二、看\n${long}\n修渠的人\n${long}\n一、量\n${long}\n二、分\n${long}`)).toEqual(['守闸的人', '修渠的人']);
    expect(titles(`守闸的人\n一、听\n${long}\n二、看\n${long}`)).toEqual(['守闸的人']);
  });
});

describe('a saved web page', () => {
  const page = `<html><head><title>守闸的人_柳湾农讯网</title><style>p{}</style></head><body>
    <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">要闻要闻</a></li><li><a href="/b">评论评论</a></li></ul></div>
    <div id="content"><p>来源：《柳湾农讯》　2020-03-01</p><p>　　${prose}<a href="#_ftn1">[1]</a></p>
    <h3>一、<b>轮班</b></h3><p>头一句。<br>　　第二段，见<a href="https://example.org/x">县志</a>。</p>
    <blockquote><p>“当年‘三进下党’的场景，我至今还历历在目。”</p></blockquote>
    <table><tr><th>户</th><th>日</th></tr><tr><td rowspan="2">东头</td><td>单日<p>晚上</p></td></tr><tr><td>双日</td></tr></table>
    <p><img src="pics/gate.jpg" alt="闸"></p><ul><li>一人<ul><li>两班</li></ul></li></ul>
    <p id="_ftn1">[1] 据黑板。</p><p>分享到：</p><script>x()</script></div>
    <div><p>猜你喜欢</p><ul><li><a href="/1">别的文章甲乙丙</a></li><li><a href="/2">别的文章丁戊己</a></li><li><a href="/3">别的文章庚辛壬</a></li></ul></div></body></html>`;
  const { parts, remarks } = bodies(fromHtml(page));

  it('becomes Markdown without the rest of the page', () => {
    expect(parts.map(({ title }) => title)).toEqual(['守闸的人']);
    expect(parts[0]?.byline).toEqual({ origin: '《柳湾农讯》', date: '2020-03-01' });
    expect(parts[0]?.body).toBe(
      `${prose.replaceAll(',', '，')}[^n1]\n\n## 轮班\n\n头一句。\n\n第二段，见县志。\n\n<Quote id="q-huixin-lili" />\n\n| 户 | 日 |\n|---|---|\n| 东头 | 单日；晚上 |\n|  | 双日 |\n\n〔待写：图1（1.png），本站正文不收图片，写成文字或表格，或者删去〕\n\n- 一人\n  - 两班\n\n[^n1]: 据黑板。\n`,
    );
    expect(remarks.join('\n')).toContain('外链1处只留文字');
  });
});

describe('Markdown', () => {
  it('keeps its structure and its marks, and escapes what MDX would read', () => {
    const { parts } = bodies(fromMarkdown(`---\ntitle: 守闸的人\nauthor: 水长清\n---\n\n# 一、听\n\n**“先听”**再说，见[县志](https://example.org)[^a]，出处[^rmrb-20231207-zhigen]，设{x}和<b>粗</b>。\n\n- 甲\n- 乙\n\n\`x < y\`\n\n[^a]: 据"黑板".\n`));
    expect(parts[0]?.title).toBe('守闸的人');
    expect(parts[0]?.byline).toEqual({ author: '水长清' });
    expect(parts[0]?.body).toBe('## 听\n\n**“先听”**再说，见县志[^a]，出处[^rmrb-20231207-zhigen]，设\\{x\\}和粗。\n\n- 甲\n- 乙\n\nx \\< y\n\n[^a]: 据“黑板”。\n');
  });

  it('takes a single pair of stars for covered names', () => {
    const { parts, remarks } = bodies(fromMarkdown('五下*县，又到*乡，听老支书讲一天。'));
    expect(parts[0]?.redactions).toBe(2);
    expect(remarks.join()).toContain('成对的单个星号1对');
  });
});
