import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';
import { pieces } from './norm.ts';

const content = (...blocks: string[]) => blocks.flatMap((block) => [...pieces(block).map((piece) => piece.shown), '¶']).join('\u200b');

describe('excerpt', () => {
  it('marks exactly the match, with the punctuation inside it', () => {
    const found = excerpt(content('标题', '他说：“没有调查，没有发言权。”后文'), ['没有调查没有发言权']);
    expect(found?.stretches).toEqual([
      { text: '他说：“', hit: false },
      { text: '没有调查，没有发言权。”', hit: true },
      { text: '后文', hit: false },
    ]);
  });
  it('does not match across blocks', () => {
    expect(excerpt(content('甲乙', '丙丁'), ['乙丙'])).toBeUndefined();
  });
});
