import { entriesOf } from '../corpus.ts';
import { fingerprint as printOf, vouchedOf, type CheckedQuote } from '../fingerprint.ts';
import type { Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

/** A quotation whose words, grade or sources changed after its check is not what was checked. */
export const fingerprint: Check = {
  rules: [{ name: 'fingerprint', level: '错误', what: '引文的文字、等级、出处改过以后有没有重新核对' }],
  run: (corpus) =>
    entriesOf<CheckedQuote>(corpus, 'quotes').flatMap(({ file, index, value }): Problem[] => {
      const vouched = vouchedOf(value);
      if (!vouched) return [];
      const problem = (field: string, message: string, hint: string): Problem => ({ file: file.file, ...file.data.at([index, field]), level: '错误', message, hint, rule: 'fingerprint' });
      const command = `npm run check-quotes -- ${value.id}`;
      if (!value.checked) return [problem('text', `论述“${value.id}”没有核对记录`, `对照出处核实文字，再运行 ${command}`)];
      if (value.checked.print === printOf(vouched)) return [];
      return [problem('text', `论述“${value.id}”核对以后又改过文字、等级或出处`, `对照出处重新核实，再运行 ${command}；它会并列新旧文字。改错了就改回去`)];
    }),
};
