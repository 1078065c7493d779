import type { Corpus } from '../corpus.ts';
import { position, type Problem } from '../problem.ts';

/** What makes a sentence a statement of fact that a machine can see: a date, a year, or a number with its unit. */
const fact = /\d{4}年|\d+月\d+日|\d+(?:\.\d+)?(?:万|亿|元|人|件|批|户|公里|里|小时|岁|个|名|次|亩|条)/;
const mark = /\[\^[^\]]+\]/;
/** A sentence with the closing marks and source marks that belong to it. */
const sentence = /[^。！？；\n|]+(?:[。！？；]+[”’）》]*)?(?:\[\^[^\]]+\])*/g;

/**
 * In lessons and cases a sentence with a date or a figure carries a source mark, or the next mark of its paragraph
 * follows within the same clause chain (；). Headings, questions and component lines are not sentences.
 */
export function unsourcedRule(corpus: Corpus): Problem[] {
  return corpus.texts
    .filter((text) => text.collection === 'lessons' || text.collection === 'cases')
    .flatMap((text) => {
      const problems: Problem[] = [];
      let offset = text.bodyOffset;
      for (const line of text.body.split('\n')) {
        const isProse = !/^\s*(?:#|<|\||\[\^[^\]]+\]:)/.test(line);
        if (isProse)
          for (const match of line.matchAll(sentence)) {
            const words = match[0].replace(/《[^》]*》/g, '').replace(/<Q[^>]*>[\s\S]*?<\/Q>/g, '');
            if (!fact.test(words) || mark.test(match[0])) continue;
            const rest = line.slice(match.index + match[0].length);
            const ends = /[。！？]/.test(match[0].slice(-2));
            if (!ends && mark.test(rest.split(/。/)[0] + (/。((?:\[\^[^\]]+\])*)/.exec(rest)?.[1] ?? ''))) continue;
            problems.push({ file: text.file, ...position(text.raw, offset + match.index), level: '错误', message: '这一句写到时间或数字，没有标出处', hint: '句末加 [^出处编号]；没有出处就不写', rule: 'unsourced' });
          }
        offset += line.length + 1;
      }
      return problems;
    });
}
