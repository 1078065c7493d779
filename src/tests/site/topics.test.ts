import { readdirSync, readFileSync } from 'node:fs';
import { type Element, isTag, isText, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadRegister } from '../../library/register.ts';
import { builtPages } from './dist.ts';

const pages = builtPages();
const { topics, quotes, timeline, glossary } = loadRegister();
const inside = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...inside(element.children)]);
const text = (nodes: ChildNode[]): string => nodes.map((node) => (isText(node) ? node.data : isTag(node) ? text(node.children) : '')).join('');

interface Front {
  topics: string[];
  questions?: string[];
}

const fronts = (folder: string): Front[] =>
  readdirSync(`content/${folder}`)
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => parse(/^---\n([\s\S]*?)\n---/.exec(readFileSync(`content/${folder}/${file}`, 'utf8'))?.[1] ?? '') as Front);

describe.each([...topics.values()])('the topic $id', ({ id, name }) => {
  const page = pages.find(({ path }) => path === `/topics/${id}/`);
  const shelves = (page?.elements ?? []).filter((element) => element.attribs.class === 'shelf');
  const shelf = (title: string) => shelves.find((found) => text(inside(found.children).find((element) => element.name === 'h2')?.children ?? []).startsWith(title));
  const about = (list: Front[]) => list.filter((one) => one.topics.includes(id));
  const held: [string, number][] = [
    ['学习材料', about(fronts('lessons')).length],
    ['案例', about(fronts('cases')).length],
    ['论述', about([...quotes.values()]).length],
    ['大事', about([...timeline.values()]).length],
    ['名词', about([...glossary.values()]).length],
    ['研讨题', [...about(fronts('lessons')), ...about(fronts('cases'))].reduce((sum, one) => sum + (one.questions?.length ?? 0), 0)],
  ];

  it.each(held)('has something under %s, as much as it says', (title, count) => {
    expect(count).toBeGreaterThan(0);
    const items = inside(shelf(title)?.children ?? []);
    expect(text(items.find((element) => element.name === 'small')?.children ?? [])).toBe(String(count));
    expect(items.filter((element) => element.name === 'li').length).toBe(count);
  });

  it('promises on the list of topics what it holds', () => {
    const index = pages.find(({ path }) => path === '/topics/');
    const card = (index?.elements ?? []).find((element) => element.name === 'li' && inside(element.children).some((link) => link.attribs.href === `/topics/${id}/`));
    const words = text(card?.children ?? []);
    expect(words).toContain(name);
    for (const [title, count] of held.filter(([kind]) => kind !== '名词')) expect(words).toContain(`${title === '学习材料' ? '材料' : title} ${count}`);
  });
});
