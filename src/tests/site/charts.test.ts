import { type Element, isTag, isText, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { builtPages, isPaper } from './dist.ts';

const pages = builtPages();
const series = [...loadRegister().series.values()];
const inside = (nodes: ChildNode[]): Element[] => nodes.filter(isTag).flatMap((element) => [element, ...inside(element.children)]);
const text = (nodes: ChildNode[]): string => nodes.map((node) => (isText(node) ? node.data : isTag(node) ? text(node.children) : '')).join('');
const home = pages.find(({ path }) => path === '/charts/');
const sectionOf = (id: string) => inside(home?.elements.find((element) => element.attribs.id === id)?.children ?? []);
/** The numbers of the whole region belong to no single case. */
const regional = ['ningde-gdp', 'ningde-farmer-income'];

describe('charts', () => {
  it('are at least twelve, all on their page, reached from every page', () => {
    expect(series.filter(({ comparable }) => comparable).length).toBeGreaterThanOrEqual(12);
    for (const { id } of series) expect(sectionOf(id).some((element) => element.attribs.class === 'chart'), id).toBe(true);
    for (const { path, elements } of pages.filter((page) => !isPaper(page))) expect(elements.some((element) => element.attribs.href === '/charts/'), path).toBe(true);
  });

  it('stand in a text, which the page of charts links to', () => {
    for (const { id, title } of series.filter(({ id }) => !regional.includes(id))) {
      const shows = pages.filter(({ path, elements }) => /^\/(cases|lessons|essays)\/[^/]+\/$/.test(path) && elements.some((element) => element.attribs.class === 'chart' && text(element.children).includes(title)));
      expect(shows.length, id).toBeGreaterThan(0);
      const links = sectionOf(id).map((element) => element.attribs.href);
      for (const { path } of shows) expect(links, id).toContain(path);
    }
  });

  it('give every number, its label, its indicator and its sources in words', () => {
    const { sources } = loadRegister();
    for (const { id, points } of series) {
      const words = text(sectionOf(id));
      for (const { label, year, value, shown, indicator = '', note = '', sources: ids } of points) {
        for (const part of [label ?? `${year}年`, shown ?? String(value), indicator, note]) expect(words, id).toContain(part);
        for (const source of ids) expect(words, id).toContain(sources.get(source)?.title);
      }
    }
  });

  it('draw bars in proportion to the numbers of one unit', () => {
    for (const { id, comparable, points, unit } of series) {
      const bars = sectionOf(id).filter((element) => element.name === 'rect' && /\bbar\b/.test(element.attribs.class ?? ''));
      const units = [...new Set(points.map((point) => point.unit ?? unit))];
      const compared = units.flatMap((one) => {
        const of = points.filter((point) => (point.unit ?? unit) === one && point.value !== undefined);
        return comparable && of.filter(({ alt }) => !alt).length > 1 ? [of] : [];
      });
      expect(bars.length, id).toBe(compared.flat().filter(({ value }) => value !== 0).length);
      const widths = bars.map((bar) => Number.parseFloat(bar.attribs.width ?? ''));
      let at = 0;
      for (const of of compared) {
        const highest = Math.max(...of.map(({ value = 0 }) => value));
        for (const { value = 0 } of of.filter((point) => point.value !== 0)) expect(widths[at++], id).toBeCloseTo((76 * value) / highest, 1);
      }
    }
  });

  it('tell indicators apart without colour', () => {
    for (const { id, points, comparable } of series.filter((one) => new Set(one.points.map(({ indicator }) => indicator)).size > 1)) {
      const nodes = sectionOf(id);
      if (!comparable) continue;
      const fills = nodes.filter((element) => element.name === 'rect' && element.attribs.class === 'bar').map((bar) => bar.attribs.fill);
      const indicators = points.filter(({ alt, value }) => !alt && value).map(({ indicator }) => indicator);
      const pairs = new Set(indicators.map((indicator, at) => `${indicator} ${fills[at]}`));
      expect(pairs.size, id).toBe(new Set(indicators).size);
      expect(new Set(fills).size, id).toBe(new Set(indicators).size);
      const drawn = text(nodes.filter((element) => element.name === 'svg').flatMap((element) => element.children));
      for (const indicator of indicators) expect(drawn.replace(/\s/g, ''), id).toContain(indicator);
    }
  });
});
