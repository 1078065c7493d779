import type { Nodes } from 'mdast';
import { componentProps, type ComponentName } from '../../model/components.ts';
import { bodyTree, jsxOf, plain, spanOf, type Jsx } from '../body-tree.ts';
import { idsOf, type Corpus, type TextFile } from '../corpus.ts';
import { isExemption } from '../exemptions.ts';
import { wordsOf } from '../issues.ts';
import { nearest } from '../nearest.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';
import { dangling } from './references.ts';

/** A source mark whose bracket is not closed, or has nothing in it that an id could be. */
const openMark = /\[\^(?![^\]\s]+\])/;
const mark = /\[\^([^\]\s]+)\]/g;
const checked = ['sources', 'quotes', 'timeline', 'series', 'lessons', 'cases', 'essays', 'forms'] as const;
type Ids = Record<(typeof checked)[number], Set<string>>;

/**
 * The bodies of texts: they parse, use known components with right properties, refer to registered quotations, sources,
 * events and series, and leave no Markdown mark unread.
 */
export const body: Check = {
  rules: [
    { name: 'mdx', level: '错误', what: '正文读不通：尖括号、花括号不成对' },
    { name: 'components', level: '错误', what: '组件名和属性，正文里的程序' },
    { name: 'dangling-id', level: '错误', what: '引用的编号、站内链接是不是都有' },
    { name: 'stray-mark', level: '错误', what: '没起作用的 Markdown 记号' },
  ],
  run: (corpus: Corpus) => {
    const ids = Object.fromEntries(checked.map((name) => [name, idsOf(corpus, name)])) as Ids;
    return corpus.texts.filter((text) => text.bodyOffset > 0).flatMap((text) => checkBody(text, ids));
  },
};

function checkBody(text: TextFile, ids: Ids): Problem[] {
  const problems: Problem[] = [];
  const report = (offset: number, rule: string, message: string, hint?: string) =>
    problems.push({ file: text.file, ...position(text.raw, text.bodyOffset + offset), level: '错误', message, ...(hint && { hint }), rule });
  const parsed = bodyTree(text);
  if (!parsed.tree) {
    report(parsed.offset, 'mdx', `正文读不通：${parsed.message}`, '检查尖括号、花括号是否成对；正文里不能直接写 < 和 {');
    return problems;
  }

  const definitions = new Set<string>();
  const defined = (node: Nodes) => {
    if (node.type === 'footnoteDefinition') definitions.add(node.identifier);
    if ('children' in node) (node.children as Nodes[]).forEach(defined);
  };
  defined(parsed.tree);

  const checkId = (offset: number, id: string, to: keyof Ids, lead = '') => {
    if (ids[to].has(id)) return;
    const { message, hint } = dangling(id, to, ids[to]);
    report(offset, 'dangling-id', lead + message, hint);
  };

  const checkComponent = (offset: number, jsx: Jsx) => {
    const name = jsx.name ?? '';
    if (!(name in componentProps)) {
      const near = nearest(name, Object.keys(componentProps));
      report(offset, 'components', `没有名为 <${name}> 的组件`, `${near ? `是不是 <${near}>？` : ''}可用的组件：${Object.keys(componentProps).join('、')}`);
      return;
    }
    const values = Object.fromEntries(jsx.attributes.map((attribute) => [attribute.name ?? '…', attribute.value]));
    const result = componentProps[name as ComponentName].safeParse(values);
    if (!result.success) {
      for (const issue of result.error.issues) report(offset, 'components', `<${name}> 的属性有误：${wordsOf(issue, values[String(issue.path[0])])}`);
      return;
    }
    if (name !== 'Q' && name !== 'Gist' && name !== 'Facts' && jsx.children.some((child) => plain(child).trim() !== '')) report(offset, 'components', `<${name}> 里面不能写文字`, `写成 <${name} … />；里面的文字不会显示`);
    if (name === 'Chart') checkId(offset, String(values.id), 'series');
    if (name === 'Events') String(values.ids).split(/ +/).forEach((id) => checkId(offset, id, 'timeline'));
    if (name === 'Quote' || name === 'Q' || name === 'Gist') checkId(offset, String(values.id), 'quotes');
  };

  const walk = (node: Nodes) => {
    const offset = spanOf(node).from;
    const jsx = jsxOf(node);
    if (jsx) checkComponent(offset, jsx);
    if ((node.type === 'mdxFlowExpression' && !isExemption(node)) || node.type === 'mdxTextExpression' || node.type === 'mdxjsEsm')
      report(offset, 'components', '正文里不能写程序', '花括号和 import 都不要用；免检写成 {/* 免检 规则名：理由 */}，单独占一行');
    if (node.type === 'text') {
      for (const match of node.value.matchAll(mark)) if (!definitions.has(match[1] ?? '')) checkId(offset + match.index, match[1] ?? '', 'sources');
      const stray = /\*\*|~~|(?<!\S)#{1,6}(?=\s)|!\[|\]\(/.exec(node.value);
      const open = openMark.exec(node.value);
      if (open) report(offset + open.index, 'stray-mark', '出处记号没有写完', '写成 [^出处编号]，记号之间不空格');
      if (stray) report(offset + stray.index, 'stray-mark', `有没起作用的 Markdown 记号“${stray[0]}”`, '检查记号是否成对、旁边是否多了空格');
    }
    // What no other rule reads must not reach a page.
    if ((node.type === 'code' || node.type === 'inlineCode') && /\p{Script=Han}/u.test(node.value)) report(offset, 'components', '代码里不能写汉字', '去掉反引号；里面的引文、标点都不经检查');
    if (node.type === 'image' || node.type === 'imageReference') report(offset, 'components', '正文不收图片', '删去；图片里的内容用文字写');
    if ((node.type === 'link' || node.type === 'definition') && node.title) report(offset, 'components', '链接后面不能另写说明', '只写 [文字](网址)');
    if (node.type === 'link') {
      if (!/^(?:https?:\/\/|[/#])/.test(node.url)) report(offset, 'components', `链接“${node.url.slice(0, 40)}”不能用`, '站内写 /cases/xiadang/，站外写完整的 https://……');
      if (/^https?:/.test(node.url) && /[\u3000-\u9fff\uff00-\uffef]|%(?:E[3-9]|EF)/i.test(node.url)) report(offset, 'bare-url', '网址把后面的中文也吞进去了', '写成 [文字](网址)，或在网址后空一格');
      const inner = /^\/(lessons|cases|essays|forms|quotes)\/([^/#]+)\/?/.exec(node.url);
      if (inner) checkId(offset, inner[2] ?? '', inner[1] as keyof Ids, '链接指向的');
    }
    if ('children' in node) (node.children as Nodes[]).forEach(walk);
  };
  walk(parsed.tree);
  return problems;
}
