import type { Quote } from '../../model/entries.ts';
import { chineseDate } from '../../model/dates.ts';
import { quoted } from '../../text/quoted-words.ts';

/** A quotation with speaker and day, in one line of a feed. */
export const sourceLineOf = (quote: Quote): string => `${quoted(quote.text)}——${[quote.relay ? `${quote.speaker}（${quote.relay}）` : quote.speaker, quote.occasion, quote.date && chineseDate(quote.date)].filter(Boolean).join('，')}`;
