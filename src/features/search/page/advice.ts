import { longestQuery } from '../query/terms.ts';
import { isPinyin } from '../suggest/pinyin.ts';

/** What to do when nothing has the very words. */
export function advice(query: string): string {
  if (query.length > longestQuery) return `输入太长，没有查。请留下一段，不超过${longestQuery}字。`;
  if (isPinyin(query)) return '正文里没有这串字母。如果是拼音，请从搜索框下面的词里选。';
  return '没有逐字相同的结果。可以少输几个字，或者用空格隔开记得的几段。';
}
