import type { Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';

/** `〔　填：哪一天〕`; two wide blanks or more before 填 ask for a whole line. */
const writeIn = /〔(\u3000*)填：([^〔〕]+)〕/g;

/** Characters of room: what takes long to ask for takes long to write. */
const roomFor = (words: string): number => Math.min(Math.max(words.length + 2, 4), 9);

/** An inline element that Markdown has no node for. */
const span = (className: string[], children: PhrasingContent[], more: Record<string, string> = {}): PhrasingContent =>
  ({ type: 'emphasis', children, data: { hName: 'span', hProperties: { className, ...more } } }) as PhrasingContent;

function split(node: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(writeIn)) {
    if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
    const [whole, blanks = '', words = ''] = match;
    const isLine = blanks.length > 1;
    const room = span(['gap'], [{ type: 'text', value: '\u3000'.repeat(isLine ? 24 : roomFor(words)) }], { ariaHidden: 'true' });
    parts.push(span(isLine ? ['write-in', 'line'] : ['write-in'], [room, { type: 'text', value: `〔填：${words}〕` }]));
    from = match.index + whole.length;
  }
  if (from === 0) return [node];
  if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
  return parts;
}

/**
 * What a speaker fills in with facts of his own: words that say what belongs there, and room to write by hand, which only
 * the sheet shows. Not read as a term or a source mark, so it runs before both.
 */
export function writeIns() {
  return (tree: Root) => {
    const walk = (parent: Parent) => {
      parent.children = parent.children.flatMap((child): Nodes[] => {
        if (child.type === 'text') return split(child);
        if ('children' in child) walk(child as Parent);
        return [child];
      }) as Parent['children'];
    };
    walk(tree);
  };
}
