import { readFileSync } from 'node:fs';
import { type Element, isTag, isText, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { builtPages } from './dist.ts';

const within = (root: Element | undefined): Element[] => (root?.children ?? []).filter(isTag).flatMap((child) => [child, ...within(child)]);
const wordsOf = (nodes: ChildNode[]): string => nodes.map((node) => (isText(node) ? node.data : isTag(node) ? wordsOf(node.children) : '')).join('');
const hasClass = (element: Element, name: string) => (element.attribs.class ?? '').split(' ').includes(name);
/** What an author would read in the MDX file: which essays are samples. */
const isSample = (path: string) => /^class: 参考范文$/m.test(readFileSync(`content/essays/${path.split('/')[2]}.mdx`, 'utf8'));
const samples = builtPages().filter(({ path }) => /^\/essays\/[^/]+\/$/.test(path) && isSample(path));

describe('sample speeches', () => {
  it('are there for five kinds of speakers', () => {
    expect(samples.map(({ path }) => path)).toEqual(expect.arrayContaining(['chuangkou', 'cunshequ', 'jiguan', 'minqi', 'qingnian'].map((role) => `/essays/speech-${role}/`)));
  });

  it.each(samples)('$path begins with whose words they are, leaves room for facts of one’s own, and names quotations to take instead', ({ path, elements }) => {
    const prose = within(elements.find((element) => hasClass(element, 'prose')));
    expect(wordsOf([prose.find(({ name }) => name === 'p') as Element]), path).toMatch(/^\d*本站注：.*参考范文，不是谁讲过的发言/);
    const rooms = prose.filter((element) => hasClass(element, 'write-in'));
    expect(rooms.length, path).toBeGreaterThanOrEqual(20);
    for (const room of rooms) expect(wordsOf(room.children), path).toMatch(/^\u3000{4,}〔填：[^〔〕]+〕$/);
    // A blank that was written another way would be printed without room.
    expect(wordsOf(prose.filter((element) => !hasClass(element, 'write-in')).flatMap(({ children }) => children.filter(isText)))).not.toMatch(/〔\u3000*填/);
    const notes = within(elements.find((element) => hasClass(element, 'notes')));
    const taken = notes.filter(({ attribs }) => attribs.href?.startsWith('/quotes/'));
    expect(taken.length, path).toBeGreaterThanOrEqual(3);
  });
});
