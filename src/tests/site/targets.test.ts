import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenTargets, targets } from './targets.ts';

describe('what the site points to', () => {
  const all = targets('dist');

  it('is there: links, anchors, pictures, files, search records, feed, data, scripts', () => {
    expect(brokenTargets('dist', all)).toEqual([]);
  });

  it('is looked for in every kind of file', () => {
    const from = (pattern: RegExp) => all.filter((target) => pattern.test(target.from)).length;
    expect(from(/\/$/)).toBeGreaterThan(10_000);
    for (const [kind, least] of [[/^\/feed\.xml$/, 2], [/^\/opensearch\.xml$/, 1], [/^\/handout\/items\.json$/, 50], [/^\/data\/.*\.json$/, 50], [/^\/assets\/.*\.js$/, 50], [/^\/v\//, 50]] as const) expect(from(kind), String(kind)).toBeGreaterThanOrEqual(least);
    expect(all.filter(({ to }) => /#p\d+$/.test(to)).length).toBeGreaterThan(100);
  });

  it('is missed when it is gone', () => {
    const dist = mkdtempSync(join(tmpdir(), 'targets-'));
    const files: Record<string, string> = {
      'index.html': '<a href="/a/#p1"></a><a href="/a/#p2"></a><img srcset="/x.png 1x"><meta http-equiv="refresh" content="0; url=/b/"><p data-files="/c/">',
      'a/index.html': '<p id="p1">',
      'feed.xml': '<link href="/d/"/>',
      'data.json': '{"/e/": [{"url": "/a/#p3"}]}',
      'assets/one.js': 'import("./two.js");f(["assets/three.css"])',
      'assets/one.css': 'a{background:url(/f.svg)}',
    };
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(dist, name)), { recursive: true });
        writeFileSync(join(dist, name), text);
      }
      expect(brokenTargets(dist, targets(dist)).map((line) => line.replace(/.* -> /, '')).sort()).toEqual(['./two.js', '/a/#p2', '/a/#p3', '/assets/three.css', '/b/', '/c/', '/d/', '/e/', '/f.svg', '/x.png'].sort());
    } finally {
      rmSync(dist, { recursive: true, force: true });
    }
  });
});
