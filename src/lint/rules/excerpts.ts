import type { Nodes } from 'mdast';
import type { Quote } from '../../model/entries.ts';
import { difference, printable } from '../../text/difference.ts';
import { compareExcerpt, closestPart } from '../../text/excerpt.ts';
import { norm } from '../../text/norm.ts';
import { bodyTree, jsxOf, plain, property, spanOf, type Jsx } from '../body-tree.ts';
import { entriesOf, type TextFile } from '../corpus.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

/** Our own words share no longer run with a quotation than this. */
const longestShared = 12;

/** The longest run of characters that two normal forms share, if it is longer than `longestShared`. */
function sharedRun(a: string, b: string): string | undefined {
  for (let at = 0; at + longestShared < a.length; at += 1) {
    let length = longestShared + 1;
    if (!b.includes(a.slice(at, at + length))) continue;
    while (at + length < a.length && b.includes(a.slice(at, at + length + 1))) length += 1;
    return a.slice(at, at + length);
  }
  return undefined;
}

/** Where the words between the tags begin; the tag itself when there are none. */
const contentFrom = (node: Nodes, jsx: Jsx): number => spanOf(jsx.children[0] ?? node).from;

function checkExcerpt(node: Nodes, jsx: Jsx, registered: string, report: (offset: number, rule: string, level: Problem['level'], message: string, hint: string) => Problem): Problem[] {
  const words = jsx.children.map(plain).join('').trim();
  if (words === '') return [];
  const compared = compareExcerpt(words, registered);
  if (compared.kind === 'same') return [];
  const from = contentFrom(node, jsx);
  if (compared.kind === 'punctuation')
    return [report(from, 'quote-punctuation', '提醒', `引文与登记的文字只差标点：${printable(difference(words, compared.words))}`, `登记的是“${compared.words}”，页面上按登记的显示`)];
  const faults = { order: '引文里省略号两边的次序与登记的文字不同', short: '引文里省略号两边各要有三个字以上连续的原文' };
  const fault = compared.omission ? faults[compared.omission] : `引文与登记的文字不同：${printable(difference(words, closestPart(words, registered)))}`;
  return [report(from, 'quote-verbatim', '错误', fault, `登记的是：${registered}`)];
}

function checkGist(node: Nodes, jsx: Jsx, registered: string, report: (offset: number, rule: string, level: Problem['level'], message: string, hint: string) => Problem): Problem[] {
  const words = jsx.children.map(plain).join('').trim();
  const from = contentFrom(node, jsx);
  if (words === '') return [report(from, 'gist', '错误', '大意没有写文字', '在 <Gist id="…"> 与 </Gist> 之间用自己的话写')];
  if (/^[“"「]/.test(words) && /[”"」]$/.test(words)) return [report(from, 'gist', '错误', '大意加了引号', '大意是转述，去掉引号；要引原话用 <Q>')];
  const form = norm(words);
  const shared = norm(registered).includes(form) ? form : sharedRun(form, norm(registered));
  if (shared === undefined) return [];
  return [report(from, 'gist', '错误', `大意照抄了原话“${shared}”`, '引原话用 <Q id="…">；大意用自己的话写')];
}

function checkText(text: TextFile, words: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  const report = (offset: number, rule: string, level: Problem['level'], message: string, hint: string): Problem => ({ file: text.file, ...position(text.raw, text.bodyOffset + offset), level, message, hint, rule });
  const walk = (node: Nodes) => {
    const jsx = jsxOf(node);
    const registered = jsx && words.get(property(jsx, 'id') ?? '');
    if (jsx && registered !== undefined && jsx.name === 'Q') problems.push(...checkExcerpt(node, jsx, registered, report));
    if (jsx && registered !== undefined && jsx.name === 'Gist') problems.push(...checkGist(node, jsx, registered, report));
    if ('children' in node) (node.children as Nodes[]).forEach(walk);
  };
  const { tree } = bodyTree(text);
  if (tree) walk(tree);
  return problems;
}

/** Excerpts in <Q> stand in the registered wording to the character; the sense in <Gist> is in our own words. */
export const excerpts: Check = {
  rules: [
    { name: 'quote-verbatim', level: '错误', what: '<Q> 里的摘引与登记的文字是否一字不差，省略处用 ……' },
    { name: 'quote-punctuation', level: '提醒', what: '摘引、自打的引文与登记的文字是否只差标点', exemptible: true },
    { name: 'gist', level: '错误', what: '<Gist> 里的大意是不是自己的话，没有引号' },
  ],
  run: (corpus) => {
    const words = new Map(entriesOf<Quote>(corpus, 'quotes').map(({ value }) => [value.id, String(value.text ?? '')]));
    return corpus.texts.flatMap((text) => checkText(text, words));
  },
};
