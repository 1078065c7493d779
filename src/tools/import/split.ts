import { bylineOf, readByline, takeBylines, type Byline } from './byline.ts';
import { normalise, recurrence } from './overlap.ts';
import { cutStart, rankNumber } from './structure.ts';
import { paragraph, plain, weight, type Block } from './tree.ts';

/** One text of an imported file. */
export interface Part {
  title?: string | undefined;
  byline: Byline;
  blocks: Block[];
  /** Why it was taken for a text of its own, and where its title comes from. */
  reasons: string[];
}

/** A text shorter than this is not split off. */
const least = 150;
const numeral = '[一二三四五六七八九十\\d]{1,3}';
const marker = new RegExp(`^[【〖（(\\[]?\\s*(?:(?:篇|范文|例文|文章|材料)${numeral}|第${numeral}篇)\\s*[】〗）)\\]]?\\s*[:：、.]?\\s*(.{0,50})$`);

const sizeOf = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + weight(plain(block)), 0);

/** A short line that ends like a title and is no numbered heading, byline, or list. */
function isTitle(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return false;
  const words = plain(block).trim();
  return weight(words) >= 4 && words.length <= 50 && !/[。；，：！、]$/.test(words) && rankNumber(block) === undefined && !/^[（(]/.test(words) && !bylineOf(block);
}

/** The title at the head of a run-on sentence: what stands before the first stop up to a closing mark, without a comma. */
function gluedTitle(words: string): string | undefined {
  const head = /^[^，,。；;：:！？!?]{0,60}/.exec(words)?.[0] ?? '';
  const ends = [...head.matchAll(/[”》](?=\p{Script=Han})/gu)].map((match) => match.index + 1).filter((end) => end >= 8 && end <= 40);
  return ends.length > 0 ? head.slice(0, ends[ends.length - 1]) : undefined;
}

interface Cut {
  at: number;
  reason: string;
}

/** Where new texts begin, by titles, markers, bylines and numbering. */
function cutsOf(blocks: readonly Block[]): Cut[] {
  const cuts: Cut[] = [];
  const tops = blocks.flatMap((block, at) => (block.type === 'heading' && block.depth === 1 && rankNumber(block) === undefined ? [at] : []));
  if (tops.length > 1) tops.forEach((at) => cuts.push({ at, reason: '一级标题' }));
  let highest = 0;
  blocks.forEach((block, at) => {
    if ((block.type === 'paragraph' || block.type === 'heading') && marker.test(plain(block).trim()) && plain(block).trim().length <= 60) cuts.push({ at, reason: `“${plain(block).trim().slice(0, 12)}”` });
    if (bylineOf(block)) {
      const title = [at - 1, at - 2].find((place) => isTitle(blocks[place]));
      // Under a title a byline opens a text; after the text it closes one.
      if (title !== undefined && title > 0) cuts.push({ at: title, reason: '题目和署名' });
      else if (title === undefined && at > 0 && at + 1 < blocks.length && !bylineOf(blocks[at + 1])) cuts.push({ at: at + 1, reason: '前一篇的署名' });
    }
    const number = rankNumber(block);
    if (number === undefined) return;
    if (number === 1 && highest > 1) {
      let title = at - 1;
      while (title > 0 && !isTitle(blocks[title]) && rankNumber(blocks[title] as Block) === undefined) title -= 1;
      if (isTitle(blocks[title])) cuts.push({ at: title, reason: '序号从“一、”重新开始' });
    }
    highest = number === 1 ? 1 : Math.max(highest, number);
  });
  return cuts;
}

/** Splits a paragraph in which the opening of the text comes back: sites glue essays on one subject together. */
function cutAtRecurrence(blocks: readonly Block[]): { blocks: Block[]; cut?: Cut } {
  const whole = blocks.map((block) => plain(block));
  const found = recurrence(whole);
  const block = found && blocks[found.block];
  if (!found || block?.type !== 'paragraph') return { blocks: [...blocks] };
  const words = plain(block);
  const starts = [0, ...[...words.matchAll(/[。！？][”’]?/g)].map((match) => match.index + match[0].length)];
  const from = starts.filter((start) => start <= found.offset).pop() ?? 0;
  const parts = from > 0 ? [paragraph(words.slice(0, from)), paragraph(cutStart(block.children, from))] : [block];
  const at = found.block + parts.length - 1;
  return { blocks: [...blocks.slice(0, found.block), ...parts, ...blocks.slice(found.block + 1)], cut: { at, reason: `开头的话在这里又出现（${found.length}字相同）` } };
}

/** Title and body of one part. */
function partOf(given: readonly Block[], reason: string | undefined, named: string | undefined): Part {
  const reasons = reason ? [`从${reason}处分开`] : [];
  const { rest, byline } = takeBylines(given);
  const [first, ...others] = rest;
  const marked = first && (first.type === 'paragraph' || first.type === 'heading') ? marker.exec(plain(first).trim()) : null;
  if (marked) {
    if (marked[1]?.trim()) return { title: marked[1].trim(), byline, blocks: others, reasons };
    return isTitle(others[0]) ? { title: plain(others[0] as Block).trim(), byline, blocks: others.slice(1), reasons } : { byline, blocks: others, reasons };
  }
  // A title of the first rank counts before a short line that happens to stand above it.
  const top = rest.findIndex((block) => block.type === 'heading' && block.depth === 1 && rankNumber(block) === undefined);
  if (top > 0 && rest.slice(0, top).every((block) => weight(plain(block)) < 60)) return { title: plain(rest[top] as Block).trim(), byline, blocks: [...rest.slice(0, top), ...rest.slice(top + 1)], reasons };
  if (first && isTitle(first) && (first.type === 'heading' ? first.depth === 1 : others.length > 0)) {
    const words = plain(first).trim();
    const again = others[0] && normalise(plain(others[0])) === normalise(words);
    return { title: words, byline, blocks: again ? others.slice(1) : others, reasons };
  }
  if (named) return { title: named, byline, blocks: rest, reasons };
  const glued = first?.type === 'paragraph' && reason ? gluedTitle(plain(first).trimStart()) : undefined;
  if (glued && first?.type === 'paragraph') {
    reasons.push(`题目是从连着的正文里推测的，请核对`);
    return { title: glued, byline, blocks: [paragraph(cutStart(first.children, plain(first).length - plain(first).trimStart().length + glued.length)), ...others], reasons };
  }
  return { byline, blocks: rest, reasons };
}

/**
 * Splits a file that holds several texts: at titles of the first rank, at "篇一" markers, before a title with a byline,
 * after a closing byline, where numbering begins again under a title, where the opening comes back. `whole` keeps it one.
 */
export function splitParts(given: readonly Block[], { title, byline, whole = false }: { title?: string | undefined; byline?: string | undefined; whole?: boolean } = {}): Part[] {
  const notes = given.filter((block) => block.type === 'footnoteDefinition');
  const body = given.filter((block) => block.type !== 'footnoteDefinition');
  if (whole) {
    const part = partOf(body, undefined, title);
    return [{ ...part, byline: { ...readByline(byline ?? ''), ...part.byline }, blocks: [...part.blocks, ...notes] }];
  }
  let blocks: Block[] = body;
  let cuts = cutsOf(blocks).sort((a, b) => a.at - b.at);
  if (cuts.length === 0) {
    const again = cutAtRecurrence(blocks);
    blocks = again.blocks;
    if (again.cut) cuts = [again.cut];
  }
  const parts: { from: number; reason?: string }[] = [{ from: 0 }];
  for (const { at, reason } of cuts) {
    const from = parts[parts.length - 1]?.from ?? 0;
    if (at > from && sizeOf(blocks.slice(from, at)) >= least && sizeOf(blocks.slice(at)) >= least) parts.push({ from: at, reason });
  }
  return parts.map(({ from, reason }, at) => partOf(blocks.slice(from, parts[at + 1]?.from), reason, parts.length === 1 ? title : undefined)).map((part) => {
    const labels = new Set<string>();
    const walk = (node: object) => {
      if ('type' in node && node.type === 'footnoteReference' && 'identifier' in node) labels.add(String(node.identifier));
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk);
    };
    part.blocks.forEach(walk);
    return { ...part, byline: { ...(parts.length === 1 && readByline(byline ?? '')), ...part.byline }, blocks: [...part.blocks, ...notes.filter((note) => labels.has(note.identifier))] };
  });
}
