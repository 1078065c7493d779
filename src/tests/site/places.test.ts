import { readFileSync } from 'node:fs';
import { type Element, isTag, isText, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../features/search/reading-text.ts';
import { overlap, type Box } from '../../features/places/labels.ts';
import { loadRegister } from '../../library/register.ts';
import { builtPages, isPaper } from './dist.ts';

const pages = builtPages();
const page = pages.find(({ path }) => path === '/places/');
const { places, timeline, quotes } = loadRegister();
const inside = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...inside(element.children)]);
const text = (nodes: ChildNode[]): string => nodes.map((node) => (isText(node) ? node.data : isTag(node) ? text(node.children) : '')).join('');
const entryOf = (id: string) => page?.elements.find((element) => element.attribs.id === id);
const linksOf = (id: string) => inside(entryOf(id)?.children ?? []).flatMap((element) => (element.name === 'a' ? [element.attribs.href] : []));
const maps = (page?.elements ?? []).filter((element) => element.attribs.class === 'map').map((map) => inside(map.children));

describe('the page of places', () => {
  it('has every place with its names, a search record and a way to it', () => {
    const records = recordsOf(page?.html ?? '', '/places/');
    expect(records.map(({ url }) => url).sort()).toEqual([...places.keys()].map((id) => `/places/#${id}`).sort());
    for (const { id, name, adminNow = '', adminThen = '', note = '', lat, lon } of places.values()) {
      const words = text(entryOf(id)?.children ?? []);
      for (const part of [name, adminNow, adminThen, note]) expect(words, id).toContain(part);
      expect(words, id).toContain(lat === undefined ? '没有坐标' : `约北纬${lat}度，东经${lon}度`);
      expect(records.find(({ url }) => url.endsWith(`#${id}`))?.type).toBe('地点');
    }
    for (const { path, elements } of pages.filter((page) => !isPaper(page))) expect(elements.some((element) => element.attribs.href === '/places/'), path).toBe(true);
  });

  it('links each place to its events, quotations and texts', () => {
    for (const event of timeline.values()) for (const id of event.places) expect(linksOf(id), id).toContain(`/timeline/#${event.id}`);
    for (const quote of quotes.values()) for (const id of quote.places) expect(linksOf(id), id).toContain(`/quotes/${quote.id}/`);
    const cases = pages.filter(({ path }) => /^\/(cases|lessons|essays)\/[^/]+\/$/.test(path));
    expect(cases.length).toBeGreaterThan(30);
    for (const { path } of cases) {
      const file = readFileSync(`content${path.slice(0, -1)}.mdx`, 'utf8');
      for (const id of /^places: \[(.*)\]$/m.exec(file)?.[1]?.split(', ') ?? []) expect(linksOf(id), path).toContain(path);
    }
  });

  it('marks each place with coordinates once, and no other', () => {
    const marked = maps.flatMap((map) => map.filter((element) => element.name === 'a').map((element) => element.attribs.href?.slice(1)));
    expect(marked.sort()).toEqual([...places.values()].filter(({ lat }) => lat !== undefined).map(({ id }) => id).sort());
  });

  it('draws labels that do not overlap, hidden from screen readers and out of the way of the tab key', () => {
    expect(maps.length).toBe(2);
    for (const map of maps) {
      const labels = map.filter((element) => element.name === 'text' && !element.attribs.class).map((label): Box => ({ x: Number(label.attribs.x), y: Number(label.attribs.y) - 14, width: text(label.children).length * 16, height: 16 }));
      expect(labels.length).toBeGreaterThan(5);
      labels.forEach((label, at) => labels.slice(at + 1).forEach((other) => expect(overlap(label, other)).toBe(0)));
      expect(map.find((element) => element.name === 'svg')?.attribs['aria-hidden']).toBe('true');
      for (const link of map.filter((element) => element.name === 'a')) expect(link.attribs.tabindex).toBe('-1');
    }
  });
});
