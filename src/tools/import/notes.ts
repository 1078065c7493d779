import type { Nodes, Parent, Text } from 'mdast';
import { cutStart } from './structure.ts';
import { footnote, paragraph, plain, text, type Block } from './tree.ts';

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const label = new RegExp(`^\\s*(?:([${circled}])|[[【〔](\\d{1,2})[\\]】〕])\\s*`);

/** Which note a typed mark is, from 1. */
const numberOf = (circle: string | undefined, digits: string | undefined): number => (circle ? circled.indexOf(circle) + 1 : Number(digits));

/**
 * Turns typed notes, "……①" in the text and "① ……" at its end, into footnotes. Only notes whose mark stands in the text
 * count; a numbered list at the end stays what it is.
 */
export function typedNotes(blocks: readonly Block[]): Block[] {
  let from = blocks.length;
  while (from > 0 && blocks[from - 1]?.type === 'paragraph' && label.test(plain(blocks[from - 1] as Block))) from -= 1;
  const notes = new Map<number, Block>();
  for (const block of blocks.slice(from)) {
    const found = label.exec(plain(block));
    if (found && block.type === 'paragraph') notes.set(numberOf(found[1], found[2]), footnote(`n${numberOf(found[1], found[2])}`, [paragraph(cutStart(block.children, found[0].length))]));
  }
  const body = blocks.slice(0, from).filter((block, at, all) => at < all.length - 1 || !/^\s*(?:注释|注|参考文献)[:：]?\s*$/.test(plain(block)));
  const words = body.map((block) => plain(block)).join('\n');
  const isUsed = (number: number) => words.includes(circled[number - 1] ?? '\0') || new RegExp(`[[【〔]${number}[\\]】〕]`).test(words);
  if (notes.size === 0 || ![...notes.keys()].every(isUsed) || body.some((block) => block.type === 'footnoteDefinition')) return [...blocks];
  const split = (node: Text): Nodes[] => {
    const parts: Nodes[] = [];
    let done = 0;
    for (const match of node.value.matchAll(new RegExp(`([${circled}])|[[【〔](\\d{1,2})[\\]】〕](?!号)`, 'g'))) {
      const number = numberOf(match[1], match[2]);
      if (!notes.has(number)) continue;
      if (match.index > done) parts.push(text(node.value.slice(done, match.index)));
      parts.push({ type: 'footnoteReference', identifier: `n${number}`, label: `n${number}` });
      done = match.index + match[0].length;
    }
    if (done < node.value.length) parts.push(text(node.value.slice(done)));
    return parts;
  };
  const walk = (parent: Parent) => {
    parent.children = parent.children.flatMap((child): Nodes[] => {
      if (child.type === 'text') return split(child);
      if ('children' in child) walk(child as Parent);
      return [child];
    }) as Parent['children'];
  };
  walk({ type: 'root', children: body } as Parent);
  return [...body, ...notes.values()];
}
