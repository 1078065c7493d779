import { describe, expect, it } from 'vitest';
import { parseAddress } from './address.ts';
import { clockWords, elapsed, fresh, halted, minutesOver, started, stopped } from './time.ts';
import { namesFrom, readerAfter, readerAt } from './turns.ts';

describe('the address', () => {
  it('names an item, a basket in a link, or that of the device, whatever applications add', () => {
    expect(parseAddress('?lessons/overview')).toEqual({ item: 'lessons/overview', link: '', notes: false, key: 'lessons/overview' });
    expect(parseAddress('?plans%2Fhalf-day=&from=singlemessage').item).toBe('plans/half-day');
    expect(parseAddress('?plans/half-day&role=notes').notes).toBe(true);
    expect(parseAddress('?b=100.2.abc')).toMatchObject({ item: '', link: '100.2.abc', key: 'basket:100.2.abc' });
    expect(parseAddress('?basket').key).toBe('basket');
    for (const wrong of ['', '?', '?../x', '?lessons/', '?%E0%A4%A', '?lessons/Über']) expect(parseAddress(wrong).key).toBe('');
  });
});

describe('turns', () => {
  const names = namesFrom('张三、李四\n王五  ');

  it('pass on with the paragraphs, and back again', () => {
    expect(names).toEqual(['张三', '李四', '王五']);
    expect([0, 1, 2, 3].map((ordinal) => readerAt(names, ordinal, 1, 0))).toEqual(['张三', '李四', '王五', '张三']);
    expect([0, 1, 2, 3].map((ordinal) => readerAt(names, ordinal, 2, 0))).toEqual(['张三', '张三', '李四', '李四']);
  });

  it('shift for all that follow when one is skipped, also backwards', () => {
    expect([0, 1].map((ordinal) => readerAt(names, ordinal, 1, 1))).toEqual(['李四', '王五']);
    expect(readerAt(names, 0, 1, -1)).toBe('王五');
    expect(readerAfter(names, 0, 2, 0)).toBe('李四');
    expect([readerAt([], 0, 1, 0), readerAt(names, -1, 1, 0), readerAfter(['张三'], 0, 1, 0)]).toEqual(['', '', '']);
  });
});

describe('the clock', () => {
  it('goes, halts, goes on, and starts anew on another day', () => {
    const going = started(stopped, 1000);
    expect(elapsed(going, 61_000)).toBe(60_000);
    const still = halted(going, 61_000);
    expect(elapsed(still, 999_999)).toBe(60_000);
    expect(elapsed(started(still, 100_000), 110_000)).toBe(70_000);
    expect(fresh(going, 13 * 3_600_000)).toEqual(stopped);
    expect(fresh(going, 3_600_000)).toBe(going);
    expect(started(going, 5000)).toBe(going);
  });

  it('speaks in minutes and hours', () => {
    expect([clockWords(0), clockWords(75_000), clockWords(3_725_000)]).toEqual(['0:00', '1:15', '1:02:05']);
    expect([minutesOver(5 * 60_000, 5), minutesOver(7 * 60_000 + 1, 5), minutesOver(0, 5)]).toEqual([0, 2, 0]);
  });
});
