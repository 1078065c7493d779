import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';
import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** What a reader's browser fetches for a page before anything is pressed, in bytes as a common host sends them (brotli 5). */
export interface Weight {
  requests: number;
  html: number;
  css: number;
  js: number;
  total: number;
  /** Elements as the server sends them. */
  nodes: number;
  /** Han characters of the page's own text. */
  characters: number;
}

const brotli = (data: Buffer): number => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
const sizes = new Map<string, number>();
const sizeOf = (file: string): number => {
  const size = sizes.get(file) ?? brotli(readFileSync(file));
  sizes.set(file, size);
  return size;
};

const elementsOf = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...elementsOf(element.children)]);
const wordsOf = (node: ChildNode): string => (isText(node) ? node.data : isTag(node) ? node.children.map(wordsOf).join('') : '');

/** What a script imports at once. Later imports wait for somebody who wants them. */
const imported = /(?:from|import)\s*"(\.[^"]+)"/g;

/** A script and all that it imports, as files below `dist`. */
function withImports(dist: string, file: string, all: Set<string>): void {
  if (all.has(file)) return;
  all.add(file);
  for (const [, target = ''] of readFileSync(join(dist, file), 'utf8').matchAll(imported)) withImports(dist, posix.join(posix.dirname(file), target), all);
}

/** Weighs a page of a built site: `path` as readers see it, "/cases/xiadang/"; `base` is what comes before it in addresses. */
export function weigh(dist: string, path: string, base = ''): Weight {
  const html = readFileSync(join(dist, path, 'index.html'));
  const elements = elementsOf(parseDocument(html.toString()).children);
  const local = (address = '') => address.slice(base.length);
  const css = elements.filter(({ name, attribs }) => name === 'link' && attribs.rel === 'stylesheet').map(({ attribs }) => local(attribs.href));
  const js = new Set<string>();
  for (const { name, attribs } of elements) if (name === 'script' && attribs.src) withImports(dist, local(attribs.src), js);
  // The one part that a page asks for by itself, because it has questions to be answered.
  if (elements.some(({ name }) => name === 'self-test-replies')) for (const file of readdirSync(join(dist, 'assets'))) if (/^self-test\.client\..*\.js$/.test(file)) withImports(dist, `/assets/${file}`, js);
  const sum = (files: Iterable<string>) => [...files].reduce((bytes, file) => bytes + sizeOf(join(dist, file)), 0);
  const main = elements.find(({ name }) => name === 'main');
  const weight = { html: brotli(html), css: sum(css), js: sum(js) };
  return {
    ...weight,
    requests: 1 + css.length + js.size,
    total: weight.html + weight.css + weight.js,
    nodes: elements.length,
    characters: main ? wordsOf(main).match(/\p{Script=Han}/gu)?.length ?? 0 : 0,
  };
}
