import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { kinds } from './kinds.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

interface Heard {
  role: string;
  name: string;
  level: number;
}

/** Roles that a reader moves to and must be told the name of. */
const controls = new Set(['link', 'button', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'slider', 'spinbutton', 'switch', 'listbox', 'menuitem', 'tab']);
const landmarks = new Set(['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'search', 'region', 'form']);

/** The page as the browser tells it to a screen reader, in its order. */
async function heard(path: string): Promise<Heard[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(site + path);
  if (path.startsWith('/search/?')) await page.locator('.hits li').first().waitFor();
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const order: Heard[] = [];
  const walk = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) order.push({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '').trim(), level: Number(node.properties?.find(({ name }) => name === 'level')?.value.value ?? 0) });
    node.childIds?.forEach(walk);
  };
  walk(nodes[0]?.nodeId ?? '');
  await context.close();
  return order;
}

describe.each(kinds)('what a screen reader is told of %s', (path) => {
  it('has its landmarks in order, its headings without gaps and a name for every control', async () => {
    const order = await heard(path);
    const faults: string[] = [];
    const places = order.filter(({ role }) => landmarks.has(role));
    const of = (role: string) => places.filter((place) => place.role === role);
    expect(of('main')).toHaveLength(1);
    expect(of('banner')).toHaveLength(1);
    expect(of('contentinfo')).toHaveLength(1);
    const outline = places.map(({ role }) => role);
    expect(outline.indexOf('banner')).toBeLessThan(outline.indexOf('main'));
    expect(outline.indexOf('main')).toBeLessThan(outline.indexOf('contentinfo'));
    const names = of('navigation').map(({ name }) => name);
    expect(names.every((name) => name !== '') && new Set(names).size === names.length, `names of the navigations: ${names.join()}`).toBe(true);

    const headings = order.filter(({ role }) => role === 'heading');
    expect(headings.filter(({ level }) => level === 1).map(({ name }) => name)).toHaveLength(1);
    headings.forEach(({ level, name }, at) => {
      if (name === '') faults.push('a heading without words');
      if (at > 0 && level > (headings[at - 1]?.level ?? 0) + 1) faults.push(`“${name}” is a heading of level ${level} after one of level ${headings[at - 1]?.level}`);
    });
    for (const { role, name } of order) if (controls.has(role) && name === '') faults.push(`a ${role} without a name`);
    // The first thing that can be reached leads past the head.
    expect(order.find(({ role }) => controls.has(role))?.name).toBe('跳到正文');
    // The title comes first in the main part; on a sheet it is printed on the paper, below the button that prints it.
    const main = order.findIndex(({ role }) => role === 'main');
    const title = order.findIndex(({ role, level }) => role === 'heading' && level === 1);
    expect(title).toBeGreaterThan(main);
    if (!path.endsWith('/sheet/')) expect(order.slice(main, title).filter(({ role }) => role === 'button').map(({ name }) => name)).toEqual([]);
    expect(faults).toEqual([]);
  }, 60_000);
});
