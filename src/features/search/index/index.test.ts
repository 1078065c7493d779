import { describe, expect, it } from 'vitest';
import { gap, type StoredRecord } from './format.ts';
import { cover, meet, readShard, shardOf } from './read.ts';
import { layOut } from './layout.ts';
import { writeShards } from './write.ts';

/** A text of few characters, so that pairs repeat, with some outside the basic plane. */
function sample(length: number, seed: number): string {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x80000000;
  return Array.from({ length }, () => (next() < 0.04 ? gap : [...'四下基层党群众来到𠮷里a1'][Math.floor(next() * 14)])).join('') + gap;
}

const lookUp = (shards: Uint8Array[], firsts: string, phrase: string) =>
  meet(cover(phrase).map(({ pair, offset }) => ({ offset, places: readShard(shards[shardOf(firsts, pair)] ?? new Uint8Array(0)).get(pair) ?? new Uint32Array(0) })));

const everywhere = (text: string, phrase: string) => {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
};

describe('index', () => {
  it('finds a phrase at every place where it stands and at no other', () => {
    const text = sample(30_000, 11);
    const { shards, firsts } = writeShards(text);
    expect(shards.length).toBeGreaterThan(5);
    expect(firsts.length).toBe(shards.length * 2);
    for (let at = 0; at < 400; at += 1) {
      const from = (at * 71) % (text.length - 12);
      const phrase = text.slice(from, from + 2 + (at % 9));
      if (phrase.includes(gap)) continue;
      expect([...lookUp(shards, firsts, phrase)], phrase).toEqual(everywhere(text, phrase));
    }
    expect([...lookUp(shards, firsts, '无此')]).toEqual([]);
    expect([...lookUp(shards, firsts, '\uffff\uffff')]).toEqual([]);
  });

  it('covers every character of a phrase, and leaves out what costs much', () => {
    const phrase = '一二三四五六七';
    for (const dear of ['', '一二', '三四', '四五', '六七']) {
      const parts = cover(phrase, (pair) => (pair === dear ? 50 : 1));
      expect(new Set(parts.flatMap(({ offset }) => [offset, offset + 1])).size, dear).toBe(phrase.length);
      expect(parts.every(({ pair, offset }) => phrase.startsWith(pair, offset))).toBe(true);
      expect(parts.some(({ pair }) => pair === dear), dear).toBe(dear === '一二' || dear === '六七');
    }
    expect(cover(phrase)).toHaveLength(4);
    expect(cover('一二')).toEqual([{ pair: '一二', offset: 0 }]);
    expect(cover('一二三').map(({ pair }) => pair)).toEqual(['一二', '二三']);
  });

  it('refuses a file that was cut, changed or replaced by something else', () => {
    const [shard = new Uint8Array(0)] = writeShards(sample(3_000, 5)).shards;
    expect(readShard(shard).size).toBeGreaterThan(3);
    const changed = shard.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    for (const wrong of [shard.slice(0, -1), changed, new TextEncoder().encode('<!doctype html>'), new Uint8Array(0)]) expect(() => readShard(wrong)).toThrow('damaged');
  });

  it('lays a record out as title, headings, body, and refuses one whose title nobody can see', () => {
    const record: StoredRecord = { url: '/x/', title: '《三进下党》', note: '', blocks: [['导语。', ''], ['三进下党', '', 1], ['正文，', 'p1'], ['经过', 's1', 1]] };
    expect(layOut([record])).toEqual({ text: '三进下党\n经过\n导语\n正文\n', extents: { title: [5], headings: [3], body: [6] } });
    expect(() => layOut([{ ...record, title: '别的' }])).toThrow('/x/');
  });
});
