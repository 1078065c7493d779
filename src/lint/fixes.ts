import { fullWidth } from './rules/wording.ts';
import { gap } from './passages.ts';

/** A safe change in a stretch of words: at `from` stands `before`, `after` should; `rule` is what it satisfies. */
export interface Fix {
  from: number;
  before: string;
  after: string;
  rule: string;
}

const han = String.raw`\p{Script=Han}`;
const beside = String.raw`[${han}“”‘’《》（）、。，]`;
const nextToHan = (text: string, at: number, length = 1): boolean =>
  new RegExp(`${han}[”’》）${gap}]*$`, 'u').test(text.slice(Math.max(0, at - 8), at)) || new RegExp(`^[“‘《（${gap}]*${han}`, 'u').test(text.slice(at + length, at + length + 8));

/** A comma with the space behind it becomes a full-width one without. */
function punctuation(text: string): Fix[] {
  return [...text.matchAll(new RegExp(`([,;:!?])( +(?=${beside}))?`, 'gu'))].flatMap((match): Fix[] => {
    const mark = match[1] ?? '';
    // &ldquo; is one character in a code of its own.
    if (mark === ';' && /&#?\w+$/.test(text.slice(Math.max(0, match.index - 10), match.index))) return [];
    const afterHan = new RegExp(`[${han}”’》）]${gap}*$`, 'u').test(text.slice(Math.max(0, match.index - 8), match.index));
    const beforeHan = mark !== ':' && new RegExp(`^${gap}*${han}`, 'u').test(text.slice(match.index + match[0].length));
    if (!afterHan && !beforeHan) return [];
    return [{ from: match.index, before: match[0], after: fullWidth[mark] ?? mark, rule: 'half-width-punctuation' }];
  });
}

/** Brackets in pairs: both become full-width when either stands beside a Han character. */
function brackets(text: string): Fix[] {
  const open: number[] = [];
  const fixes: Fix[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open.push(at);
    if (text[at] !== ')') continue;
    const from = open.pop();
    if (from === undefined || !(nextToHan(text, from) || nextToHan(text, at))) continue;
    fixes.push({ from, before: '(', after: '（', rule: 'half-width-punctuation' }, { from: at, before: ')', after: '）', rule: 'half-width-punctuation' });
  }
  return fixes;
}

/** Straight marks in even number become pairs, “ ” outside and ‘ ’ inside “ ”; an odd one is left to the author. */
function quotes(text: string): Fix[] {
  return ['"', "'"].flatMap((mark): Fix[] => {
    const places = [...text.matchAll(new RegExp(mark, 'g'))].map(({ index }) => index);
    if (places.length % 2 === 1 || !places.some((at) => nextToHan(text, at))) return [];
    // 's and feet in Latin words are no quotation marks.
    if (places.some((at) => /[A-Za-z0-9]/.test(text[at - 1] ?? '') && /[A-Za-z0-9]/.test(text[at + 1] ?? ''))) return [];
    return places.map((from, at) => {
      const before = text.slice(0, from);
      const inside = before.split('“').length > before.split('”').length;
      const pair = mark === "'" || inside ? '‘’' : '“”';
      return { from, before: mark, after: pair[at % 2] ?? mark, rule: 'straight-quotes' };
    });
  });
}

const matches = (text: string, pattern: RegExp, after: string, rule: string): Fix[] => [...text.matchAll(pattern)].map((match) => ({ from: match.index, before: match[0], after, rule }));

/** All safe changes of a stretch of words, in order. They never overlap. */
export function fixesIn(text: string): Fix[] {
  return [
    ...punctuation(text),
    ...brackets(text),
    ...quotes(text),
    ...matches(text, new RegExp(`(?<=${han})(?:\\.{3,}|。{2,})`, 'gu'), '……', 'ellipsis'),
    ...matches(text, new RegExp(`(?<=${han}) +(?=\\d)|(?<=\\d) +(?=${han})`, 'gu'), '', 'typed-space'),
  ].sort((a, b) => a.from - b.from);
}
