import { chineseDate } from '../../model/dates.ts';
import type { Quote } from '../../model/entries.ts';

export { insideMarks, quoted } from '../../text/quoted-words.ts';

/** How well the wording is established, in plain words. */
export function gradeOf(quote: Quote): string {
  if (quote.sameOrigin) return '多处所见，出于同一来源';
  return quote.verified === 2 ? '两处以上独立出处' : '一处出处';
}

/** "习近平（陈增光回忆）": the speaker, and who passes the words on. */
export const speakerOf = (quote: Quote): string => (quote.relay ? `${quote.speaker}（${quote.relay}）` : quote.speaker);

/** The date in Chinese, or the recorded reason why there is none. */
export const dateOf = (quote: Quote): string => (quote.date ? chineseDate(quote.date) : (quote.dateNote ?? ''));

/** The line under a quotation: speaker, occasion, date. */
export const sourceLine = (quote: Quote): string => [speakerOf(quote), quote.occasion, dateOf(quote)].filter(Boolean).join('，');
