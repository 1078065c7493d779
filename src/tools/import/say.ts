import { format, inOrder, position, type Problem } from '../../lint/problem.ts';
import type { Conversion, Converted } from './convert.ts';

/** A converted text and the file it was written to. */
export interface Written {
  part: Converted;
  file: string;
  /** The whole file. */
  raw: string;
  /** Offset of the body in it. */
  bodyOffset: number;
  /** What the content check finds in it, beside what is only to be filled in. */
  found: Problem[];
}

const short = (words: string, length: number) => (words.length > length ? `${words.slice(0, length)}……` : words);
/** As many lines of one kind as an author reads; the rest is counted. */
const most = 40;
const limited = (lines: string[], what: string): string[] => (lines.length > most ? [...lines.slice(0, most), `    ……另有${lines.length - most}${what}`] : lines);

/** The notes of a text as problems of its file, among those of the content check. */
export const problemsOf = ({ part, file, raw, bodyOffset, found }: Written): Problem[] =>
  [...part.notes.map(({ at, level, message, hint, rule }): Problem => ({ file, ...position(raw, bodyOffset + at), level, message, rule, ...(hint && { hint }) })), ...found].sort(inOrder);

/** Says how to mend a kind of problem at its first place only. */
function withHintsOnce(problems: readonly Problem[]): Problem[] {
  const said = new Set<string>();
  return problems.map(({ hint, ...problem }) => {
    if (hint === undefined || said.has(hint)) return problem;
    said.add(hint);
    return { ...problem, hint };
  });
}

function sayPart(written: Written, at: number, print: boolean): string[] {
  const { part, file, raw, bodyOffset } = written;
  const { title, byline, counts, redactions, quotations, shared, reasons } = part;
  const known = [byline.author && `作者${byline.author}`, byline.about, byline.origin && `原载${byline.origin}`, byline.date].filter(Boolean).join('，');
  const place = (offset: number) => {
    const { line, column } = position(raw, bodyOffset + offset);
    return `${file}:${line}:${column}`;
  };
  const problems = problemsOf(written);
  return [
    '',
    `== 第${at + 1}篇：${title ?? '（没有找到题目）'}`,
    print ? `没有写文件；不加 --print 时写在 ${file}` : `写在 ${file}`,
    ...(known ? [`原稿写明：${known}`] : ['原稿没有写明作者和出处']),
    ...reasons,
    `改了标点和空格：${counts.size === 0 ? '没有要改的' : [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name}${count}处`).join('，')}`,
    `换成登记引文：${quotations.length}处${quotations.length > 0 ? `（${[...new Set(quotations.map(({ id }) => id))].join('、')}）` : ''}`,
    `遮盖的名字：${redactions}处`,
    ...(shared.length > 0
      ? [`与别处相同、连着13字以上：${shared.length}段，共${shared.reduce((sum, { length }) => sum + length, 0)}字`, ...limited(shared.map((run) => `    ${place(run.from)} ${run.length}字 “${short(raw.slice(bodyOffset + run.from, bodyOffset + run.to).replace(/\s+/g, ' '), 28)}” 另见${run.name}`), '段')]
      : ['与别处相同、连着13字以上：没有']),
    `要处理的：${problems.length}处`,
    ...limited(withHintsOnce(problems).map(format), '处'),
  ];
}

/** The whole report: what was read, what was changed, what is left to decide, what to do next. */
export function sayImport(input: string, how: string, { removed, remarks, parts }: Conversion, written: readonly Written[], images: readonly string[], print = false): string {
  const kinds = new Map<string, string[]>();
  for (const { what, words } of removed) kinds.set(what, [...(kinds.get(what) ?? []), words]);
  return [
    `导入 ${input}（${how}），分成${parts.length}篇。`,
    ...remarks.map((remark) => `- ${remark}`),
    ...(removed.length > 0 ? [`- 去掉网站的零件${removed.length}处：`, ...[...kinds].map(([what, list]) => `    ${what}：${list.map((words) => `“${short(words, 24)}”`).join(' ')}`)] : []),
    ...(images.length > 0 ? [`- 图片${images.length}幅，${print ? '没有存；不加 --print 时存在' : '存在'}：${images.join('、')}`] : []),
    ...written.flatMap((part, at) => sayPart(part, at, print)),
    '',
    '下一步',
    '  1. 先定能不能用：全文刊用要授权；摘引要登记出处。',
    '  2. 填好题头和正文里每一处〔待写：…〕，处理上面列出的各处。',
    '  3. 文件放进 content/ 下对应的文件夹，运行 npm run lint。没有填完的文章，构建不会放行。',
  ].join('\n');
}
