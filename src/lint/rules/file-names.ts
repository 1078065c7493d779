import { idPattern } from '../../model/ids.ts';
import type { Corpus } from '../corpus.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

/** A file that no collection reads would be lost without a word. */
function findStrayFiles(corpus: Corpus): Problem[] {
  const read = new Set([...corpus.texts, ...corpus.entryFiles].map(({ file }) => file));
  return corpus.files
    .filter((file) => !read.has(file) && file !== 'content/README.md')
    .map((file) => ({ file, line: 1, column: 1, level: '错误', message: '这个文件不属于任何一类内容，网站不会读它', hint: '放哪里见 content/README.md', rule: 'stray-file' }));
}

/** File names are addresses: ASCII kebab-case, so that a link passed on in WeChat still opens. */
function findWrongNames(corpus: Corpus): Problem[] {
  return corpus.files
    .filter((file) => file !== 'content/README.md')
    .flatMap((file): Problem[] => {
      const name = (file.split('/').pop() ?? '').replace(/\.[a-z]+$/, '');
      const folders = file.split('/').slice(1, -1);
      if ([name, ...folders].every((part) => idPattern.test(part))) return [];
      return [{ file, line: 1, column: 1, level: '错误', message: '文件名就是网址，只能用小写字母、数字和连字符', hint: '例如 xiadang.mdx', rule: 'file-name' }];
    });
}

export const strayFiles: Check = { rules: [{ name: 'stray-file', level: '错误', what: '放错地方、网站不会读的文件' }], run: findStrayFiles };
export const fileNames: Check = { rules: [{ name: 'file-name', level: '错误', what: '文件名只用小写字母、数字和连字符' }], run: findWrongNames };
