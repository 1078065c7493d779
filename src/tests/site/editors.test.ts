import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { builtPages } from './dist.ts';

const pages = builtPages();
const page = pages.find(({ path }) => path === '/about/editors/');

it('has a page for editors that neither search engines nor the site’s own search list', () => {
  expect(page?.html).toContain('<meta name="robots" content="noindex"');
  expect(page?.html).not.toContain('data-pagefind-body');
});

it('links to it from the about page only', () => {
  const linking = pages.filter(({ elements }) => elements.some(({ name, attribs }) => name === 'a' && attribs.href === '/about/editors/')).map(({ path }) => path);
  expect(linking).toEqual(['/about/']);
});

it('shows on the page what npm run report prints', () => {
  const printed = execFileSync(process.execPath, ['src/tools/run.mjs', 'report', '--all'], { encoding: 'utf8' });
  const headings = [...printed.matchAll(/^== (.*)（(\d+)）/gm)].map((match) => `${match[1]}${match[2]}`);
  const shown = [...(page?.html ?? '').matchAll(/<h2[^>]*>([^<]*)<small[^>]*>(\d+)<\/small>/g)].map((match) => `${match[1]}${match[2]}`);
  expect(headings.length).toBeGreaterThanOrEqual(7);
  expect(shown).toEqual(headings);
});
