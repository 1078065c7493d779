import mammoth from 'mammoth';
import { CommandError } from '../command.ts';
import { fromHtml } from './from-html.ts';
import { plain, type FoundImage, type Imported } from './tree.ts';
import { readZipEntry } from './zip.ts';

/** Style names of WPS and of Chinese Word beside those that the library knows; tables of contents are left out. */
const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  "p[style-name='大标题'] => h1.title:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [`p[style-name='标题 ${level}'] => h${level}:fresh`, `p[style-name='标题${level}'] => h${level}:fresh`]),
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='引用'] => blockquote > p:fresh",
  "p[style-name='明显引用'] => blockquote > p:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name='TOC Heading'] => !",
  "p[style-name^='目录'] => !",
  "p[style-name='脚注文本'] => p:fresh",
  "p[style-name='尾注文本'] => p:fresh",
  "r[style-name='脚注引用'] =>",
  "r[style-name='尾注引用'] =>",
];

const endings: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/svg+xml': 'svg', 'image/tiff': 'tif', 'image/bmp': 'bmp', 'image/webp': 'webp' };

/** The ending for a file of an image type. */
export const endingOf = (type: string): string => endings[type] ?? type.split('/')[1]?.replace(/[^a-z0-9]/g, '') ?? 'bin';

const unescape = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');

/** What tracked changes a document holds, and the words that were struck out, for the author to see. */
export function trackedChanges(xml: string): { inserted: number; deleted: number; moved: number; struck: string[] } {
  const count = (name: string) => (xml.match(new RegExp(`<w:${name}\\b[^>]*[^/]>`, 'g')) ?? []).length;
  const struck = [...xml.matchAll(/<w:del\b[^>]*[^/]>([\s\S]*?)<\/w:del>/g)]
    .map((match) => unescape([...(match[1] ?? '').matchAll(/<w:delText\b[^>]*>([^<]*)<\/w:delText>/g)].map((part) => part[1] ?? '').join('')))
    .filter(Boolean);
  return { inserted: count('ins'), deleted: count('del'), moved: count('moveTo'), struck };
}

/** Reads a .docx file. Tracked changes are taken as accepted, as a printed copy would show them. */
export async function fromDocx(bytes: Buffer): Promise<Imported> {
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) throw new CommandError('这是旧格式的文件（.doc 或 .wps）。请在 WPS 或 Word 里另存为 .docx 再导入。');
  const document = readZipEntry(bytes, 'word/document.xml')?.toString('utf8');
  if (document === undefined) throw new CommandError('这个文件不是 .docx 文档，或者已经损坏。请在 WPS 或 Word 里重新另存为 .docx。');
  const images: FoundImage[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    images.push({ name: '', type: image.contentType, bytes: await image.readAsBuffer() });
    return { src: String(images.length) };
  });
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap, convertImage });
  const titles = [...value.matchAll(/<h1 class="title">/g)].length;
  const { blocks, remarks } = fromHtml(value, 'word');
  const notes = readZipEntry(bytes, 'word/footnotes.xml')?.toString('utf8') ?? '';
  const { inserted, deleted, moved, struck } = trackedChanges(document + notes);
  if (inserted + deleted + moved > 0) {
    const words = struck.slice(0, 5).map((part) => `“${part.length > 16 ? `${part.slice(0, 16)}……` : part}”`).join('、');
    remarks.push(`修订痕迹已按接受处理：插入${inserted}处保留，删除${deleted}处去掉${words && `（${words}${struck.length > 5 ? '等' : ''}）`}${moved > 0 ? `，移动${moved}处按新位置` : ''}`);
  }
  if (/<w:comment\b/.test(readZipEntry(bytes, 'word/comments.xml')?.toString('utf8') ?? '')) remarks.push('批注没有收进来');
  // With a title style in use, headings of the first rank are sections, so they move one rank down.
  if (titles > 0) {
    let left = titles;
    const isTitle = (index: number) => value.split(/<h1\b/)[index]?.startsWith(' class="title"');
    let at = 0;
    for (const block of blocks)
      if (block.type === 'heading') {
        if (block.depth === 1 && isTitle((at += 1)) && left > 0) left -= 1;
        else block.depth = Math.min(6, block.depth + 1) as 1;
      }
  }
  const first = blocks.find((block) => block.type === 'heading' && block.depth === 1);
  return { blocks, title: titles === 1 && first ? plain(first) : undefined, images, remarks };
}
