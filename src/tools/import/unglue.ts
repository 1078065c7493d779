import { cutStart, numeralOf } from './structure.ts';
import { heading, paragraph, plain, weight, type Block } from './tree.ts';

/** A paragraph longer than this was several before a site ran them together. */
const tooLong = 300;

/** The first `length` characters of a paragraph, and the rest. */
function cut(block: Extract<Block, { type: 'paragraph' }>, length: number): Block[] {
  const words = plain(block);
  return [paragraph(words.slice(0, length)), paragraph(cutStart(block.children, length))].filter((part) => weight(plain(part)) > 0);
}

const sameWord = (a: string | undefined, b: string | undefined) => a === b || (a !== undefined && b !== undefined && /[“”‘’"',，]/.test(a) && /[“”‘’"',，]/.test(b));

/** How many characters two texts share from their start, marks of one kind taken as equal. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && sameWord(a[length], b[length])) length += 1;
  return length;
}

/** Where a paragraph goes over into something else: "……。一、", a byline, the counters of a site. */
function breaks(words: string): number[] {
  const places: number[] = [];
  let number = 0;
  for (const match of words.matchAll(/(?<=[。！？][”’]?)([一二三四五六七八九十]{1,3})、(?=[^、，。]{3})/g))
    if (numeralOf(match[1] ?? '') === number + 1 || numeralOf(match[1] ?? '') === 1) {
      number = numeralOf(match[1] ?? '');
      places.push(match.index);
    }
  // A single "一、" without a "二、" is no list of headings.
  if (places.length === 1) places.length = 0;
  for (const match of words.matchAll(/[（(](?:本文)?作者(?:系|单位|为)|(?<![（(“本文])(?:作者|来源)[:：]|(?:阅读量|浏览量?|点击量)[:：]\s*\d/g)) {
    const before = words.slice(0, match.index);
    // "作者:某某,来源:某报" is one byline; counters after it are none of it.
    if (/^(?:阅读量|浏览|点击)/.test(match[0]) || !/(?:作者|来源)[:：][^。]{0,20}$/.test(before)) places.push(match.index);
  }
  return [...new Set(places)].filter((place) => place > 0).sort((a, b) => a - b);
}

/**
 * Takes apart what a site has run together into one paragraph: a title that goes straight into the text, numbered
 * headings inside a line, a byline and counters at its end.
 */
export function unglue(blocks: readonly Block[]): { blocks: Block[]; remarks: string[] } {
  const remarks: string[] = [];
  const result: Block[] = [];
  const doubles = new Set<Block>();
  for (const block of blocks) {
    if (block.type !== 'paragraph' || plain(block).length < tooLong) {
      result.push(block);
      continue;
    }
    let rest: Block = block;
    const title = result.find((earlier) => {
      const words = plain(earlier).trim();
      const length = sharedStart(words, plain(block).trimStart());
      return (earlier.type === 'heading' || earlier.type === 'paragraph') && words.length <= 60 && length >= 8 && length >= words.length * 0.6;
    });
    if (title) {
      const words = plain(block).trimStart();
      const length = sharedStart(plain(title).trim(), words);
      doubles.add(title);
      result.push(heading(1, words.slice(0, length)));
      rest = paragraph(cutStart(block.children, plain(block).length - words.length + length));
      remarks.push(`题目和正文连在一起，已分开：${words.slice(0, length)}`);
    }
    let done = 0;
    const places = breaks(plain(rest));
    for (const place of places) {
      const [head, tail] = cut(rest as Extract<Block, { type: 'paragraph' }>, place - done);
      if (!head || !tail) continue;
      result.push(head);
      rest = tail;
      done = place;
    }
    if (places.length > 0) remarks.push(`一段里连着${places.length + 1}段，按序号和署名分开`);
    result.push(rest);
  }
  return { blocks: result.filter((block) => !doubles.has(block)), remarks };
}
