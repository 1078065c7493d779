import { readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
import { isTag, type ChildNode, type Element } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { atom } from '../../features/feed/atom.ts';
import { dataNames } from '../../features/data/schemas.ts';
import { builtPages } from './dist.ts';

const elements = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...elements(element.children)]);
const childrenOf = (element: Element, name: string) => element.children.filter(isTag).filter((child) => child.name === name);
const textIn = (element: Element | undefined): string => (element?.children ?? []).map((child) => ('data' in child ? String(child.data) : '')).join('');
const xml = readFileSync('dist/feed.xml', 'utf8');
const all = elements(parseDocument(xml, { xmlMode: true }).children);
const read = (file: string): unknown => JSON.parse(readFileSync(`dist/data/${file}`, 'utf8'));
const pages = builtPages();

describe('the feed', () => {
  const feed = all.find(({ name }) => name === 'feed') as Element;
  const entries = all.filter(({ name }) => name === 'entry');

  it('has what RFC 4287 demands, with ids of its own and moments in order', () => {
    for (const element of [feed, ...entries]) for (const name of ['id', 'title', 'updated']) expect(childrenOf(element, name).length, name).toBe(1);
    expect(childrenOf(feed, 'author').length).toBe(1);
    const ids = entries.map((entry) => textIn(childrenOf(entry, 'id')[0]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const moments = entries.map((entry) => textIn(childrenOf(entry, 'updated')[0]));
    for (const moment of moments) expect(moment).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00\+08:00$/);
    expect([...moments].sort().reverse()).toEqual(moments);
    expect(textIn(childrenOf(feed, 'updated')[0])).toBe(moments[0]);
    expect(entries.length).toBeLessThanOrEqual(100);
  });

  it('leads to pages that exist, and every page names it', () => {
    const known = new Set(pages.map(({ path }) => path));
    for (const entry of entries) expect(known.has(childrenOf(entry, 'link')[0]?.attribs.href ?? ''), textIn(childrenOf(entry, 'title')[0])).toBe(true);
    for (const { path, html } of pages.filter(({ path: at }) => at !== '/meet/' && at !== '/handout/sheets/')) expect(html, path).toContain('type="application/atom+xml"');
  });

  it('announces every text once as new', () => {
    const titles = entries.map((entry) => textIn(childrenOf(entry, 'title')[0]));
    expect(titles).toContain('新增：案例《三进下党》');
    expect(titles.filter((title) => /^新增：论述\d+条$/.test(title)).length).toBeGreaterThan(0);
  });

  it('escapes what stands in titles', () => {
    const made = atom([{ id: 'urn:x', title: 'a<b>&"c"', path: '/a/', day: '2026-11-25', words: '<i>' }], { id: 'urn:y', title: 't', subtitle: 's', rights: 'r', absolute: (path) => path });
    expect(made).toContain('<title>a&lt;b&gt;&amp;&quot;c&quot;</title>');
    expect(made).toContain('<content type="text">&lt;i&gt;</content>');
  });
});

describe('the data files', () => {
  it.each(dataNames)('%s holds to the schema published beside it', (name) => {
    const schema = z.fromJSONSchema(read(`${name}.schema.json`) as Parameters<typeof z.fromJSONSchema>[0]);
    const file = read(`${name}.json`) as { count: number; items: Record<string, unknown>[] };
    expect(schema.safeParse(file).error).toBeUndefined();
    expect(file.count).toBe(file.items.length);
    // The schema is able to refuse.
    const [first, ...rest] = file.items;
    const { sources: _sources, ...without } = first as Record<string, unknown>;
    expect(schema.safeParse({ ...file, items: [without, ...rest] }).success).toBe(false);
    expect(schema.safeParse({ ...file, items: [{ ...first, unknown: 1 }, ...rest] }).success).toBe(false);
  });

  it('have every row at an address that is there, and link out only where that is allowed', () => {
    const anchors = new Map(pages.map(({ path, elements: list }) => [path, new Set(list.flatMap(({ attribs }) => attribs.id ?? []))]));
    const linkable = new Set(readFileSync('content/sources.yaml', 'utf8').split(/^- /m).filter((entry) => /linkable: true/.test(entry)).map((entry) => /^id: (\S+)/.exec(entry)?.[1]));
    for (const name of dataNames)
      for (const { address, sources } of (read(`${name}.json`) as { items: { address: string; sources: { id: string; url?: string }[] }[] }).items) {
        const { pathname, hash } = new URL(address, 'http://x');
        expect(anchors.has(pathname), address).toBe(true);
        if (hash) expect(anchors.get(pathname)?.has(hash.slice(1)), address).toBe(true);
        for (const source of sources) if (source.url) expect(linkable.has(source.id), source.id).toBe(true);
      }
  });

  it('are the words of the pages', () => {
    const { items } = read('quotes.json') as { items: { id: string; text: string }[] };
    expect(items.length).toBe(pages.filter(({ path }) => /^\/quotes\/[^/]+\/$/.test(path)).length);
    expect(items.find(({ id }) => id === 'q-huixin-lili')?.text).toBe('当年“三进下党”的场景，我至今还历历在目。');
  });

  it('are told field by field on their page', () => {
    const page = pages.find(({ path }) => path === '/about/data/')?.html ?? '';
    for (const field of ['sameOrigin', 'dateNote', 'version', 'aliases', 'definition', 'described']) expect(page).toContain(`<code>${field}</code>`);
  });
});
