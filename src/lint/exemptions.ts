import type { Nodes } from 'mdast';
import { bodyTree, spanOf } from './body-tree.ts';
import type { Corpus, TextFile } from './corpus.ts';
import { nearest } from './nearest.ts';
import { position, type Problem } from './problem.ts';
import type { RuleInfo } from './rule.ts';

/** The one rule of exemptions themselves. */
export const exemptionRule: RuleInfo = { name: 'exemption', level: '错误', what: '免检的写法：规则名、至少四个字的理由，没有用上的要删去' };

/** An author's word that one block or entry may break one rule, and why. */
interface Exemption {
  file: string;
  line: number;
  column: number;
  /** What stands after 免检. */
  words: string;
  /** First and last line of what it covers. */
  from: number;
  to: number;
}

const comment = /^\/\*\s*免检(?=\s)([\s\S]*?)\*\/$/;
const yamlComment = /^(\s*)#\s*免检(?=\s)(.*)$/;
const form = /^\s*([a-z-]+)\s*[：:]\s*(.*?)\s*$/s;

/** Whether a node is a comment that exempts the block after it; the only braces that authors may write. */
export const isExemption = (node: Nodes): boolean => node.type === 'mdxFlowExpression' && comment.test(node.value.trim());

const lineAt = (raw: string, offset: number): number => position(raw, offset).line;

function inBody(text: TextFile): Exemption[] {
  const found: Exemption[] = [];
  const walk = (node: Nodes) => {
    if (!('children' in node)) return;
    const children = node.children as Nodes[];
    children.forEach((child, at) => {
      if (!isExemption(child)) return walk(child);
      const target = children.slice(at + 1).find((next) => !isExemption(next));
      const { from } = spanOf(child);
      const covered = target ? spanOf(target) : { from, to: from };
      found.push({
        file: text.file,
        ...position(text.raw, text.bodyOffset + from),
        words: comment.exec((child as { value: string }).value.trim())?.[1] ?? '',
        from: lineAt(text.raw, text.bodyOffset + covered.from),
        to: lineAt(text.raw, text.bodyOffset + covered.to),
      });
    });
  };
  const { tree } = bodyTree(text);
  if (tree) walk(tree);
  return found;
}

/** Comments in YAML cover the entry or field on the next line with everything that is indented below it. */
function inYaml(file: string, raw: string, firstLine: number, lastLine: number): Exemption[] {
  const lines = raw.split('\n');
  const indentOf = (line: string) => line.length - line.trimStart().length;
  const isWords = (line: string) => line.trim() !== '' && !line.trimStart().startsWith('#');
  return lines.slice(0, lastLine).flatMap((line, at): Exemption[] => {
    const match = at + 1 >= firstLine ? yamlComment.exec(line.replace(/\r$/, '')) : null;
    if (!match) return [];
    let start = at + 1;
    while (start < lastLine && !isWords(lines[start] ?? '')) start += 1;
    const indent = indentOf(lines[start] ?? '');
    let end = start;
    while (end + 1 < lastLine && (!isWords(lines[end + 1] ?? '') || indentOf(lines[end + 1] ?? '') > indent)) end += 1;
    return [{ file, line: at + 1, column: (match[1] ?? '').length + 1, words: match[2] ?? '', from: start + 1, to: end + 1 }];
  });
}

function exemptionsOf(corpus: Corpus): Exemption[] {
  return [
    ...corpus.texts.flatMap((text) => [
      ...(text.raw.includes('免检') ? inYaml(text.file, text.raw, 1, lineAt(text.raw, Math.max(0, text.bodyOffset - 1))) : []),
      ...(text.body.includes('免检') ? inBody(text) : []),
    ]),
    ...corpus.entryFiles.filter(({ raw }) => raw.includes('免检')).flatMap(({ file, raw }) => inYaml(file, raw, 1, raw.split('\n').length)),
  ];
}

/** Whether a place of a file is exempted from a rule; for whoever changes what rules would report. */
export function exemptedBy(corpus: Corpus): (rule: string, file: string, line: number) => boolean {
  const all = exemptionsOf(corpus).map((exemption) => ({ ...exemption, rule: form.exec(exemption.words)?.[1] ?? '' }));
  return (rule, file, line) => all.some((exemption) => exemption.rule === rule && exemption.file === file && line >= exemption.from && line <= exemption.to);
}

/**
 * Takes away the problems that authors have exempted with a reason, and adds those of the exemptions themselves: one that
 * names no rule that can be exempted, gives no reason, or exempts nothing.
 */
export function applyExemptions(corpus: Corpus, problems: Problem[], rules: readonly RuleInfo[]): Problem[] {
  const names = rules.filter((rule) => rule.exemptible).map((rule) => rule.name);
  const exempted = new Set<Problem>();
  const faults = exemptionsOf(corpus).flatMap((exemption): Problem[] => {
    const fault = (message: string, hint: string): Problem[] => [
      { file: exemption.file, line: exemption.line, column: exemption.column, level: '错误', message, hint, rule: exemptionRule.name },
    ];
    const [, name = '', reason = ''] = form.exec(exemption.words) ?? [];
    if (!name) return fault('免检没有写明规则名和理由', '写成“免检 规则名：理由”，规则名就是提示末尾方括号里的词');
    if (!names.includes(name)) {
      const near = nearest(name, names);
      return fault(rules.some((rule) => rule.name === name) ? `规则“${name}”不能免检` : `没有名为“${name}”的规则`, `${near && near !== name ? `是不是“${near}”？` : ''}可以免检的规则：${names.join('、')}`);
    }
    if ([...reason].length < 4) return fault('免检的理由不足四个字', '说明这一处为什么可以不改');
    const covered = problems.filter((problem) => problem.file === exemption.file && problem.rule === name && problem.line >= exemption.from && problem.line <= exemption.to);
    covered.forEach((problem) => exempted.add(problem));
    return covered.length > 0 ? [] : fault(`免检“${name}”没有用上`, '紧跟在后面的那一段没有这样的问题，把这一行删去');
  });
  return [...problems.filter((problem) => !exempted.has(problem)), ...faults];
}
