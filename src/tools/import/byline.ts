import { plain, weight, type Block } from './tree.ts';

/** Who wrote a text and where it stood, as far as the input says. */
export interface Byline {
  author?: string | undefined;
  /** What the input says of the author: office, unit. */
  about?: string | undefined;
  origin?: string | undefined;
  date?: string | undefined;
}

const clean = (words: string | undefined) => words?.replace(/^[\s:：,，、]+|[\s,，、。;；)）]+$/g, '') || undefined;

/** Reads a byline: "作者:甲,来源:《乙报》", "（作者系某县县委书记）", "来源：某网 2020年1月2日". Undefined if the words are none. */
export function readByline(words: string): Byline | undefined {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length > 120 || weight(line) === 0) return undefined;
  const about = clean(/[（(](?:本文)?作者(?:系|单位|为)[:：]?([^）)]+)[）)]/.exec(line)?.[1]);
  const author = clean(/(?:^|[\s,，;；)）])(?:本报记者|作者|撰稿|供稿|文)[:：\s/]\s*([\p{L}·、 ]{2,20}?)(?=\s*(?:来源|时间|日期|发布|$|[,，;；)）（(]|\d))/u.exec(line)?.[1]);
  const origin = clean(/(?:来源|出处|原载|摘自|转自)(?:[:：]\s*|(?=《))(《[^》]+》[^,，;；\s）)]{0,12}|[^,，;；\s）)（(]{2,24})/.exec(line)?.[1]);
  const date = clean(/\d{4}\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[-./]\d{1,2}[-./]\d{1,2})/.exec(line)?.[0]);
  if (!about && !author && !origin) return undefined;
  // A sentence of the text may speak of sources; a byline is little else.
  const said = [about, author, origin, date].reduce((sum, part) => sum + weight(part ?? ''), 0);
  if (weight(line) - said > 24) return undefined;
  return { ...(author && { author }), ...(about && { about }), ...(origin && { origin }), ...(date && { date }) };
}

/** The byline of a block, if it is one. */
export const bylineOf = (block: Block | undefined): Byline | undefined => (block?.type === 'paragraph' ? readByline(plain(block)) : undefined);

/** Takes the bylines off the head and the foot of a text. */
export function takeBylines(blocks: readonly Block[]): { rest: Block[]; byline: Byline } {
  const taken = new Set<Block>();
  const byline: Byline = {};
  const edges = [...blocks.slice(0, 4), ...blocks.slice(-4)];
  for (const block of edges) {
    const found = bylineOf(block);
    if (!found) continue;
    taken.add(block);
    Object.assign(byline, { ...found, ...byline });
  }
  return { rest: blocks.filter((block) => !taken.has(block)), byline };
}
