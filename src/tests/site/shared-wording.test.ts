import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { RunIndex, shortestRun } from '../../text/shared-runs.ts';
import { fixedWordings } from './fixed-wordings.ts';
import { proseOf, proseOfEntries, siteProse, type Prose } from './prose.ts';

/** The page of a document-sharing site that users meet; it lies beside the checkout where the project is developed. */
const specimenFolder = resolve('..', 'shared', 'specimen');
const specimens = existsSync(specimenFolder) ? readdirSync(specimenFolder).filter((file) => file.endsWith('.txt')) : [];

const index = new RunIndex();
const quotes = [...loadRegister().quotes.values()];
for (const { id, text } of quotes) index.add(id, text);
for (const file of specimens) index.add(`样本 ${file}`, readFileSync(join(specimenFolder, file), 'utf8'));

const allowed = fixedWordings.map(({ text }) => text);
const found = (prose: Prose[]) => prose.flatMap(({ place, text }) => index.shared(text, allowed).map(({ words, source }) => `${place}：${words}（${source}）`));
const front = '---\ntitle: 样文\nsummary: 一篇用来试检查的样文\n---\n\n';

describe('our own prose', () => {
  const prose = siteProse();

  it('is all read: texts and entries', () => {
    expect(prose.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(90_000);
    for (const place of ['content/lessons/overview.mdx', 'content/cases/xiadang.mdx', 'content/glossary.yaml', 'content/timeline.yaml', 'content/misquotes.yaml', 'content/series/series.yaml', 'content/quotes/xi.yaml', 'content/topics.yaml'])
      expect(prose.some((one) => one.place.startsWith(place)), place).toBe(true);
  });

  it('shares no run of thirteen characters with a registered quotation or the specimen', () => expect(found(prose)).toEqual([]));

  it('needs every wording that is allowed', () => {
    for (const { text, reason } of fixedWordings) {
      expect(reason.length).toBeGreaterThan(6);
      if (specimens.length === 0) continue;
      const without = allowed.filter((other) => other !== text);
      const isNeeded = prose.some((one) => index.shared(one.text, without).length > 0);
      expect(isNeeded || text.length < shortestRun, text).toBe(true);
    }
  });
});

describe('the comparison', () => {
  const quotation = quotes.find(({ id }) => id === 'q-huixin-lili')?.text ?? '';
  // A run from inside, with other marks: what a writer would carry over without noticing.
  const stretch = quotation.replace(/[“”，。]/g, '').slice(2, 2 + shortestRun);
  const entry = (field: string, words: string) => `- id: x\n  ${field}: 这里说${words}。\n`;

  it('finds a stretch of a quotation in a body, a table, a summary, a question and every kind of entry', () => {
    expect(stretch.length).toBe(shortestRun);
    const texts = [`${front}${stretch}。`, `${front}| 甲 | 乙${stretch} |`, front.replace('一篇用来试检查的样文', stretch), front.replace('---\n\n', `questions: [${stretch}怎么办]\n---\n\n`)];
    for (const text of texts) expect(found(proseOf('x', text)).join(), text).toContain('q-huixin-lili');
    for (const [file, field] of [['glossary.yaml', 'def'], ['timeline.yaml', 'text'], ['places.yaml', 'note'], ['topics.yaml', 'lead'], ['misquotes.yaml', 'right'], ['works.yaml', 'note'], ['quotes/x.yaml', 'note'], ['series/x.yaml', 'note']] as const)
      expect(found(proseOfEntries(`content/${file}`, entry(field, stretch))).join(), file).toContain('q-huixin-lili');
  });

  it('lets quotations stand where they are marked, and titles', () => {
    expect(found(proseOf('x', `${front}他说<Q id="q-huixin-lili">${stretch}</Q>。`))).toEqual([]);
    expect(found(proseOf('x', `${front}文题是《${stretch}》。`))).toEqual([]);
    expect(found(proseOfEntries('content/misquotes.yaml', entry('wrong', `“${stretch}”`)))).toEqual([]);
    expect(found(proseOfEntries('content/glossary.yaml', entry('def', `“${stretch}”`)))).not.toEqual([]);
  });

  it('does not join what a quotation or a paragraph keeps apart', () => {
    const [head, tail] = [stretch.slice(0, 6), stretch.slice(6)];
    expect(found(proseOf('x', `${front}${head}\n\n${tail}`))).toEqual([]);
    expect(found(proseOf('x', `${front}${head}，[^note-id]${tail}`))).not.toEqual([]);
  });

  it('frees only what is on the list, not what stands beside it', () => {
    const own = new RunIndex();
    own.add('s', `要做到${allowed[0]}，当面把要说的话都说清楚听明白`);
    expect(own.shared(`要做到${allowed[0]}，当面把话说清`)).not.toEqual([]);
    expect(own.shared(`要做到${allowed[0]}，当面把话说清`, allowed)).toEqual([]);
    expect(own.shared(`${allowed[0]}，当面把要说的话都说清楚听明白`, allowed).map(({ words }) => words)).toEqual(['当面把要说的话都说清楚听明白']);
  });

  it.skipIf(specimens.length === 0)('finds a sentence of the specimen', () => {
    const specimen = readFileSync(join(specimenFolder, specimens[0] ?? ''), 'utf8');
    const sentence = /[\p{Script=Han}，]{20,}/u.exec(specimen.slice(2000))?.[0] ?? '';
    expect(found(proseOf('x', `${front}${sentence}。`)).join()).toContain('样本');
  });
});
