const han = String.raw`\p{Script=Han}`;
const near = String.raw`[${han}“”‘’《》（）、，。；：]`;

/** Names that someone has covered: stars, crosses, boxes beside Chinese words. */
const covered = new RegExp(`(?<=${near}|^)(?:\\*+|[×✕╳Xx]{2,}|[□■▇█◇]{2,}|(?<![零一二三四五六七八九十〇○])○{2,}(?![零一二三四五六七八九〇○])|＊+|※{2,})(?=${near}|$)|(?<=${near}|^)(?:\\*+|＊+|[×✕╳]{2,})|(?:\\*+|＊+|[×✕╳]{2,})(?=${near})|某{2,}(?=[省市县区乡镇村])|(?<!\\p{L})[Xx×]{1,3}(?=[省市县区乡镇村局]${han})`, 'gu');

/** What stands in the place of a covered name until its author fills it. */
export const coveredMark = (found: string): string => `〔待写：遮盖${[...found].length > 1 ? `${[...found].length}字` : ''}〕`;

/** Replaces covered names by a mark that the content check refuses, and counts them. */
export function markRedactions(words: string): { words: string; count: number } {
  let count = 0;
  const marked = words.replace(covered, (found) => {
    count += 1;
    return coveredMark(found);
  });
  return { words: marked, count };
}
