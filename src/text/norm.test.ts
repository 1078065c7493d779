import { describe, expect, it } from 'vitest';
import { norm, pieces } from './norm.ts';

describe('norm', () => {
  it.each([
    ['三进下党', '三进下党'],
    ['当年“三进下党”的场景，', '当年三进下党的场景'],
    ['ＡＢ１２ ab', 'ab12ab'],
    ['7.5公里', '75公里'],
    ['从群众中来，到群众中去', '从群众中来到群众中去'],
    ['二〇二三', '二〇二三'],
    ['……', ''],
  ])('%s -> %s', (text, expected) => expect(norm(text)).toBe(expected));
});

describe('pieces', () => {
  it('keeps every character of the original', () => {
    const text = '“没有调查，没有发言权。”（1930年）';
    expect(pieces(text).map((piece) => piece.shown).join('')).toBe(text);
  });
  it('cuts into the same tokens as norm', () => {
    const text = '步行7.5公里，２个多小时；ﬁ';
    expect(pieces(text).map((piece) => piece.token).join('')).toBe(norm(text));
  });
});
