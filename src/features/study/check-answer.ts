import { norm } from '../../text/norm.ts';

/** What a reader hears of an answer. Nothing is counted. */
export interface Verdict {
  right: boolean;
  words: string;
}

/**
 * Compares what was chosen with the right answer, both as letters in a row; the order counts only where it was asked for.
 * Words filled in are compared as the search compares them: width, spaces and punctuation do not matter.
 */
export function check(kind: string, given: string, answer: string): Verdict {
  if (!given.trim()) return { right: false, words: kind === 'blank' ? '先把空着的字填上。' : '先选一项。' };
  if (kind === 'blank') {
    const right = norm(given) === norm(answer);
    return { right, words: right ? '对，与登记的原文相同。' : `不同。原文是“${answer}”。` };
  }
  if (kind === 'multiple') {
    const missing = Array.from(answer).filter((mark) => given.indexOf(mark) < 0);
    const extra = Array.from(given).filter((mark) => answer.indexOf(mark) < 0);
    if (missing.length + extra.length === 0) return { right: true, words: '对，一项不多，一项不少。' };
    return { right: false, words: `还不对：${[missing.length > 0 && `少选了${missing.join('、')}`, extra.length > 0 && `多选了${extra.join('、')}`].filter(Boolean).join('，')}。` };
  }
  if (given === answer) return { right: true, words: '对。' };
  if (kind === 'order') {
    const first = Array.from(answer).findIndex((mark, at) => given.charAt(at) !== mark);
    return { right: false, words: `还不对：从第${first + 1}步起同答案不一样。` };
  }
  return { right: false, words: `不对，答案是${answer}。` };
}
