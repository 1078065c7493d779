import { describe, expect, inject, it } from 'vitest';
import { recordsOf } from '../../features/search/reading-text.ts';
import { peopleNames } from '../../library/names.ts';
import { norm } from '../../text/norm.ts';
import { seeded } from '../../tools/bench/seeded.ts';
import { builtEngine } from '../index-source.ts';
import { builtPages } from './dist.ts';

const engine = builtEngine(inject('site'));
const records = builtPages().flatMap(({ html, path }) => recordsOf(html, path));
const texts = records.map(({ url, blocks }) => ({ url, blocks: blocks.map(({ text }) => norm(text)), raw: blocks.map(({ text }) => text) }));
const seed = Number(process.env.SEED ?? Date.now() % 1e9);

/** The records that contain a phrase, by plain text search. */
const truth = (phrase: string): string[] => texts.filter(({ blocks }) => blocks.some((block) => block.includes(phrase))).map(({ url }) => url).sort();
const recordOf = (url: string) => (texts.some((text) => text.url === url) ? url : url.replace(/#.*/, ''));

/** What search gives for words as typed: the records, and whether every one shows the words. */
async function found(query: string): Promise<{ urls: string[]; shown: boolean }> {
  const answer = await engine.search(query, { choice: {}, sort: 'relevance' });
  const hits = (await answer.hits(0, answer.total)).filter(({ asTyped }) => asTyped);
  const shown = hits.every(({ title, note, passages }) => norm([...title, ...passages.flatMap(({ stretches }) => stretches)].map(({ text }) => text).join('') + note).includes(norm(query)));
  return { urls: hits.map(({ url }) => recordOf(url)).sort(), shown };
}

async function compare(queries: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const query of queries) {
    const { urls, shown } = await found(query);
    const expected = truth(norm(query));
    // A phrase that stands in no block may still run from one into the next; then the text across has it.
    const across = expected.length === 0 && urls.every((url) => texts.some((text) => text.url === url && text.blocks.join('').includes(norm(query))));
    if (urls.join() !== expected.join() && !across) wrong.push(`${query}: ${expected.length} -> ${urls.length}`);
    if (!shown) wrong.push(`${query}: not shown`);
  }
  return wrong;
}

const matchesOf = (pattern: RegExp): string[] => [...new Set(texts.flatMap(({ raw }) => raw.flatMap((block) => block.match(pattern) ?? [])))];

describe('exactness', () => {
  it('is 1.000 in recall and precision on 2,000 substrings drawn at random, and every result shows the query', async () => {
    const next = seeded(seed);
    const blocks = texts.flatMap((text) => text.blocks).filter((block) => block.length > 12);
    const drawn = Array.from({ length: 2_000 }, () => {
      const block = blocks[Math.floor(next() * blocks.length)] ?? '';
      const length = 2 + Math.floor(next() * 11);
      return block.slice(Math.floor(next() * (block.length - length)), Infinity).slice(0, length);
    });
    console.log(`exactness seed: ${seed}`);
    expect(await compare(drawn)).toEqual([]);
  }, 300_000);

  it('holds on lists: names, dates, amounts, phrases across punctuation', async () => {
    const lists = {
      names: peopleNames(),
      dates: matchesOf(/\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/g),
      amounts: matchesOf(/\d+(?:\.\d+)?[万亿]?(?:元|人|户|公里|件|个|次|名)/g),
      across: matchesOf(/\p{Script=Han}{2,4}[，、；：。“”《》]{1,2}\p{Script=Han}{2,4}/gu),
    };
    for (const [name, list] of Object.entries(lists)) {
      console.log(`${name}: ${list.length}`);
      expect(list.length, name).toBeGreaterThan(25);
      expect(await compare(list.slice(0, 800)), name).toEqual([]);
    }
  }, 300_000);

  it('gives nothing exact for near misses that stand nowhere', async () => {
    const next = seeded(seed + 1);
    const blocks = texts.flatMap((text) => text.blocks).filter((block) => block.length > 14);
    let absent = 0;
    while (absent < 300) {
      const block = blocks[Math.floor(next() * blocks.length)] ?? '';
      const other = blocks[Math.floor(next() * blocks.length)] ?? '';
      const length = 4 + Math.floor(next() * 8);
      const from = Math.floor(next() * (block.length - length));
      const place = Math.floor(next() * length);
      const phrase = block.slice(from, from + place) + other.charAt(1) + block.slice(from + place + 1, from + length);
      if (texts.some((text) => text.blocks.join('').includes(phrase))) continue;
      absent += 1;
      expect((await found(phrase)).urls, phrase).toEqual([]);
    }
  }, 300_000);
});
