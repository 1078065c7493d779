import type { Segment } from '../../text/difference.ts';
import { norm } from '../../text/norm.ts';
import type { Finding as Match, QuotationIndex } from '../../text/quotation-index.ts';
import { quotedRuns } from '../../text/quoted-runs.ts';
import type { KnownQuotation } from './data.ts';
import type { Finding } from './finding.ts';

/** Unmarked words fewer than this that a quotation has too are common speech; saying "exact" would be noise. */
const shortestUnmarked = 12;
/** In quotation marks, Han characters from this number on look like a quotation. */
const shortestQuoted = 8;
const openers = '“‘《（「『';
const closers = '”’》）」』';

/** A stretch of a registered text with the marks that belong to its first and last characters. */
export function wordingOf({ text }: KnownQuotation, from: number, to: number): string {
  while (openers.includes(text.charAt(from - 1) || ' ')) from -= 1;
  while (closers.includes(text.charAt(to) || ' ')) to += 1;
  if (from === 0 && /^[。！？]?$/.test(text.slice(to))) return text;
  return text.slice(from, to);
}

/** "少“还”，多“的”，“情”应作“场”": the changes in words, four at most. */
export function changesInWords(segments: readonly Segment[]): string {
  const parts: string[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at];
    const next = segments[at + 1];
    if (!segment || segment.kind === 'same') continue;
    if (segment.kind === 'missing' && next?.kind === 'extra') {
      parts.push(`“${next.text}”应作“${segment.text}”`);
      at += 1;
    } else parts.push(`${segment.kind === 'missing' ? '少' : '多'}“${segment.text}”`);
  }
  const told = Array.from(new Set(parts)).slice(0, 4);
  return `${told.join('，')}${parts.length > told.length ? `，共${parts.length}处` : ''}`;
}

function messageOf(match: Match): string {
  const fit = match.marked ? '' : '这里没有加引号，若是引用，请照原文。';
  if (match.kind === 'order') return `各分句的次序与登记的文字不同。${fit}`;
  if (match.kind === 'near') return `与登记的文字不同：${changesInWords(match.difference)}。${fit}`;
  if (match.kind === 'punctuation') return `字与登记的相同，标点不同：${changesInWords(match.difference)}。`;
  const also = match.others.length > 0 ? `另有${match.others.length}条论述含有同样的字句。` : '';
  if (match.kind === 'exact') return `逐字相符。${also}`;
  return `${match.omission ? '节引，有省略，各部分逐字相符，次序相同。' : '节引，逐字相符。'}${also}`;
}

/** What the text has of the registered quotations. */
export function quotationFindings(text: string, index: QuotationIndex, known: ReadonlyMap<string, KnownQuotation>): Finding[] {
  return index.scan(text).flatMap((match): Finding[] => {
    const quotation = known.get(match.id);
    if (!quotation || (match.kind === 'excerpt' && !match.marked && match.to - match.from < shortestUnmarked)) return [];
    const kind = match.kind === 'near' || match.kind === 'order' ? 'differs' : match.kind === 'punctuation' ? 'punctuation' : 'exact';
    const right = match.kind === 'order' ? quotation.text : wordingOf(quotation, match.quoteFrom, match.quoteTo);
    return [
      {
        kind,
        from: match.from,
        to: match.to,
        message: messageOf(match),
        right,
        source: quotation.source,
        quote: quotation.id,
        ...(kind !== 'exact' && match.kind !== 'order' && { difference: match.difference }),
        ...(kind === 'differs' && quotation.note && { note: quotation.note }),
      },
    ];
  });
}

/** Quoted words that look like a quotation and are none of ours. `covered` are places that have been spoken of. */
export function unknownFindings(text: string, covered: readonly { from: number; to: number }[], index: QuotationIndex, known: ReadonlyMap<string, KnownQuotation>, isName: (form: string) => boolean): Finding[] {
  return quotedRuns(text).flatMap(({ from, to }): Finding[] => {
    const words = text.slice(from, to);
    if ((words.match(/\p{Script=Han}/gu) ?? []).length < shortestQuoted || isName(norm(words))) return [];
    const spoken = covered.reduce((sum, place) => sum + Math.max(0, Math.min(place.to, to) - Math.max(place.from, from)), 0);
    if (spoken >= words.length / 2) return [];
    const [near] = index.nearest(words);
    const quotation = near && known.get(near.id);
    const unknown: Finding = { kind: 'unknown', from, to, message: '库中未收，不等于错，请到原文核对。' };
    if (!quotation || near.similarity < 0.6) return [unknown];
    return [{ ...unknown, message: `${unknown.message}库中最像的一条（相似${Math.round(near.similarity * 100)}%）列在这里，供比较。`, right: quotation.text, source: quotation.source, quote: quotation.id }];
  });
}
