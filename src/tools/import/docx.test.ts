import {
  DeletedTextRun, Document, FootnoteReferenceRun, ImageRun, ImportedXmlComponent, InsertedTextRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, type ParagraphChild,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../lint/corpus.ts';
import { convert } from './convert.ts';
import { fromDocx, trackedChanges } from './from-docx.ts';
import { libraryOf } from './library.ts';
import { readZipEntry } from './zip.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const cell = (text: string, more = {}) => new TableCell({ children: [new Paragraph(text)], ...more });
const change = { id: 1, author: '某同志', date: '2026-11-20T08:00:00Z' };
/** A paragraph as Word writes it, for what the library cannot make. */
const raw = (inner: string) => ImportedXmlComponent.fromXmlString(`<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:p>`) as unknown as Paragraph;
const styled = (style: string, text: string | ParagraphChild[]) => new Paragraph({ style, children: typeof text === 'string' ? [new TextRun(text)] : text });

/** A document as WPS makes one: numbered style ids, Chinese style names, notes, a table, tracked changes, a picture. */
async function wpsDocument(): Promise<Buffer> {
  const document = new Document({
    styles: {
      paragraphStyles: [
        { id: '2', name: '标题 1', basedOn: 'Normal', next: 'Normal' },
        { id: '3', name: '标题 2', basedOn: 'Normal', next: 'Normal' },
        { id: '10', name: '标题', basedOn: 'Normal', next: 'Normal' },
        { id: '11', name: 'toc 1', basedOn: 'Normal', next: 'Normal' },
      ],
    },
    numbering: { config: [{ reference: 'steps', levels: [0, 1].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` })) }, { reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] }] },
    footnotes: { 1: { children: [new Paragraph('此数由村会计提供,未经审计.')] }, 2: { children: [new Paragraph('据2019年的账本。')] } },
    comments: { children: [{ id: 0, author: '某同志', date: new Date('2026-11-20'), children: [new Paragraph('这里要查。')] }] },
    sections: [
      {
        children: [
          styled('10', '清泉村修渠记'),
          styled('11', '一、起因........1'),
          styled('2', '一、起因'),
          new Paragraph({ children: [new TextRun('村里有'), new TextRun({ text: '三百亩', bold: true }), new TextRun('坡地,'), new FootnoteReferenceRun(1), new TextRun('全靠一条旧渠(1976年修).')] }),
          new Paragraph({ children: [new TextRun('去年冬天'), new InsertedTextRun({ ...change, text: '开了三次会' }), new DeletedTextRun({ ...change, id: 2, text: '没有开会' }), new TextRun('，定下来重修。'), new FootnoteReferenceRun(2)] }),
          raw('<w:pPr><w:rPr><w:del w:id="3" w:author="某同志"/></w:rPr></w:pPr><w:r><w:t>前半句接着</w:t></w:r>'),
          raw('<w:r><w:t>后半句。</w:t></w:r>'),
          raw('<w:moveFrom w:id="4" w:author="某同志"><w:r><w:t>挪走的旧位置。</w:t></w:r></w:moveFrom><w:moveTo w:id="5" w:author="某同志"><w:r><w:t>挪来的这一句。</w:t></w:r></w:moveTo>'),
          styled('3', '办法'),
          new Paragraph({ numbering: { reference: 'steps', level: 0 }, children: [new TextRun('先量渠。')] }),
          new Paragraph({ numbering: { reference: 'steps', level: 1 }, children: [new TextRun('带皮尺。')] }),
          new Paragraph({ numbering: { reference: 'steps', level: 0 }, children: [new TextRun('再分工。')] }),
          new Paragraph({ numbering: { reference: 'dots', level: 0 }, children: [new TextRun('每户一人。')] }),
          styled('2', '结果'),
          new Table({ rows: [new TableRow({ children: [cell('项目'), cell('数|量'), cell('备注')] }), new TableRow({ children: [cell('渠长', { rowSpan: 2 }), cell('3.5公里', { columnSpan: 2 })] }), new TableRow({ children: [cell('12户'), cell('')] })] }),
          new Paragraph({ children: [new ImageRun({ type: 'png', data: png, transformation: { width: 10, height: 10 } })] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

describe('a .docx file as WPS writes it', () => {
  const read = wpsDocument().then(async (bytes) => {
    const imported = await fromDocx(bytes);
    const { parts, remarks } = convert(imported, libraryOf(readCorpus(process.cwd())), { nameOf: (number) => `rice-image-${number}.png` });
    return { bytes, imported, parts, remarks, body: parts[0]?.body ?? '' };
  });

  it('is one text whose title, headings and table of contents are told apart by style', async () => {
    const { parts, body } = await read;
    expect(parts.map(({ title }) => title)).toEqual(['清泉村修渠记']);
    expect(body.match(/^#.*$/gm)).toEqual(['## 起因', '### 办法', '## 结果']);
    expect(body).not.toContain('……1');
  });

  it('keeps bold words, lists and notes, with marks in order', async () => {
    const { body } = await read;
    expect(body).toContain('村里有**三百亩**坡地，[^n1]全靠一条旧渠（1976年修）。\n');
    expect(body).toContain('1. 先量渠。\n   1. 带皮尺。\n2. 再分工。\n');
    expect(body).toContain('- 每户一人。');
    expect(body.trimEnd().endsWith('[^n1]: 此数由村会计提供，未经审计。\n\n[^n2]: 据2019年的账本。')).toBe(true);
  });

  it('takes tracked changes as accepted and says which', async () => {
    const { body, remarks, bytes } = await read;
    expect(body).toContain('去年冬天开了三次会，定下来重修。[^n2]');
    expect(body).not.toMatch(/没有开会|挪走的旧位置/);
    expect(body).toContain('前半句接着后半句。');
    expect(body).toContain('挪来的这一句。');
    expect(trackedChanges(readZipEntry(bytes, 'word/document.xml')?.toString('utf8') ?? '')).toEqual({ inserted: 1, deleted: 1, moved: 1, struck: ['没有开会'] });
    expect(remarks.join('\n')).toContain('修订痕迹已按接受处理：插入1处保留，删除1处去掉（“没有开会”），移动1处按新位置');
    expect(remarks).toContain('批注没有收进来');
  });

  it('keeps a table, its merged cells taken apart, and takes the picture out', async () => {
    const { body, imported, remarks } = await read;
    expect(body).toContain('| 项目 | 数\\|量 | 备注 |\n|---|---|---|\n| 渠长 | 3.5公里 |  |\n|  | 12户 |  |\n');
    expect(remarks.join('\n')).toContain('合并的单元格2处');
    expect(imported.images.map(({ type, bytes }) => [type, Buffer.from(bytes ?? []).equals(png)])).toEqual([['image/png', true]]);
    expect(body).toContain('〔待写：图1（rice-image-1.png），本站正文不收图片');
  });

  it('refuses an old .doc and a file that only pretends', async () => {
    await expect(fromDocx(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('另存为 .docx');
    await expect(fromDocx(Buffer.from('这不是文档'))).rejects.toThrow('不是 .docx 文档');
  });
});
