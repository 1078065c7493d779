/** Something wrong in a content file: where, what, and how to mend it. The words are for authors. */
export interface Problem {
  file: string;
  /** Both count from 1. */
  line: number;
  column: number;
  level: '错误' | '提醒';
  message: string;
  hint?: string;
  rule: string;
}

/** The one form in which problems are printed; terminals make `file:line:column` clickable. */
export const format = (problem: Problem): string =>
  `${problem.file}:${problem.line}:${problem.column} ${problem.level} ${problem.message} [${problem.rule}]` +
  (problem.hint ? `\n    → ${problem.hint}` : '');

export const inOrder = (a: Problem, b: Problem): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule);

/** Line and column, counting from 1, of an offset in a text. */
export function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}
