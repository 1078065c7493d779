import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { weigh } from '../../tools/bench/weigh.ts';
import { pagesOf } from '../../tools/pages.ts';

const reading = pagesOf('dist').filter((path) => /^\/(?:lessons|cases|essays|quotes|forms)\/[^/]+\/$/.test(path) && !readFileSync(`dist${path}index.html`, 'utf8').includes('http-equiv="refresh"'));
const weighed = reading.map((path) => ({ path, ...weigh('dist', path) }));
/** Of a text twice as long, twice as much may be asked. */
const share = (characters: number) => Math.max(1, characters / 2000);

/** Bytes are those of brotli 5, as a common host sends them. No times here: they are the machine's, and `npm run bench` has them. */
describe('budgets', () => {
  it('have enough to weigh', () => {
    expect(weighed.length).toBeGreaterThan(200);
    expect(weighed.every(({ css, js, html }) => css > 1000 && js > 1000 && html > 1000)).toBe(true);
  });

  it('let a reading page ask for five files at most', () => {
    for (const { path, requests } of weighed) expect(requests, path).toBeLessThanOrEqual(5);
  });

  // The aim is 25 KiB in all; what stands here holds the state reached and may only come down.
  it('let a page of 2,000 characters weigh 27 KiB in all, and its styles and scripts 20.6', () => {
    for (const { path, total, css, js, characters } of weighed) {
      // The self-test of a lesson comes beside them, and a form brings the rules of its sheet.
      const [test, sheet] = [path.startsWith('/lessons/') ? 2 : 0, path.startsWith('/forms/') ? 0.5 : 0];
      expect(css + js, path).toBeLessThanOrEqual((20.6 + test + sheet) * 1024);
      expect(total, `${path}, ${characters}`).toBeLessThanOrEqual((22 + 5 * share(characters) + sheet) * 1024);
    }
  });

  it('let a page of 2,000 characters have 1,000 elements', () => {
    for (const { path, nodes, characters } of weighed) expect(nodes, path).toBeLessThanOrEqual(1000 * share(characters));
  });

  it('let the other kinds of pages ask for two style sheets at most', () => {
    for (const path of pagesOf('dist').filter((path) => path.endsWith('/'))) {
      const html = readFileSync(`dist${path}index.html`, 'utf8');
      expect(html.match(/rel="stylesheet"/g)?.length ?? 0, path).toBeLessThanOrEqual(2);
      expect(html.match(/<script[^>]* src=/g)?.length ?? 0, path).toBeLessThanOrEqual(4);
    }
  });
});
