import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const hanOrMark = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]`;
const lineBreak = new RegExp(`(?<=${hanOrMark})[ \\t]*\\n[ \\t]*(?=\\S)|(?<=\\S)[ \\t]*\\n[ \\t]*(?=${hanOrMark})`, 'gu');

/** Joins the lines of a paragraph where either side is Chinese: a browser shows the line break as a gap. */
export function joinLines() {
  return (tree: Root) =>
    visit(tree, 'text', (node) => {
      node.value = node.value.replace(lineBreak, '');
    });
}
