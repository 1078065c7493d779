import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchRecord } from '../../features/search/reading-text.ts';
import { seeded } from './seeded.ts';

/** The project's own words with their frequencies, most frequent first. */
function vocabulary(root: string): { words: string[]; cumulated: Float64Array } {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:mdx|yaml)$/.test(file));
  const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const counts = new Map<string, number>();
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const [run] of text.matchAll(/[\p{Script=Han}]+/gu)) for (const { segment } of segmenter.segment(run)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const cumulated = new Float64Array(ordered.length);
  ordered.forEach(([, count], at) => (cumulated[at] = (cumulated[at - 1] ?? 0) + count));
  return { words: ordered.map(([word]) => word), cumulated };
}

const types = ['论述', '学习材料', '案例', '参考文章', '大事', '名词'];

/**
 * Made-up records of about `length` characters from the project's vocabulary, drawn as often as it stands in the texts, with
 * dates and amounts between. The sentences mean nothing; pairs of characters are about as common as in real ones.
 */
export function makeCorpus(root: string, count: number, length: number, seed = 1): SearchRecord[] {
  const next = seeded(seed);
  const { words, cumulated } = vocabulary(root);
  const total = cumulated[cumulated.length - 1] ?? 1;
  const word = (): string => {
    const wanted = next() * total;
    let low = 0;
    let high = cumulated.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  const whole = (below: number) => Math.floor(next() * below);
  const sentence = (): string => {
    let text = '';
    for (let clause = 0; clause <= whole(3); clause += 1) {
      if (clause > 0) text += '，';
      if (next() < 0.08) text += `${1949 + whole(77)}年${1 + whole(12)}月${1 + whole(28)}日`;
      for (let at = 0; at < 3 + whole(6); at += 1) text += word();
      if (next() < 0.06) text += `${1 + whole(900)}件`;
    }
    return `${text}。`;
  };
  return Array.from({ length: count }, (_value, number): SearchRecord => {
    const title = word() + word() + word() + String(number);
    const blocks: SearchRecord['blocks'] = [{ text: title, heading: true }];
    for (let size = 0, at = 0; size < length; at += 1) {
      const heading = at % 6 === 5;
      let text = heading ? word() + word() + word() : '';
      if (!heading) for (let sentences = 0; sentences <= whole(4); sentences += 1) text += sentence();
      blocks.push({ text, heading, anchor: `p${at + 1}` });
      size += text.length;
    }
    const pick = (list: string[]) => list[whole(list.length)] ?? '';
    return {
      url: `/bench/${number}/`,
      type: pick(types),
      title,
      note: '',
      blocks,
      grade: '',
      sources: [],
      topics: [pick(['sixia', 'xuanchuan', 'diaocha', 'xinfang', 'xianchang'])],
      places: [`place-${whole(60)}`],
      speaker: `说话人${whole(40)}`,
      provenance: pick(['原文', '报道', '解读']),
      date: `${1930 + whole(96)}-${String(1 + whole(12)).padStart(2, '0')}`,
    };
  });
}
