import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Element, isTag, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { pagesOf } from '../../tools/pages.ts';

/** One page of the built site. */
export interface BuiltPage {
  path: string;
  html: string;
  elements: Element[];
}

const all = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...all(element.children)]);

/** Every page of dist, parsed. */
export const builtPages = (dist = 'dist'): BuiltPage[] =>
  pagesOf(dist).map((path) => {
    const html = readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    return { path, html, elements: all(parseDocument(html).children) };
  });

/** Pages without the site's header and footer: the sheets of the handout basket, and the screens of the meeting view. */
export const isPaper = ({ path }: BuiltPage): boolean => path === '/handout/sheets/' || path === '/meet/';
