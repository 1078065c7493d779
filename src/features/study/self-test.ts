import { optionLetters, type TestItem } from '../../model/texts.ts';

/** The word readers use for each kind of question. */
export const kindNames: Record<TestItem['kind'], string> = { single: '单选', multiple: '多选', truth: '判断', order: '排序', blank: '填空' };

const letter = (at: number): string => optionLetters[at] ?? '';

/**
 * FNV-1a and a last mixing step, without which texts that differ in one character keep their order: a number that
 * depends on nothing but the text, so that every build and every reader gets the same one.
 */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * The places of the options of an ordering question as readers see them: shown[0] is the index of the option that
 * stands first. Authors write the right order, so it is never that one, and it changes only when the text does.
 */
export function shownOrder(question: string, options: readonly string[]): number[] {
  const order = options
    .map((option, at) => ({ at, key: hash(`${question}\n${option}`) }))
    .sort((a, b) => a.key - b.key || a.at - b.at)
    .map(({ at }) => at);
  // The right order by chance: move the first to the end, which no list of two or more survives unchanged.
  return order.every((at, place) => at === place) ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** The words before and after the hidden part of a quotation. Throws unless it stands there once: readers must be able to tell which word is meant. */
export function blanked(text: string, hide: string): { before: string; blank: string; after: string } {
  const at = text.indexOf(hide);
  if (at < 0) throw new Error(`自测填空要藏的“${hide}”不是引文“${text}”中的连续一段`);
  if (text.indexOf(hide, at + 1) >= 0) throw new Error(`自测填空要藏的“${hide}”在引文“${text}”里不止一处，多藏几个字`);
  return { before: text.slice(0, at), blank: '＿'.repeat(Math.max(2, [...hide].length)), after: text.slice(at + hide.length) };
}

/** An option as it is shown. */
export interface ShownOption {
  /** What marks it: a letter, or 对, 错. */
  mark: string;
  text: string;
}

/** The options of a question in the order in which readers see them; a blank has none. */
export function shownOptions(item: TestItem): ShownOption[] {
  if (item.kind === 'blank') return [];
  if (item.kind === 'truth') return ['对', '错'].map((mark) => ({ mark, text: '' }));
  const order = item.kind === 'order' ? shownOrder(item.question, item.options) : item.options.map((_, at) => at);
  return order.map((at, place) => ({ mark: letter(place), text: item.options[at] ?? '' }));
}

/** The answer as readers see it. Throws when it names an option that is not there. */
export function answerOf(item: TestItem): string {
  if (item.kind === 'blank') return item.hide;
  if (item.kind === 'truth') return item.answer ? '对' : '错';
  if (item.kind === 'order') {
    const shown = shownOrder(item.question, item.options);
    return item.options.map((_, right) => letter(shown.indexOf(right))).join('→');
  }
  const beyond = item.answer.find((mark) => optionLetters.indexOf(mark) >= item.options.length);
  if (beyond) throw new Error(`自测“${item.question}”只有${item.options.length}个选项，答案却写了${beyond}`);
  return [...new Set(item.answer)].sort().join('、');
}

/** What a script would compare a reader's choice with: letters in a row, 对 or 错, or the hidden word. */
export const answerKey = (item: TestItem): string => answerOf(item).replace(/[、→]/g, '');
