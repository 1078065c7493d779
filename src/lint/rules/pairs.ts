import { memory } from '../memory.ts';
import { gap, passagesOf, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

const partners: Record<string, string> = { '“': '”', '‘': '’', '〈': '〉', '《': '》', '（': '）', '〔': '〕' };
const names: Record<string, string> = { '“': '前引号', '”': '后引号', '‘': '前单引号', '’': '后单引号', '〈': '前单书名号', '〉': '后单书名号', '《': '前书名号', '》': '后书名号', '（': '前括号', '）': '后括号', '〔': '前六角括号', '〕': '后六角括号' };

/** Offsets of marks that lack their partner: what is left open hides its words from the check of quotations. */
function unpaired(text: string): number[] {
  const open: { mark: string; at: number }[] = [];
  const alone: number[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[“”‘’〈〉《》（）〔〕]/g)) {
    // Xi’s: between Latin letters the mark is an apostrophe.
    if (mark === '’' && /[A-Za-z]/.test(text.charAt(at - 1)) && !open.some((other) => other.mark === '‘')) continue;
    if (partners[mark] !== undefined) open.push({ mark, at });
    else {
      const from = open.map((other) => partners[other.mark]).lastIndexOf(mark);
      // （1） and 1） both number a list.
      if (from < 0 && !(mark === '）' && /^[\s\d一二三四五六七八九十]{1,3}$/.test(text.slice(0, at).split(gap).join('')))) alone.push(at);
      if (from >= 0) alone.push(...open.splice(from).slice(1).map((other) => other.at));
    }
  }
  return [...alone, ...open.map(({ at }) => at)].sort((a, b) => a - b);
}

const faultsOf = ({ file, raw, from, text }: Passage): Problem[] =>
  unpaired(text).map((at) => ({ file, ...position(raw, from + at), level: '错误', message: `${names[text.charAt(at)]}没有配对`, hint: '在同一段里补上另一半，或者删去', rule: 'unpaired-mark' }));

const remembered = memory();

/** Quotation marks, title marks and brackets come in pairs within a paragraph, a cell or a field. */
export const pairs: Check = {
  rules: [{ name: 'unpaired-mark', level: '错误', what: '不成对的引号、书名号、括号', exemptible: true }],
  // A registered wording may begin or end within a pair of marks.
  run: (corpus) =>
    [...corpus.texts, ...corpus.entryFiles].filter(({ collection }) => collection !== 'quotes').flatMap((file) => remembered(file, [], () => passagesOf(file).flatMap(faultsOf))),
};
