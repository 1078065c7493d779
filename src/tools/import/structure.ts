import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import { heading, paragraph, plain, text, weight, type Block } from './tree.ts';

const numerals = '一二三四五六七八九十';
/** What numbers a heading of the first and of the second rank; the site numbers its headings itself. */
const firstRank = new RegExp(`^第?([${numerals}]{1,3})(?:、|[.．](?!\\d)|(?:部分|章|节)[\\s:：]*)\\s*`);
const secondRank = new RegExp(`^[（(]([${numerals}]{1,3})[）)][、.．]?\\s*`);

/** The value of a Chinese numeral up to 99. */
export function numeralOf(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words];
  const digit = (char: string | undefined) => (char ? numerals.indexOf(char) + 1 : 0);
  return tens === '0' ? digit(ones) : (tens ? digit(tens) : 1) * 10 + digit(ones);
}

/** The number of a heading of the first rank ("二、" is 2), whatever the block is now. */
export const rankNumber = (block: Block): number | undefined => {
  const found = block.type === 'paragraph' || block.type === 'heading' ? firstRank.exec(plain(block).trim()) : null;
  return found ? numeralOf(found[1] ?? '') : undefined;
};

const isBold = (children: readonly PhrasingContent[]) => children.every((child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''));

/** Cuts the first `length` characters off inline content. */
export function cutStart(children: readonly PhrasingContent[], length: number): PhrasingContent[] {
  let left = length;
  return children.flatMap((child): PhrasingContent[] => {
    if (left <= 0) return [child];
    if (child.type === 'text') {
      const rest = child.value.slice(left);
      left -= Math.min(left, child.value.length);
      return rest ? [text(rest)] : [];
    }
    if ('children' in child) {
      const size = plain(child).length;
      const rest = size <= left ? [] : cutStart(child.children, left);
      left -= Math.min(left, size);
      return rest.length > 0 ? [{ ...child, children: rest } as PhrasingContent] : [];
    }
    return [child];
  });
}

const unstrong = (children: readonly PhrasingContent[]): PhrasingContent[] => children.flatMap((child) => (child.type === 'strong' ? child.children : [child]));

/** A numbered paragraph as heading, or as heading and the text that runs on after its first sentence. */
function numbered(block: Block): Block[] | undefined {
  if (block.type !== 'paragraph') return undefined;
  const words = plain(block);
  const lead = words.length - words.trimStart().length;
  const first = firstRank.exec(words.trimStart());
  const match = first ?? secondRank.exec(words.trimStart());
  if (!match) return undefined;
  const start = lead + match[0].length;
  const [, sentence, body = ''] = /^([^。！？\n]{2,40}(?:$|[。！？][”’]?))([\s\S]*)$/.exec(words.slice(start).trimEnd()) ?? [];
  // A sentence that runs straight into another few words is prose that happens to begin with a number.
  if (!sentence || (weight(body) > 0 && weight(body) < 20)) return undefined;
  const title = sentence.replace(/。([”’]?)$/, '$1').trim();
  return [heading(first ? 2 : 3, title), ...(weight(body) > 0 ? [paragraph(cutStart(block.children, start + sentence.length))] : [])];
}

/** Paragraphs "1. …", "2. …" and "- …" in a row are a list; one alone stays what it is. */
function lists(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  const mark = (block: Block) => (block.type === 'paragraph' ? /^\s*(?:(\d{1,2})[.、．)）](?!\d)|([-•●·▪◆■](?=\s|\p{Script=Han})|\*(?=\s)))\s*/u.exec(plain(block)) : null);
  for (let at = 0; at < blocks.length; at += 1) {
    const items: ListItem[] = [];
    const ordered = Boolean(mark(blocks[at] as Block)?.[1]);
    let next = at;
    for (; next < blocks.length; next += 1) {
      const block = blocks[next] as Block;
      const found = mark(block);
      if (!found || block.type !== 'paragraph' || Boolean(found[1]) !== ordered || (ordered && Number(found[1]) !== items.length + 1)) break;
      items.push({ type: 'listItem', spread: false, children: [paragraph(cutStart(block.children, found[0].length))] as BlockContent[] });
    }
    if (items.length >= 2) {
      result.push({ type: 'list', ordered, start: 1, spread: false, children: items });
      at = next - 1;
    } else result.push(blocks[at] as Block);
  }
  return result;
}

/**
 * Finds headings and lists that are only typed ("一、……", bold lines, "1. ……"), and brings all headings to the two ranks
 * that the site has. Deeper ones become bold lines.
 */
export function structure(given: readonly Block[]): Block[] {
  const found = lists(given).flatMap((block): Block[] => {
    const split = numbered(block);
    if (split) return split;
    const words = plain(block).trim();
    if (block.type === 'paragraph' && isBold(block.children) && weight(words) >= 2 && weight(words) <= 24 && !/[。；，：！？]$/.test(words)) return [heading(3, unstrong(block.children))];
    if (block.type === 'heading') {
      const number = (firstRank.exec(words) ?? secondRank.exec(words) ?? /^\d{1,2}[.、]\s*/.exec(words))?.[0] ?? '';
      return [heading(block.depth, cutStart(unstrong(block.children), plain(block).indexOf(number) + number.length))];
    }
    return [block];
  });
  const depths = [...new Set(found.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])))].sort();
  return found.map((block): Block => {
    if (block.type !== 'heading') return block;
    const rank = depths.indexOf(block.depth);
    return rank <= 1 ? { ...block, depth: (rank + 2) as 2 | 3 } : paragraph([{ type: 'strong', children: block.children }]);
  });
}
