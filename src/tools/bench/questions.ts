import { norm } from '../../text/norm.ts';
import type { SearchRecord } from '../../features/search/reading-text.ts';
import { seeded } from './seeded.ts';

/** A phrase and the numbers of the records that contain it, by plain text search. */
export interface Question {
  phrase: string;
  truth: number[];
}

/**
 * Phrases of 2 to 12 characters drawn from the records, a quarter of them changed in one character, each with the records
 * that contain it: found by walking through the text, independently of any index.
 */
export function questions(corpus: readonly SearchRecord[], count: number, seed = 3): Question[] {
  const next = seeded(seed);
  const blocks = corpus.map((record) => record.blocks.map(({ text }) => norm(text)));
  const starts: number[] = [];
  let length = 0;
  const joined = blocks.map((own) => {
    const text = `${own.join('\n')}\n`;
    starts.push(length);
    length += text.length;
    return text;
  });
  const all = joined.join('');
  const recordAt = (place: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const draw = (): string => {
    for (;;) {
      const own = blocks[Math.floor(next() * blocks.length)] ?? [];
      const text = own[Math.floor(next() * own.length)] ?? '';
      const size = 2 + Math.floor(next() * 11);
      if (text.length >= size + 1) return text.slice(Math.floor(next() * (text.length - size)), Infinity).slice(0, size);
    }
  };
  return Array.from({ length: count }, (_value, at) => {
    const drawn = draw();
    const place = Math.floor(next() * drawn.length);
    const phrase = at % 4 === 3 ? drawn.slice(0, place) + draw().charAt(0) + drawn.slice(place + 1) : drawn;
    const truth = new Set<number>();
    for (let found = all.indexOf(phrase); found >= 0; ) {
      const record = recordAt(found);
      truth.add(record);
      found = all.indexOf(phrase, starts[record + 1] ?? Infinity);
    }
    return { phrase, truth: [...truth] };
  });
}
