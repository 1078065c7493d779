import { describe, expect, it } from 'vitest';
import { quotedRuns } from './quoted-runs.ts';

const words = (text: string) => quotedRuns(text).map(({ from, to }) => text.slice(from, to));

describe('quoted runs', () => {
  it.each([
    ['他说：“走。”又说：「好」。', ['走。', '好']],
    ['他说："走。"又说："好"。', ['走。', '好']],
    ['“当年“三进下党”的场景”', ['当年“三进下党”的场景']],
    ['“一个没有关。“另一个关了”完', ['另一个关了']],
    ['写反了“的，还有“好的”', ['好的']],
    ['“一行断\n在句中”', ['一行断\n在句中']],
    ['“前一段没有关。\n后一段有”多的', []],
    ['没有', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('takes any number of marks', () => {
    expect(words('“'.repeat(25_000) + '”'.repeat(25_000))).toHaveLength(1);
  });
});
