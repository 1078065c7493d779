import { addDict, pinyin } from 'pinyin-pro';
import type { Place, Term } from '../../../model/entries.ts';
import { norm } from '../../../text/norm.ts';
import type { SearchRecord } from '../reading-text.ts';
import type { Row } from '../suggest/rows.ts';

/** Readings that the dictionary has otherwise: names of places, and words of this library. */
addDict({ 穆棱: 'mu ling', 黄陂: 'huang pi', 都要: 'dou yao', 全意地: 'quan yi de' });

/** Characters of a quotation's opening. */
const opening = 16;
/** Kinds whose titles are suggested; events come last. A quotation is suggested by its opening, a correction not at all. */
const titled = ['学习材料', '案例', '参考文章', '工具表单', '学习方案'];

/** Pinyin of a text's normal form, one syllable a character; figures and letters stand for themselves. Of a person as surnames are read. */
export const syllablesOf = (text: string, person = false): string[] =>
  pinyin(norm(text), { toneType: 'none', type: 'array', v: true, ...(person && { surname: 'head' as const }) }).map((syllable) => norm(syllable.replace(/ü/g, 'v')));

/** The opening of a quotation without quotation marks: whole clauses as far as they fit, else cut and marked as cut. */
export function openingOf(text: string): string {
  const words = text.replace(/[“”‘’「」]/g, '');
  const clauses = words.split(/(?<=[，。；：！？、])/);
  let fitting = '';
  for (const clause of clauses) if (fitting.length + clause.length <= opening + 1 && words.startsWith(fitting + clause)) fitting += clause;
  fitting = fitting.replace(/[，。；：！？、]+$/, '');
  return fitting.length >= 6 || fitting.length >= words.length - 1 ? fitting : `${words.slice(0, opening)}……`;
}

/** What the reader may be about to type, from the records and the names that are registered beside them. */
export function suggestionRows(records: readonly SearchRecord[], terms: readonly Term[], places: readonly Place[], people: readonly string[], text: string): Row[] {
  const rows: Row[] = [];
  const seen = new Set<string>();
  // A part of a sentence is read as the whole is: a word cut in two would be read otherwise.
  const add = (words: string, kind: string, { person = false, whole = words } = {}) => {
    const form = norm(words);
    // A name that the library does not have would lead nowhere.
    if (form.length < 2 || !text.includes(form) || seen.has(`${form} ${kind}`)) return;
    seen.add(`${form} ${kind}`);
    rows.push([words, kind, syllablesOf(whole, person).slice(0, [...form].length).join(' ')]);
  };
  for (const { type, title } of records) if (titled.includes(type)) add(title, type);
  for (const { term, aliases } of terms) for (const name of [term, ...aliases]) add(name, '名词');
  for (const name of people) add(name, '人物', { person: true });
  for (const { name } of places) add(name, '地点');
  for (const { type, title } of records) if (type === '论述') add(openingOf(title), '论述', { whole: title });
  for (const { type, title } of records) if (type === '大事') add(title, '大事');
  return rows;
}
