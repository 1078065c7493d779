import { matches } from '../../text/matches.ts';
import type { Finding } from './finding.ts';

const full: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '.': '。' };
const han = /[\p{Script=Han}〇]/u;
const closing = '”’》）」』';

/** The character that ends before (begins at) a place, also where it takes two units. */
const before = (text: string, at: number): string => (/[\udc00-\udfff]/.test(text.charAt(at - 1)) ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1));
const after = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32);
const isHan = (character: string): boolean => han.test(character);

/** Half-width marks that touch Han characters. Latin text, numbers and addresses have theirs by right. */
function halfWidth(text: string): Finding[] {
  return matches(text, /[,;:!?().]/g).flatMap(({ text: mark, from }): Finding[] => {
    const left = before(text, from);
    const right = after(text, from + 1);
    const behindHan = isHan(left) || (left !== '' && closing.includes(left));
    const wrong = mark === '.' ? behindHan && !/[A-Za-z0-9.]/.test(right) && left !== '.' : behindHan || (mark !== ':' && isHan(right));
    return wrong ? [{ kind: 'marks', from, to: from + 1, message: `汉字旁用了半角的“${mark}”，中文里用全角的“${full[mark]}”。` }] : [];
  });
}

/** Straight quotation marks that touch Han characters. */
function straightQuotes(text: string): Finding[] {
  return matches(text, /["'＂]/g).flatMap(({ text: mark, from }): Finding[] =>
    isHan(before(text, from)) || isHan(after(text, from + 1)) || (mark !== "'" && /[，。：；！？、]/.test(before(text, from) + after(text, from + 1)))
      ? [{ kind: 'marks', from, to: from + 1, message: '用了直引号，中文里外层用“ ”，内层用‘ ’。' }]
      : [],
  );
}

/** Marks of omission typed as full stops, or half as long as they should be. */
function omissions(text: string): Finding[] {
  return matches(text, /\.{3,}|。{2,}|·{3,}|…+/g).flatMap(({ text: mark, from }): Finding[] => {
    if (mark === '……' || !(isHan(before(text, from)) || (closing + '，。').includes(before(text, from) || ' ') || isHan(after(text, from + mark.length)))) return [];
    return [{ kind: 'marks', from, to: from + mark.length, message: `省略号写成了“${mark.length > 6 ? `${mark.slice(0, 6)}等` : mark}”，应作“……”，六个点，占两格。` }];
  });
}

/** Names and figures that were covered up: what a copied text hides, nobody can check. */
function redactions(text: string): Finding[] {
  return matches(text, /[*＊]+|[×✕╳]+|[XxＸｘ]{2,}/g).flatMap(({ text: mark, from }): Finding[] => {
    const left = before(text, from);
    const right = after(text, from + mark.length);
    if (!isHan(left) && !isHan(right)) return [];
    // A single × between two things multiplies or compares; behind a name it covers.
    if (mark === '×' && (isHan(right) || /[0-9]/.test(left + right))) return [];
    const stars = /[*＊]/.test(mark) ? '；若是排版留下的星号，删去' : '';
    return [{ kind: 'redaction', from, to: from + mark.length, message: `有遮盖的地方“${mark.slice(0, 6)}”：查到真名、实数就写上，查不到就不写这一句${stars}。` }];
  });
}

/** Punctuation and covered names, judged by the characters that touch them. */
export const markFindings = (text: string): Finding[] => [...halfWidth(text), ...straightQuotes(text), ...omissions(text), ...redactions(text)];
