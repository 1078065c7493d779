import { isTag, isText, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { SheetElement, SheetNode } from './tree.ts';

const convert = (nodes: ChildNode[]): SheetNode[] =>
  nodes.flatMap((node): SheetNode[] => {
    if (isTag(node)) return [{ tag: node.name, attributes: node.attribs, children: convert(node.children) }];
    return isText(node) ? [node.data] : [];
  });

/** A built page as a tree; the root has no tag of its own. */
export const fromHtml = (html: string): SheetElement => ({ tag: '', attributes: {}, children: convert(parseDocument(html).children) });
