import { describe, expect, it } from 'vitest';
import type { Quote } from '../../model/entries.ts';
import { gradeOf, quoted, sourceLine } from './words.ts';

const quote: Quote = { id: 'q', text: '当年“三进下党”的场景，我至今还历历在目。', speaker: '习近平', date: '2019-08-04', occasion: '给下党乡乡亲们的回信', verified: 2, sameOrigin: false, sources: ['s'], topics: ['t'], places: [] };

describe('quotations', () => {
  it('turn inner marks into single ones', () => expect(quoted(quote.text)).toBe('“当年‘三进下党’的场景，我至今还历历在目。”'));
  it('say how well they are established', () => {
    expect(gradeOf(quote)).toBe('两处以上独立出处');
    expect(gradeOf({ ...quote, sameOrigin: true })).toBe('多处所见，出于同一来源');
    expect(gradeOf({ ...quote, verified: 1 })).toBe('一处出处');
  });
  it('name speaker, occasion and date', () =>
    expect(sourceLine({ ...quote, relay: '陈增光回忆' })).toBe('习近平（陈增光回忆），给下党乡乡亲们的回信，2019年8月4日'));
});
