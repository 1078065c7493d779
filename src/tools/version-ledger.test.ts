import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { presentVersions, recordVersions } from './version-ledger.ts';

it('records a version once, keeps the old ones, and has a print for each numbered paragraph', () => {
  const root = mkdtempSync(join(tmpdir(), 'versions-'));
  mkdirSync(join(root, 'content'));
  const first = { code: 'aaaaaa', date: '2026-11-01', prints: 'abcd efgh' };
  const second = { ...first, code: 'bbbbbb', date: '2026-11-20' };
  expect(recordVersions(root, { '/cases/x/': first })).toBe(1);
  expect(recordVersions(root, { '/cases/x/': first })).toBe(0);
  expect(recordVersions(root, { '/cases/x/': second, '/cases/y/': first })).toBe(2);
  const written = readFileSync(join(root, 'content', 'versions.yaml'), 'utf8');
  expect(written).toMatch(/只增不删[^]*\/cases\/x\/:[^]*aaaaaa[^]*bbbbbb[^]*\/cases\/y\/:/);
  rmSync(root, { recursive: true });
  const present = presentVersions('dist');
  const html = readFileSync('dist/cases/xiadang/index.html', 'utf8');
  expect(present['/cases/xiadang/']?.prints.split(' ').length).toBe([...html.matchAll(/data-n="/g)].length);
  expect(html).toContain(`/v/${present['/cases/xiadang/']?.code}/`);
  expect(readFileSync(join('dist/v', present['/cases/xiadang/']?.code ?? '', 'index.html'), 'utf8')).toContain('现在的版本');
});
