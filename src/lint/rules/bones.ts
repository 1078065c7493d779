import type { Nodes } from 'mdast';
import { bodyTree, plain, spanOf } from '../body-tree.ts';
import type { TextFile } from '../corpus.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

const caseHeadings = ['背景', '经过', '做法', '结果', '可学之处', '记述不一之处'];
const factsHeader = ['项目', '内容'];
const lessonEnd = '要点';

const headingsOf = (tree: Nodes) =>
  ('children' in tree ? (tree.children as Nodes[]) : []).filter((node) => node.type === 'heading' && node.depth === 2).map((node) => ({ words: plain(node).trim(), from: spanOf(node).from }));

/** Whether the text before its first section has the table of basic facts. */
function hasFacts(tree: Nodes, before: number): boolean {
  return ('children' in tree ? (tree.children as Nodes[]) : []).some((node) => {
    if (node.type !== 'table' || spanOf(node).from > before) return false;
    const header = node.children[0]?.children.map((cell) => plain(cell).trim()) ?? [];
    return header.join('|') === factsHeader.join('|');
  });
}

function checkCase(text: TextFile, tree: Nodes): Problem[] {
  const headings = headingsOf(tree);
  const at = (offset: number) => ({ file: text.file, ...position(text.raw, text.bodyOffset + offset) });
  const problems: Problem[] = [];
  const order = `案例的一级小标题依次是：${caseHeadings.join('、')}`;
  const wrong = headings.findIndex((heading, index) => heading.words !== caseHeadings[index]);
  const expected = caseHeadings[wrong < 0 ? headings.length : wrong];
  if (wrong >= 0) {
    const message = expected === undefined ? `“${headings[wrong]?.words}”不是案例的小标题` : `这里应是“${expected}”，现在是“${headings[wrong]?.words}”`;
    problems.push({ ...at(headings[wrong]?.from ?? 0), level: '错误', message, hint: order, rule: 'bones' });
  } else if (expected !== undefined) problems.push({ ...at(text.body.trimEnd().length), level: '错误', message: `案例缺少小标题“${expected}”`, hint: order, rule: 'bones' });
  if (!hasFacts(tree, headings[0]?.from ?? text.body.length))
    problems.push({ ...at(headings[0]?.from ?? 0), level: '提醒', message: '案例开头没有基本事实表', hint: '在“背景”之前加一张表，表头写 | 项目 | 内容 |，每行一件事实，带出处', rule: 'bones' });
  return problems;
}

function checkLesson(text: TextFile, tree: Nodes): Problem[] {
  const last = headingsOf(tree).pop();
  if (last?.words === lessonEnd) return [];
  const found = last ? `“${last.words}”` : '没有小标题';
  return [
    {
      file: text.file,
      ...position(text.raw, text.bodyOffset + (last?.from ?? 0)),
      level: '错误',
      message: `学习材料的最后一个小标题应是“${lessonEnd}”，现在是${found}`,
      hint: `加一节 ## ${lessonEnd}，把会上要记住的几条列出来`,
      rule: 'bones',
    },
  ];
}

/** The parts that every case has, in their order, and the summing-up at the end of a lesson: readers find their way by them. */
export const bones: Check = {
  rules: [{ name: 'bones', level: '错误或提醒', what: '案例的六个小标题和次序、开头的基本事实表（提醒），学习材料末尾的要点' }],
  run: (corpus) =>
    corpus.texts.flatMap((text) => {
      const { tree } = bodyTree(text);
      if (!tree || text.bodyOffset === 0) return [];
      return text.collection === 'cases' ? checkCase(text, tree) : text.collection === 'lessons' ? checkLesson(text, tree) : [];
    }),
};
