import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCopy, copyProject } from '../../tools/site-copy.ts';
import { builtPages, type BuiltPage } from './dist.ts';
import { brokenTargets, targets } from './targets.ts';

/** The same engine with the small content of src/tests/theme, as the page on hosting tells people to begin. */
describe('another theme', () => {
  let root: string;
  let dist: string;
  let pages: BuiltPage[];
  let said: string;

  beforeAll(() => {
    root = copyProject(false);
    cpSync('src/tests/theme', join(root, 'content'), { recursive: true });
    said = buildCopy(root, { SITE: 'https://example.org', OG: 'on' });
    dist = join(root, 'dist');
    pages = builtPages(dist);
  }, 240_000);
  afterAll(() => root && rmSync(root, { recursive: true, force: true }));

  it('builds with its own name, texts and search, and nothing of this one', () => {
    const home = pages.find(({ path }) => path === '/')?.html ?? '';
    expect(home).toContain('<title>村图书角</title>');
    for (const path of ['/lessons/how/', '/cases/diyi-ge/', '/quotes/q-guihuan/', '/timeline/', '/glossary/', '/topics/guihuan/']) expect(pages.some((page) => page.path === path), path).toBe(true);
    expect(pages.some(({ path }) => path === '/cases/xiadang/')).toBe(false);
    // Pages on this site's own ways of working speak of them; pages of content must not.
    for (const { path, html } of pages.filter(({ path: at }) => /^\/(?:$|lessons|cases|quotes|topics|timeline|glossary)/.test(at))) expect(/四下基层|宁德|下党/.exec(html)?.[0], path).toBeUndefined();
    expect(existsSync(join(dist, 'search', 'data'))).toBe(true);
    expect(readFileSync(join(dist, 'data', 'quotes.json'), 'utf8')).toContain('借书要登记，看完按时归还。');
    expect(readFileSync(join(dist, 'data', 'quotes.schema.json'), 'utf8')).not.toContain('四下基层');
  });

  it('has no broken link, in the site map, the feed and the preview pictures too', () => {
    const all = targets(dist, pages);
    for (const [from, least] of [['/sitemap.xml', 10], ['/feed.xml', 3]] as const) expect(all.filter((target) => target.from === from && target.to.startsWith('https://example.org/')).length, from).toBeGreaterThanOrEqual(least);
    expect(all.filter(({ to }) => /^https:\/\/example\.org\/og\/.*\.png$/.test(to)).length).toBeGreaterThan(10);
    expect(brokenTargets(dist, all, 'https://example.org')).toEqual([]);
  });

  it('draws a picture for every listed page, each small and 1200 by 630', () => {
    expect(said).toMatch(/链接预览图：新画\d+张/);
    const named = pages.flatMap(({ path, html }) => (/property="og:image" content="https:\/\/example\.org(\/og\/[^"]+)"/.exec(html)?.[1] ? [{ path, file: /content="https:\/\/example\.org(\/og\/[^"]+)"/.exec(html)?.[1] ?? '' }] : []));
    expect(named.map(({ path }) => path)).toEqual(expect.arrayContaining(['/', '/cases/diyi-ge/', '/quotes/q-guihuan/']));
    for (const { path, file } of named) {
      const data = readFileSync(join(dist, file));
      expect(data.subarray(1, 4).toString(), path).toBe('PNG');
      expect([data.readUInt32BE(16), data.readUInt32BE(20)], path).toEqual([1200, 630]);
      expect(data.length, path).toBeLessThan(40 * 1024);
    }
    const unlisted = pages.filter(({ html }) => html.includes('content="noindex"'));
    for (const { path, html } of unlisted) expect(html.includes('og:image'), path).toBe(false);
  });

  it('draws none again when nothing has changed', { timeout: 120_000 }, () => {
    expect(buildCopy(root, { SITE: 'https://example.org', OG: 'on' })).not.toContain('链接预览图：新画');
  });
});
