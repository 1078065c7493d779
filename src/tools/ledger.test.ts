import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { format } from '../lint/problem.ts';
import { launch } from './browser.ts';
import { checkLedger, record } from './ledger.ts';
import { serve } from './serve.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  folders.push(folder);
  return folder;
};

/** A tiny built site with its ledger. */
function site(pages: string[], ledger: string): { root: string; dist: string } {
  const root = temporary();
  const dist = join(root, 'dist');
  for (const page of pages) {
    mkdirSync(join(dist, page), { recursive: true });
    writeFileSync(join(dist, page, 'index.html'), '');
  }
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content', 'addresses.yaml'), ledger);
  return { root, dist };
}

const ledger = `# 地址簿
addresses:
  /: 2026-11-25
  /old-index/: 2026-11-25
quotes:
  q-a: 2026-11-25
redirects: []
`;

describe('the finished site and the ledger', () => {
  it('misses an index page that is gone, and lists what is new', () => {
    const { root, dist } = site(['', 'plans', 'quotes/q-a', 'quotes/q-b'], ledger);
    const { problems, addresses, quotes } = checkLedger(root, dist);
    expect(problems.map(format)).toEqual([`content/addresses.yaml:4:16 错误 发布过的地址 /old-index/ 没有了 [addresses]\n    → 恢复这一页；改了名的，在 redirects 里加一条：{ from: /old-index/, to: 新地址, since: '今天的日期' }`]);
    expect([addresses, quotes]).toEqual([['/plans/'], ['q-b']]);
  });

  it('is content with a redirect, and asks for the page it leads to', () => {
    const moved = ledger.replace('redirects: []', "redirects:\n  - { from: /old-index/, to: /plans/, since: '2026-12-01' }");
    const good = site(['', 'plans', 'old-index', 'quotes/q-a'], moved);
    expect(checkLedger(good.root, good.dist)).toEqual({ problems: [], addresses: ['/plans/'], quotes: [] });
    const astray = site(['', 'old-index', 'quotes/q-a'], moved);
    expect(checkLedger(astray.root, astray.dist).problems.map(({ message }) => message)).toEqual(['没有 /plans/ 这一页']);
  });

  it('records what is new with its day and keeps every line there was', () => {
    const { root } = site([''], ledger);
    expect(record(root, { addresses: ['/plans/'], quotes: ['q-b'] }, '2026-12-01')).toBe(2);
    expect(readFileSync(join(root, 'content', 'addresses.yaml'), 'utf8')).toBe(
      ledger.replace('  /old-index/: 2026-11-25\n', '  /old-index/: 2026-11-25\n  /plans/: 2026-12-01\n').replace('  q-a: 2026-11-25\n', '  q-a: 2026-11-25\n  q-b: 2026-12-01\n'),
    );
  });

  it('starts a ledger where there is none', () => {
    const { root } = site([''], '');
    rmSync(join(root, 'content', 'addresses.yaml'));
    record(root, { addresses: ['/'], quotes: [] }, '2026-12-01');
    expect(readFileSync(join(root, 'content', 'addresses.yaml'), 'utf8')).toMatch(/^# 地址簿：[^]*\naddresses:\n {2}\/: 2026-12-01\nquotes:\s+\{\}\nredirects: \[\]\n$/);
  });
});

describe('npm run build', () => {
  it('refuses a site that lost an address and leaves dist alone; with redirects it builds their pages, also below a base', { timeout: 240_000 }, async () => {
    const root = temporary();
    for (const name of ['content', 'src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json']) cpSync(name, join(root, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    const file = join(root, 'content', 'addresses.yaml');
    const before = readFileSync(file, 'utf8').replace('addresses:\n', 'addresses:\n  /cases/old-name/: 2026-11-25\n  /old-index/: 2026-11-25\n');
    const cases = "  - { from: /cases/old-name/, to: /cases/xiadang/, since: '2026-12-01' }\n";
    // Not the test runner's own environment: its BASE_URL would reach the pages.
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, BASE: '/library/', PDF: 'off' };
    const build = () => {
      try {
        execFileSync(process.execPath, ['src/tools/run.mjs', 'build'], { cwd: root, stdio: 'pipe', encoding: 'utf8', env });
        return '';
      } catch (error) {
        return (error as { stderr: string }).stderr;
      }
    };
    writeFileSync(file, before.replace('redirects: []\n', `redirects:\n${cases}`));
    expect(build()).toMatch(/content\/addresses\.yaml:\d+:\d+ 错误 发布过的地址 \/old-index\/ 没有了/);
    expect(existsSync(join(root, 'dist'))).toBe(false);
    writeFileSync(file, before.replace('redirects: []\n', `redirects:\n${cases}  - { from: /old-index/, to: /glossary/#xianchang, since: '2026-12-01' }\n`));
    expect(build()).toBe('');
    const page = readFileSync(join(root, 'dist', 'cases', 'old-name', 'index.html'), 'utf8');
    expect(page).toContain('http-equiv="refresh" content="0; url=/library/cases/xiadang/"');
    expect(page).toContain('<link rel="canonical" href="/library/cases/xiadang/">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toMatch(/<a class="moved" href="\/library\/cases\/xiadang\/">/);
    expect(page).toMatch(/<script type="module" src="\/library\/assets\//);
    expect(page).not.toContain('data-pagefind-body');
    expect(readFileSync(join(root, 'dist', 'old-index', 'index.html'), 'utf8')).toContain('url=/library/glossary/#xianchang"');

    mkdirSync(join(root, 'served'));
    renameSync(join(root, 'dist'), join(root, 'served', 'library'));
    const { url, stop } = await serve(join(root, 'served'));
    const browser = await launch();
    /** Where a reader ends up who opens an old address. */
    const arrive = async (path: string, javaScriptEnabled: boolean, expected: string) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${url}/library${path}`);
      await page.waitForURL(`${url}/library${expected}`);
      await context.close();
    };
    try {
      await arrive('/cases/old-name/', true, '/cases/xiadang/');
      await arrive('/cases/old-name/?p=3', true, '/cases/xiadang/?p=3#p3');
      await arrive('/cases/old-name/#p5', true, '/cases/xiadang/#p5');
      await arrive('/cases/old-name/', false, '/cases/xiadang/');
      await arrive('/old-index/', false, '/glossary/#xianchang');
    } finally {
      await browser.close();
      await stop();
    }
  });
});
