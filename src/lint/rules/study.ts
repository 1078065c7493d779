import type { Quote } from '../../model/entries.ts';
import { optionLetters, type Plan, type TestItem } from '../../model/texts.ts';
import { entriesOf, type Corpus, type TextFile } from '../corpus.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

type Report = (path: PropertyKey[], message: string, hint: string) => Problem;

function checkItem(item: Partial<TestItem>, path: PropertyKey[], words: ReadonlyMap<string, string>, report: Report): Problem[] {
  if (item.kind === 'single' || item.kind === 'multiple') {
    const options = Array.isArray(item.options) ? item.options : [];
    const answers = Array.isArray(item.answer) ? item.answer : [];
    const letters: readonly string[] = optionLetters.slice(0, options.length);
    const beyond = answers.flatMap((answer, at) =>
      letters.includes(answer) ? [] : [report([...path, 'answer', at], `答案“${answer}”不在选项里`, `这一题有 ${options.length} 个选项：${letters.join('、')}`)],
    );
    const twice = answers.flatMap((answer, at) => (answers.indexOf(answer) < at ? [report([...path, 'answer', at], `答案“${answer}”写了两次`, '每个答案只写一次')] : []));
    return [...beyond, ...twice, ...repeated(options, path, report)];
  }
  if (item.kind === 'order') return repeated(Array.isArray(item.options) ? item.options : [], path, report);
  if (item.kind === 'blank' && item.quote !== undefined && item.hide !== undefined) {
    const text = words.get(item.quote);
    if (text === undefined || text.includes(item.hide)) return [];
    return [report([...path, 'hide'], `“${item.hide}”不是论述“${item.quote}”中连续的一段`, `登记的是：${text}`)];
  }
  return [];
}

const repeated = (options: readonly string[], path: PropertyKey[], report: Report): Problem[] =>
  options.flatMap((option, at) => (options.indexOf(option) < at ? [report([...path, 'options', at], `选项“${option}”重复`, '每个选项各不相同')] : []));

function checkTest(text: TextFile, words: ReadonlyMap<string, string>): Problem[] {
  const items = (text.data.value as { test?: unknown } | undefined)?.test;
  if (!Array.isArray(items)) return [];
  const report: Report = (path, message, hint) => ({ file: text.file, ...text.data.at(path), level: '错误', message, hint, rule: 'study' });
  return items.flatMap((item: Partial<TestItem> | null, at) => checkItem(item ?? {}, ['test', at], words, report));
}

function checkPlans(corpus: Corpus): Problem[] {
  return entriesOf<Plan>(corpus, 'plans').flatMap(({ file, index, value }): Problem[] => {
    const steps = Array.isArray(value.agenda) ? value.agenda : [];
    const sum = steps.reduce((total, step) => total + (Number(step?.minutes) || 0), 0);
    if (typeof value.minutes !== 'number' || sum === value.minutes) return [];
    return [{ file: file.file, ...file.data.at([index, 'minutes']), level: '错误', message: `总时长写 ${value.minutes} 分钟，各步相加是 ${sum} 分钟`, hint: '改总时长，或改 agenda 里各步的 minutes', rule: 'study' }];
  });
}

/** What the reader is asked can be answered, and what the leader is promised fits into the hour. */
export const study: Check = {
  rules: [{ name: 'study', level: '错误', what: '自测题的答案在选项里、填空取自引文，学习方案各步时间相加等于总时长' }],
  run: (corpus) => {
    const words = new Map(entriesOf<Quote>(corpus, 'quotes').map(({ value }) => [value.id, value.text ?? '']));
    return [...corpus.texts.flatMap((text) => checkTest(text, words)), ...checkPlans(corpus)];
  },
};
