import { describe, expect, it } from 'vitest';
import { excerpt, markTerms } from './excerpt.ts';

const content = (...blocks: string[]) => blocks.join('¶');

describe('markTerms', () => {
  it('marks matches in a title', () =>
    expect(markTerms('《三进下党》', ['下党'])).toEqual([{ text: '《三进', hit: false }, { text: '下党', hit: true }, { text: '》', hit: false }]));
});

describe('excerpt', () => {
  it('marks exactly the match, with the punctuation inside it', () => {
    const found = excerpt(content('标题', '他说：“没有调查，没有发言权。”后文'), ['没有调查没有发言权']);
    expect(found?.stretches).toEqual([
      { text: '他说：“', hit: false },
      { text: '没有调查，没有发言权', hit: true },
      { text: '。”后文', hit: false },
    ]);
  });
  it('does not match across blocks', () => {
    expect(excerpt(content('甲乙', '丙丁'), ['乙丙'])).toBeUndefined();
  });
});
