import { describe, expect, it } from 'vitest';
import { breaksOf, cutUp } from './breaks.ts';

const sentences = '他说：“先看路。”又说：“钱不够，就分两年。”第二天定了4.8万元。会后，一行人走回去。';
const whole = [sentences.length];

/** The screens as text, when each has room for `room` characters. */
const screens = (text: string, room: number, ends: number[] = [text.length]) => cutUp(breaksOf(text, ends), (from, to) => to - from <= room).map(([from, to]) => text.slice(from, to));

describe('where a text may be cut', () => {
  it('is after sentences with their closing marks, never before a mark or inside a number', () => {
    const bySentence = breaksOf(sentences, whole).filter(({ rank }) => rank <= 1).map(({ at }) => sentences.slice(0, at).slice(-3));
    expect(bySentence).toEqual(['路。”', '年。”', '万元。', '回去。']);
    const any = breaksOf(sentences, whole).map(({ at }) => sentences.charAt(at));
    for (const mark of '。，”') expect(any).not.toContain(mark);
    expect(breaksOf('共4.8万元', [6]).map(({ at }) => at)).not.toContain(2);
    expect(breaksOf('𠮷野', [3]).map(({ at }) => at)).toEqual([2, 3]);
  });
});

describe('screens', () => {
  it('lose nothing, hold no more than fits, and end with sentences where they can', () => {
    for (const room of [4, 7, 12, 20, 33, 100]) {
      const cut = screens(sentences, room);
      expect(cut.join('')).toBe(sentences);
      for (const screen of cut) expect(screen.length).toBeLessThanOrEqual(room);
    }
    expect(screens(sentences, 26)).toEqual(['他说：“先看路。”又说：“钱不够，就分两年。”', '第二天定了4.8万元。会后，一行人走回去。']);
  });

  it('are even: no last screen with a few words', () => {
    const text = '一二三四五六七八九。'.repeat(10);
    expect(screens(text, 80).map(({ length }) => length)).toEqual([50, 50]);
  });

  it('end with a block rather than inside the next one', () => {
    const text = '第一条要做的事。再说一句话。第二条。也要再说一句。';
    expect(screens(text, 18, [14, 24])[0]).toBe('第一条要做的事。再说一句话。');
  });

  it('come to an end where nothing fits', () => {
    expect(screens('一二三', 0)).toEqual(['一', '二', '三']);
  });
});
