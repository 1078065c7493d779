import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCorpus } from './corpus.ts';

/** Words that the checks of the content ask something of; a made-up text does without them. */
const held = /[^\p{Script=Han}\d，。]|[一二三四五六七八九十百千万亿两]|上世纪|年代|同志|待/gu;

const front = (title: string, order: number): string => `---
title: ${title}
summary: 测量用的样文，句子没有意思，只有字数和用字像真的。
class: 解读
topics: [jieyue]
order: ${order}
updated: 2026-11-25
aims:
  - 能说出这一篇量了什么
questions:
  - 这一篇量了多久？
  - 这一篇占了多少？
  - 下一篇还要多久？
---
`;

/**
 * Writes made-up lessons into the content folder of the small second theme: real headings, paragraphs with source marks,
 * and a quotation, so that each goes through every step of the build. `words` is the content whose vocabulary is drawn from.
 */
export function writeLessons(content: string, words: string, count: number, length: number, seed: number): void {
  mkdirSync(join(content, 'lessons'), { recursive: true });
  makeCorpus(words, count, length, seed).forEach(({ blocks }, at) => {
    const [title, ...rest] = blocks;
    const plain = (text: string) => text.replace(held, '');
    const body = rest.map(({ text, heading }) => (heading ? `## ${plain(text)}甲` : plain(text).replace(/。/g, '。[^banfa]')));
    writeFileSync(join(content, 'lessons', `b${at}.mdx`), `${front(`${plain(title?.text ?? '')}号`, at + 2)}\n## 开头\n\n${body.join('\n\n')}\n\n<Quote id="q-guihuan" />\n\n## 要点\n\n- 先量，再说。\n`);
  });
}
