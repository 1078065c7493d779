import { allPassages, gap, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

const partners: Record<string, string> = { '“': '”', '《': '》', '（': '）', '〔': '〕' };
const names: Record<string, string> = { '“': '前引号', '”': '后引号', '《': '前书名号', '》': '后书名号', '（': '前括号', '）': '后括号', '〔': '前六角括号', '〕': '后六角括号' };
const closers = new Set(Object.values(partners));

/** Offsets of marks that lack their partner: what is left open hides its words from the check of quotations. */
function unpaired(text: string): number[] {
  const open: { mark: string; at: number }[] = [];
  const alone: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (partners[mark] !== undefined) open.push({ mark, at });
    else if (closers.has(mark)) {
      const from = open.map((other) => partners[other.mark]).lastIndexOf(mark);
      // （1） and 1） both number a list.
      if (from < 0 && !(mark === '）' && /^[\s\d一二三四五六七八九十]{1,3}$/.test(text.slice(0, at).split(gap).join('')))) alone.push(at);
      if (from >= 0) alone.push(...open.splice(from).slice(1).map((other) => other.at));
    }
  }
  return [...alone, ...open.map(({ at }) => at)].sort((a, b) => a - b);
}

const isRegister = (passage: Passage): boolean => passage.collection === 'quotes';

/** Quotation marks, title marks and brackets come in pairs within a paragraph, a cell or a field. */
export const pairs: Check = {
  rules: [{ name: 'unpaired-mark', level: '错误', what: '不成对的引号、书名号、括号', exemptible: true }],
  run: (corpus) =>
    allPassages(corpus)
      .filter((passage) => !isRegister(passage))
      .flatMap(({ file, raw, from, text }) =>
        unpaired(text).map((at): Problem => {
          const mark = text.charAt(at);
          return { file, ...position(raw, from + at), level: '错误', message: `${names[mark]}没有配对`, hint: '在同一段里补上另一半，或者删去', rule: 'unpaired-mark' };
        }),
      ),
};
