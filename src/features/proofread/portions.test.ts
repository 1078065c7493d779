import { describe, expect, it } from 'vitest';
import { portionsOf } from './portions.ts';

const sentence = '这一段讲办公会上议定的几件事情，一件一件说。';
const long = sentence.repeat(4);

describe('portions', () => {
  it.each([
    ['a short text', '没有'],
    ['nothing', ''],
    ['paragraphs', `${long}\n`.repeat(300)],
    ['one paragraph', sentence.repeat(900)],
    ['no mark at all', '的'.repeat(50_000)],
    ['short lines', '调查研究下基层\n'.repeat(2_000)],
  ])('are the text when joined: %s', (_, text) => {
    const portions = portionsOf(text);
    expect(portions.map((portion) => portion.text).join('')).toBe(text);
    expect(portions.every((portion) => portion.text !== '' && portion.text.length <= 4_000 && text.startsWith(portion.text, portion.from))).toBe(true);
    expect(portions.length).toBeGreaterThanOrEqual(Math.floor(text.length / 4_000));
  });

  it('do not cut a list of short lines before a paragraph comes', () => {
    const list = '- 宣传下基层\n- 调查研究下基层\n- 信访接待下基层\n- 现场办公下基层\n';
    const text = `${long}\n`.repeat(16) + `${list}${long}\n`.repeat(60);
    expect(portionsOf(text).length).toBeGreaterThan(2);
    expect(portionsOf(text).slice(1).every((portion) => !portion.text.startsWith('-'))).toBe(true);
  });

  it('do not cut a sentence', () => expect(portionsOf(sentence.repeat(900)).every((portion) => portion.text.endsWith('。'))).toBe(true));
});
