import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtPages } from '../tests/site/dist.ts';
import { isHarmlessMarkup, isOwnScript } from './trusted.ts';

describe('trusted markup', () => {
  // The page of the handout basket has a frame, and no script ever parses it.
  it('lets every page pass that a script may fetch', () => {
    for (const { path, html } of builtPages().filter(({ path: at }) => at !== '/handout/')) expect(isHarmlessMarkup(html), path).toBe(true);
  });

  it.each(['<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<a href="javascript:alert(1)">', '<iframe src="/">', '<object data=x>', '<base href="//x">', '<p title="a"onclick="x()">', '< iframe>'])('refuses %s', (markup) => {
    expect(isHarmlessMarkup(markup)).toBe(false);
  });

  it('lets prose about such things pass', () => {
    expect(isHarmlessMarkup('<p>网页里的 onload= 和 javascript: 是程序的写法</p>')).toBe(true);
  });
});

describe('trusted scripts', () => {
  it.each([
    ['/assets/a.js', 'https://example.org/cases/', true],
    ['https://example.org/assets/a.js', 'https://example.org/', true],
    ['https://evil.example/a.js', 'https://example.org/', false],
    ['//evil.example/a.js', 'https://example.org/', false],
    ['data:text/javascript,alert(1)', 'https://example.org/', false],
    ['blob:https://example.org/1', 'https://example.org/', false],
    ['../assets/a.js', 'file:///F:/site/cases/index.html', true],
    ['https://evil.example/a.js', 'file:///F:/site/index.html', false],
  ])('%s on %s', (address, here, expected) => expect(isOwnScript(address, here)).toBe(expected));
});

it('comes first in every script that pages load', () => {
  const first = (script = '') => /^\s*import '([^']+)'/m.exec(script)?.[1];
  const inside = (file: string) => first(/<script>([^]*?)<\/script>/.exec(readFileSync(file, 'utf8'))?.[1]);
  expect(inside('src/pages/handout/sheets/index.astro')).toMatch(/components\/trusted\.client\.ts$/);
  expect(inside('src/layouts/Base.astro')).toBe('./site.client.ts');
  expect(first(readFileSync('src/layouts/site.client.ts', 'utf8'))).toBe('../components/trusted.client.ts');
});
