import { describe, expect, it } from 'vitest';
import { cover, filesOf, spotOf } from './cover.ts';
import { FetchedSource } from './fetched-source.ts';
import { catalogueFile, commonFile, gap, partFile, shardFile, type StoredRecord } from './format.ts';
import { readShard } from './read.ts';
import { layOut } from './layout.ts';
import { writeShards } from './write.ts';

/** A text of few characters, so that pairs repeat, with some outside the basic plane. */
function sample(length: number, seed: number): string {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x80000000;
  return Array.from({ length }, () => (next() < 0.04 ? gap : [...'四下基层党群众来到𠮷里a1'][Math.floor(next() * 14)])).join('') + gap;
}

/** Asks the index of a text, as its files would be fetched; `asked` are the files that were. */
function indexOf(text: string, most?: number) {
  const { shards, firsts, common } = writeShards(text, most);
  const catalogue = { shards: firsts, common: { pairs: common.map(({ pair }) => pair).join(''), parts: common.map(({ after }) => after.length) } };
  const files = new Map<string, BodyInit>([[catalogueFile, JSON.stringify(catalogue)]]);
  shards.forEach((shard, at) => files.set(shardFile(at), shard.slice()));
  common.forEach(({ whole, before, after }, at) => {
    files.set(commonFile(at), whole.slice());
    for (const [side, parts] of [['before', before], ['after', after]] as const) parts.forEach((part, number) => files.set(partFile(at, side, number), part.slice()));
  });
  const asked: string[] = [];
  const open = () =>
    new FetchedSource('', (file) => {
      asked.push(file);
      return Promise.resolve(new Response(files.get(file) ?? null, { status: files.has(file) ? 200 : 404 }));
    });
  return { shards, catalogue, asked, open };
}

const everywhere = (text: string, phrase: string) => {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
};

describe('index', () => {
  it.each([['with no pair too common', undefined], ['with some', 190], ['with nearly all', 4]])('finds a phrase at every place where it stands and at no other, %s', async (_name, most) => {
    const text = `${sample(30_000, 11)}罕见${gap}`;
    const { shards, catalogue, asked, open } = indexOf(text, most);
    const source = open();
    if (most === undefined) expect(catalogue.common.pairs).toBe('');
    else expect(catalogue.common.parts.length).toBeGreaterThan(10);
    expect(catalogue.shards.length).toBe(shards.length * 2);
    for (let at = 0; at < 400; at += 1) {
      const from = (at * 71) % (text.length - 12);
      const phrase = text.slice(from, from + 1 + (at % 10));
      // Files that are here are preferred, so a source that has none finds its own way.
      if (!phrase.includes(gap)) expect([...(await (at % 7 === 0 ? open() : source).find(phrase))], phrase).toEqual(everywhere(text, phrase));
    }
    for (const absent of ['无此', '\uffff\uffff', '四无', '无四', '四下无', '无四下', '\u0000\u0000\u0000']) expect([...(await open().find(absent))], absent).toEqual([]);
    for (const character of new Set(text.replaceAll(gap, '').replaceAll('𠮷', ''))) expect(await open().has(character), character).toBe(true);
    if (most === 190) for (const side of ['-before-', '-after-']) expect(asked.some((file) => file.includes(side))).toBe(true);
    expect(await open().has('无')).toBe(false);
    expect([...(await open().apart('四', '基'))]).toEqual(everywhere(text, '四').filter((at) => text[at + 2] === '基'));
  });

  it('looks three characters up beside a common pair, and loads all of its places for the pair alone', async () => {
    const text = `${'一个乡'.repeat(40)}${gap}${'两个乡一个县'.repeat(40)}${gap}`;
    const { catalogue, asked, open } = indexOf(text, 45);
    expect(catalogue.common.pairs).toContain('个乡');
    const fetched = async (phrase: string) => {
      asked.length = 0;
      await open().find(phrase);
      return asked.filter((file) => file !== catalogueFile);
    };
    const number = catalogue.common.pairs.indexOf('个乡') / 2;
    expect(await fetched('个乡')).toEqual([commonFile(number)]);
    expect((await fetched('两个乡')).every((file) => file.startsWith('c/') && file !== commonFile(number))).toBe(true);
    expect((await fetched('个乡一')).every((file) => file.startsWith('c/') && file !== commonFile(number))).toBe(true);
    expect(filesOf(catalogue, '个')).toContain(commonFile(number));
    expect(spotOf(catalogue, '无此人')).toBeUndefined();
  });

  it('covers every character of a phrase, and leaves out what costs much', () => {
    const phrase = '一二三四五六七';
    const pairs = (dear: string) => (gram: string) => (gram.length > 2 ? Infinity : gram === dear ? 50 : 1);
    for (const dear of ['', '一二', '三四', '四五', '六七']) {
      const parts = cover(phrase, pairs(dear));
      expect(new Set(parts.flatMap(({ offset }) => [offset, offset + 1])).size, dear).toBe(phrase.length);
      expect(parts.every(({ gram, offset }) => phrase.startsWith(gram, offset))).toBe(true);
      expect(parts.some(({ gram }) => gram === dear), dear).toBe(dear === '一二' || dear === '六七');
    }
    expect(cover(phrase, pairs(''))).toHaveLength(4);
    expect(cover('一二', pairs(''))).toEqual([{ gram: '一二', offset: 0 }]);
    expect(cover('一二三', pairs('')).map(({ gram }) => gram)).toEqual(['一二', '二三']);
    const threes = (gram: string) => (gram === '一二' || gram === '六七' ? 50 : gram.length === 2 || gram === '一二三' || gram === '五六七' ? 1 : Infinity);
    expect(cover(phrase, threes).map(({ gram }) => gram)).toEqual(['一二三', '三四', '五六七']);
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
