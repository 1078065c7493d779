import type { Nodes } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { componentProps, type ComponentName } from '../../model/components.ts';
import type { CollectionName } from '../../model/ids.ts';
import { idsOf, type Corpus, type TextFile } from '../corpus.ts';
import { wordsOf } from '../issues.ts';
import { nearest } from '../nearest.ts';
import { position, type Problem } from '../problem.ts';
import { dangling } from './references.ts';

interface Jsx {
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
}

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkCjkFriendly).use(remarkCjkStrikethrough);
const mark = /\[\^([^\]\s]+)\]/g;

const plain = (node: Nodes): string =>
  'value' in node ? String(node.value) : 'children' in node ? (node.children as Nodes[]).map(plain).join('') : '';

const checked = ['sources', 'quotes', 'timeline', 'series', 'lessons', 'cases', 'essays', 'forms'] as const;
type Ids = Record<(typeof checked)[number], Set<string>>;

/**
 * The bodies of texts: they parse, use known components with right properties, refer to registered quotations, sources,
 * events and series, quote word for word, and leave no Markdown mark unread.
 */
export function bodyRule(corpus: Corpus): Problem[] {
  const known = (name: CollectionName) => idsOf(corpus, name);
  const ids = Object.fromEntries(checked.map((name) => [name, known(name)])) as Ids;
  const words = new Map(
    corpus.entryFiles
      .filter((file) => file.collection === 'quotes' && Array.isArray(file.data.value))
      .flatMap((file) => (file.data.value as { id?: string; text?: string }[]).map((entry) => [entry?.id ?? '', entry?.text ?? ''] as const)),
  );
  return corpus.texts.filter((text) => text.bodyOffset > 0).flatMap((text) => checkBody(text, ids, words));
}

function checkBody(text: TextFile, ids: Ids, words: Map<string, string>): Problem[] {
  const problems: Problem[] = [];
  const report = (offset: number, rule: string, message: string, hint?: string) =>
    problems.push({ file: text.file, ...position(text.raw, text.bodyOffset + offset), level: '错误', message, ...(hint && { hint }), rule });
  let tree: Nodes;
  try {
    tree = parser.parse(text.body);
  } catch (error) {
    const { message, place, line } = error as { message: string; line?: number; place?: { offset?: number; start?: { offset?: number } } };
    const offset = place?.offset ?? place?.start?.offset ?? (line ? text.body.split('\n').slice(0, line - 1).join('\n').length + 1 : 0);
    report(Math.min(offset, text.body.length), 'mdx', `正文读不通：${message}`, '检查尖括号、花括号是否成对；正文里不能直接写 < 和 {');
    return problems;
  }

  const definitions = new Set<string>();
  const defined = (node: Nodes) => {
    if (node.type === 'footnoteDefinition') definitions.add(node.identifier);
    if ('children' in node) (node.children as Nodes[]).forEach(defined);
  };
  defined(tree);

  const checkComponent = (node: Nodes, jsx: Jsx) => {
    const offset = node.position?.start.offset ?? 0;
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
    const check = (id: string, to: keyof typeof ids) => {
      if (ids[to].has(id)) return;
      const { message, hint } = dangling(id, to, ids[to]);
      report(offset, 'dangling-id', message, hint);
    };
    if (name === 'Chart') check(String(values.id), 'series');
    if (name === 'Events') String(values.ids).split(/ +/).forEach((id) => check(id, 'timeline'));
    if (name === 'Quote' || name === 'Q') {
      check(String(values.id), 'quotes');
      const excerpt = jsx.children.map(plain).join('').trim();
      const registered = words.get(String(values.id));
      if (excerpt && registered !== undefined && !registered.includes(excerpt))
        report(offset, 'quote-verbatim', `引文“${excerpt}”不是登记文字中的连续一段`, `登记的是：${registered}`);
    }
  };

  const walk = (node: Nodes) => {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkComponent(node as Nodes, node as unknown as Jsx);
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'mdxjsEsm')
      report(offset, 'components', '正文里不能写程序', '花括号和 import 都不要用');
    if (node.type === 'text') {
      for (const match of node.value.matchAll(mark)) {
        const label = match[1] ?? '';
        if (definitions.has(label) || ids.sources.has(label)) continue;
        const { message, hint } = dangling(label, 'sources', ids.sources);
        report(offset + match.index, 'dangling-id', message, hint);
      }
      const stray = /\*\*|~~|(?<!\S)#{1,6}(?=\s)|!\[|\]\(/.exec(node.value);
      if (stray) report(offset + stray.index, 'stray-mark', `有没起作用的 Markdown 记号“${stray[0]}”`, '检查记号是否成对、旁边是否多了空格');
    }
    if (node.type === 'link') {
      if (/[\u3000-\u9fff\uff00-\uffef]/.test(decodeURI(node.url)) && /^https?:/.test(node.url)) report(offset, 'bare-url', '网址把后面的中文也吞进去了', '写成 [文字](网址)，或在网址后空一格');
      const inner = /^\/(lessons|cases|essays|forms)\/([^/#]+)\/?/.exec(node.url);
      if (inner) {
        const to = inner[1] as keyof Ids;
        if (!ids[to].has(inner[2] ?? '')) {
          const { message, hint } = dangling(inner[2] ?? '', to, ids[to]);
          report(offset, 'dangling-id', `链接指向的${message}`, hint);
        }
      }
    }
    if ('children' in node) (node.children as Nodes[]).forEach(walk);
  };
  walk(tree);
  return problems;
}
