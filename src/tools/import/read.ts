import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { CommandError } from '../command.ts';
import { decode } from './decode.ts';
import { fromDocx } from './from-docx.ts';
import { fromHtml } from './from-html.ts';
import { fromMarkdown } from './from-markdown.ts';
import { fromText } from './from-text.ts';
import type { Imported } from './tree.ts';

const formats = '.docx、.md、.mdx、.txt、.html、.htm';
/** Far above any essay; a bigger file is a mistake. */
const largest = 50 * 1024 * 1024;

/** Declared encoding of a web page where its bytes are no valid UTF-8. */
function pageText(bytes: Buffer): { text: string; how: string } {
  const declared = /charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1]?.toLowerCase();
  const { text, encoding } = decode(bytes);
  if (encoding === 'GB18030' && declared && !/^(?:gb|utf)/.test(declared))
    try {
      return { text: new TextDecoder(declared).decode(bytes), how: `HTML，${declared}` };
    } catch {
      // An encoding nobody knows: as read.
    }
  return { text, how: `HTML，${encoding}` };
}

/** Reads a file of one of the formats authors have, and says how. */
export async function readInput(path: string): Promise<{ imported: Imported; how: string }> {
  if (!existsSync(path)) throw new CommandError(`没有找到文件：${path}`);
  if (statSync(path).isDirectory()) throw new CommandError(`${path} 是文件夹，请写里面的文件。`);
  if (statSync(path).size > largest) throw new CommandError(`${path} 超过50MB，不像一篇文章。`);
  const bytes = readFileSync(path);
  if (bytes.length === 0) throw new CommandError(`${path} 是空文件。`);
  const extension = extname(path).toLowerCase();
  if (extension === '.docx' || extension === '.doc' || extension === '.wps') return { imported: await fromDocx(bytes), how: 'Word 文档' };
  if (extension === '.html' || extension === '.htm') {
    const { text, how } = pageText(bytes);
    return { imported: fromHtml(text), how };
  }
  const { text, encoding } = decode(bytes);
  if (extension === '.md' || extension === '.mdx' || extension === '.markdown') return { imported: fromMarkdown(text), how: `Markdown，${encoding}` };
  if (extension === '.txt' || extension === '') return { imported: fromText(text), how: `纯文本，${encoding}` };
  const advice = extension === '.pdf' ? '请先在 WPS 里另存为 .docx，或者复制文字存成 .txt。' : '请先另存成其中一种。';
  throw new CommandError(`${basename(path)} 的格式不能导入。能导入的是 ${formats}。${advice}`);
}
