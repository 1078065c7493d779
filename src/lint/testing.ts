import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { problemsIn, rules } from './check.ts';
import { readCorpus } from './corpus.ts';
import { format } from './problem.ts';

const folders: string[] = [];

/** Removes every copy of the content that the tests of a file have made. */
export const cleanUp = (): void => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));

/** The marked place of a problem: ‸ stands right before it. */
export function mark(text: string): { text: string; line: number; column: number } {
  const before = text.slice(0, text.indexOf('‸'));
  return { text: text.replace('‸', ''), line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** A copy of the site's content with some files added or replaced. */
export function contentWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  folders.push(folder);
  cpSync('content', join(folder, 'content'), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Problems of the site's own content with some files added or replaced. */
export function problemsWith(files: Record<string, string>): string[] {
  const problems = problemsIn(readCorpus(process.cwd(), files));
  const names = rules.map((rule) => rule.name);
  const unlisted = problems.find((problem) => !names.includes(problem.rule));
  if (unlisted) throw new Error(`规则“${unlisted.rule}”不在规则表里`);
  return problems.map(format);
}

/** The problems of one file only; the rest of the content is taken to be sound, and its address to be on record. */
export const problemsOf = (file: string, text: string): string[] => problemsWith({ [file]: text }).filter((problem) => problem.startsWith(`${file}:`) && !problem.includes('[addresses]'));

const lessonFront = `---
title: 样文
summary: 一篇用来试检查规则的样文
class: 解读
topics: [sixia]
order: 99
updated: 2026-11-24
aims: [说清四项内容的次序]
questions: [下一次先找哪三户人家, 你单位的接待日是哪天, 上次承诺的事办到哪一步]
---

`;

/** A sound lesson whose summing-up ends with the given text. */
export const lesson = (body: string, front = lessonFront): string => `${front}## 要点\n\n${body}\n`;

const sections = ['背景', '经过', '做法', '结果', '可学之处', '记述不一之处'];

/** A sound case with the given text in one of its sections. */
export const caseWith = (section: string, body: string): string =>
  `${lessonFront.replace(/aims:.*\n/, '')}| 项目 | 内容 |\n|---|---|\n| 时间 | 1988年12月20日[^fjjgfwzx-sixia-book] |\n\n` + sections.map((name) => `## ${name}\n\n${name === section ? body : '略。'}\n`).join('\n');

export const front = lessonFront;
