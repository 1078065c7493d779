import { mostCharacters, type Corpus } from '../corpus.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

/** Characters that a text file has no use for: control characters but tab and line ends, and what a wrong encoding leaves behind. */
const unusable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]|(?<=[\s\S])\ufeff/u;

function what(character: string): { message: string; hint: string } {
  if (character === '\ufffd') return { message: '这里的字读不出来：文件不是 UTF-8 编码，或者从别处带来了坏字', hint: '用编辑器“另存为”，编码选 UTF-8；已经坏掉的字要照原件补上' };
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return { message: `文字里混进了看不见的控制字符 U+${code}`, hint: '删去这个字符；多半是从别的软件粘贴时带来的' };
}

/** Files that are no text in UTF-8, or far too large, or links to elsewhere, are named before anything is made of them. */
function findUnreadable(corpus: Corpus): Problem[] {
  const links = corpus.links.map((file): Problem => ({ file, line: 1, column: 1, level: '错误', message: '这是指向别处的链接，不是文件本身', hint: '把文件本身复制到这里', rule: 'encoding' }));
  const texts = [...corpus.texts, ...corpus.entryFiles].flatMap(({ kind, file, raw }): Problem[] => {
    const most = mostCharacters[kind];
    if (raw.length > most) return [{ file, line: 1, column: 1, level: '错误', message: `文件有 ${Math.round(raw.length / 10_000)} 万字，超过 ${most / 10_000} 万字的上限`, hint: '查一查是不是粘贴错了；确实长的，分成几篇', rule: 'encoding' }];
    const found = unusable.exec(raw);
    return found ? [{ file, ...position(raw, found.index), level: '错误', ...what(found[0]), rule: 'encoding' }] : [];
  });
  return [...links, ...texts];
}

export const encoding: Check = { rules: [{ name: 'encoding', level: '错误', what: '文件是 UTF-8 编码的文字，没有控制字符，文章不超过 100 万字、登记文件不超过 200 万字，不是链接' }], run: findUnreadable };
