import { readdirSync, readFileSync } from 'node:fs';
import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordsOf } from '../../features/search/reading-text.ts';
import { answerOf } from '../../features/study/self-test.ts';
import { lesson, type Lesson } from '../../model/texts.ts';
import { builtPages, type BuiltPage } from './dist.ts';

const pages = new Map(builtPages().map((page) => [page.path, page]));

const lessons = readdirSync('content/lessons')
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => {
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(`content/lessons/${file}`, 'utf8')) ?? [];
    const id = file.replace(/\.mdx$/, '');
    return { id, body, data: lesson.parse(parse(head)) as Lesson, page: pages.get(`/lessons/${id}/`) as BuiltPage };
  });

const inside = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...inside(element.children)]);
const text = (nodes: ChildNode[]): string => nodes.map((node) => (isText(node) ? node.data : isTag(node) ? text(node.children) : '')).join('');
const words = (element: Element) => text(element.children).replace(/\s+/g, '');

describe.each(lessons)('the self-test of $id', ({ body, data, page }) => {
  const items = data.test;
  const section = page.elements.find((element) => element.attribs.class === 'self-test');
  const questions = page.elements.filter((element) => element.name === 'fieldset' && element.attribs['data-answer']);
  const sheet = page.elements.find((element) => element.attribs.class === 'test-answers');

  it('asks five to eight questions of several kinds, one of them a blank on a quotation of the lesson', () => {
    expect(items.length).toBeGreaterThanOrEqual(5);
    expect(items.length).toBeLessThanOrEqual(8);
    expect(new Set(items.map((item) => item.kind)).size).toBeGreaterThanOrEqual(3);
    const blanks = items.flatMap((item) => (item.kind === 'blank' ? [item.quote] : []));
    expect(blanks.length).toBeGreaterThan(0);
    for (const quote of blanks) expect(body).toContain(`id="${quote}"`);
    for (const item of items) expect(item.sources.length).toBeGreaterThan(0);
  });

  it('shows each answer with its explanation under the question and on the last sheet', () => {
    expect(questions.length).toBe(items.length);
    const answers = inside(sheet?.children ?? []).filter((element) => element.name === 'li').map(words);
    expect(answers.length).toBe(items.length);
    items.forEach((item, at) => {
      const details = inside(questions[at]?.children ?? []).find((element) => element.name === 'details');
      for (const place of [details ? words(details) : '', answers[at] ?? '']) {
        expect(place).toContain(answerOf(item).replace(/\s+/g, ''));
        expect(place).toContain(item.explain.replace(/\s+/g, ''));
      }
      expect(details?.attribs.open).toBeUndefined();
    });
  });

  it('gives no answer away before it is asked for', () => {
    items.forEach((item, at) => {
      const shown = inside(questions[at]?.children ?? []).filter((element) => ['legend', 'figure'].includes(element.name)).map(words).join('');
      if (item.kind === 'blank') expect(shown).toContain('＿＿');
      if (item.kind === 'blank') expect(shown).not.toContain(item.hide);
      if (item.kind === 'order') expect(answerOf(item)).not.toBe(['A', 'B', 'C', 'D', 'E', 'F'].slice(0, item.options.length).join('→'));
    });
  });

  it('is in the table of contents and out of the search text', () => {
    expect(section && inside(section.children).some((element) => element.attribs.id === 'test')).toBe(true);
    expect(page.html).toContain('href="#test"');
    const found = recordsOf(page.html, page.path).flatMap((record) => record.blocks.map((block) => block.text)).join('').replace(/\s+/g, '');
    expect(found.length).toBeGreaterThan(1500);
    const asked = items.flatMap((item) => (item.kind === 'blank' ? [] : [item.question]));
    expect([...asked, '看答案', '自测答案'].filter((phrase) => found.includes(phrase.replace(/\s+/g, '')))).toEqual([]);
  });
});
