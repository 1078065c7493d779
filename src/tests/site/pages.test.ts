import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../features/search/reading-text.ts';
import { builtPages } from './dist.ts';

const pages = builtPages();
const byPath = new Map(pages.map((page) => [page.path, page]));
const ids = new Map(pages.map((page) => [page.path, page.elements.map((element) => element.attribs.id).filter(Boolean)]));

describe('built pages', () => {
  it('has every kind of page', () => {
    for (const path of ['/', '/lessons/overview/', '/cases/xiadang/', '/forms/', '/forms/wenti-qingdan/', '/forms/wenti-qingdan/sheet/', '/plans/', '/plans/party-meeting-45/', '/plans/party-meeting-45/leader/', '/quotes/q-huixin-lili/', '/topics/sixia/', '/timeline/', '/glossary/', '/misquotes/', '/sources/', '/search/', '/proofread/', '/about/', '/404.html'])
      expect(byPath.has(path), path).toBe(true);
  });

  it('links only to pages and anchors that exist', () => {
    const broken: string[] = [];
    for (const page of pages)
      for (const element of page.elements) {
        const target = element.attribs.href ?? element.attribs.src;
        if (!target || /^(https?:|data:|mailto:)/.test(target)) continue;
        const { pathname, hash } = new URL(target, `http://x${page.path}`);
        const isFile = existsSync(join('dist', decodeURIComponent(pathname)));
        if (!byPath.has(pathname) && !isFile) broken.push(`${page.path} -> ${target}`);
        else if (hash && byPath.has(pathname) && !ids.get(pathname)?.includes(decodeURIComponent(hash.slice(1)))) broken.push(`${page.path} -> ${target}`);
      }
    expect(broken).toEqual([]);
  });

  it('has unique ids, one h1, a title of its own and the language on every page', () => {
    const titles = new Map<string, string>();
    for (const page of pages) {
      const own = ids.get(page.path) ?? [];
      expect(own.filter((id, at) => own.indexOf(id) !== at), page.path).toEqual([]);
      expect(page.elements.filter((element) => element.name === 'h1').length, page.path).toBe(1);
      const title = /<title>(.*?)<\/title>/.exec(page.html)?.[1] ?? '';
      expect(titles.get(title), `${page.path}: ${title}`).toBeUndefined();
      titles.set(title, page.path);
      expect(page.html).toContain('<html lang="zh-Hans-CN"');
    }
  });

  it('leaves no mark of Markdown, template or bundler unread', () => {
    for (const page of pages) expect(/\*\*|~~|\[\^|__VITE_PRELOAD__|undefined|\[object /.exec(page.html)?.[0], page.path).toBeUndefined();
  });

  it('links out only where a source may be linked', () => {
    const allowed = new Set(readFileSync('content/sources.yaml', 'utf8').split(/^- /m).filter((entry) => /linkable: true/.test(entry)).map((entry) => /url: ['"]?([^'"\n]+)/.exec(entry)?.[1]));
    for (const page of pages)
      for (const element of page.elements)
        if (element.name === 'a' && /^https?:/.test(element.attribs.href ?? '')) expect(allowed.has(element.attribs.href), `${page.path} ${element.attribs.href}`).toBe(true);
  });

  it('keeps a strict content security policy and no inline style or handler', () => {
    for (const page of pages) {
      const policy = page.elements.find((element) => element.attribs['http-equiv'] === 'Content-Security-Policy')?.attribs.content ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe-inline');
      for (const element of page.elements) {
        expect(element.attribs.style, page.path).toBeUndefined();
        expect(Object.keys(element.attribs).filter((name) => name.startsWith('on')), page.path).toEqual([]);
        if (element.name === 'script') {
          expect(element.attribs.src, page.path).toMatch(/^\/assets\//);
          // Only the reading settings may hold the first paint up: they decide its colours and sizes.
          expect('async' in element.attribs || 'defer' in element.attribs || element.attribs.type === 'module' || /^\/assets\/boot\.[^/]+\.js$/.test(element.attribs.src ?? ''), page.path).toBe(true);
        }
      }
    }
  });

  it('names no font file', () => {
    for (const page of pages) expect(page.html, page.path).not.toMatch(/\.(woff2?|ttf|otf)/);
  });
});

describe('reading text', () => {
  it('gives every lesson, case, essay, form, plan, quotation, event, term and misquotation a search record', () => {
    const records = pages.flatMap((page) => recordsOf(page.html, page.path));
    const count = (type: string) => records.filter((record) => record.type === type).length;
    expect(count('学习材料')).toBeGreaterThanOrEqual(5);
    expect(count('案例')).toBeGreaterThanOrEqual(3);
    expect(count('参考文章')).toBeGreaterThanOrEqual(13);
    expect(count('工具表单')).toBeGreaterThanOrEqual(9);
    expect(count('学习方案')).toBeGreaterThanOrEqual(6);
    expect(count('论述')).toBeGreaterThanOrEqual(182);
    expect(count('大事')).toBeGreaterThanOrEqual(113);
    expect(count('名词')).toBeGreaterThanOrEqual(64);
    expect(count('辨正')).toBeGreaterThanOrEqual(35);
    expect(new Set(records.map((record) => record.url)).size).toBe(records.length);
  });
});
