import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkContent } from '../lint/check.ts';
import { checkQuotes } from './quote-check.ts';

const file = 'content/quotes/xi.yaml';
let root = '';
let said: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotes-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  said = [];
  for (const name of ['log', 'error'] as const) vi.spyOn(console, name).mockImplementation((words: string) => void said.push(words));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const edit = (from: string, to: string) => writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to));
const faults = () => checkContent(root).filter(({ rule }) => rule === 'fingerprint').length;
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root });

describe('check-quotes', () => {
  it('renews the check of a changed quotation and shows both wordings', () => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'a');
    edit('我至今还历历在目。', '我至今还历历在心。');
    git('commit', '-qam', 'b');
    expect(faults()).toBe(1);
    expect(checkQuotes(root, ['q-huixin-lili'])).toBe(0);
    expect(said[0]).toContain('原来：当年“三进下党”的场景，我至今还历历在目。\n  现在：当年“三进下党”的场景，我至今还历历在心。\n  差别：当年“三进下党”的场景，我至今还历历在［加：心］［去：目］。');
    expect(faults()).toBe(0);
  });

  it('says so where the old wording is not to be had', () => {
    edit('我至今还历历在目。', '我至今还历历在心。');
    expect(checkQuotes(root, ['q-huixin-lili'])).toBe(0);
    expect(said[0]).toContain('时的文字在版本历史里没有找到');
  });

  it('registers all new ones at once, and only those', () => {
    const before = readFileSync(join(root, file), 'utf8');
    edit(/\n {2}checked:.*/.exec(before)?.[0] ?? '', '');
    expect(checkQuotes(root, ['--all-new'])).toBe(0);
    expect(said.at(-1)).toContain('登记了 1 条引文的核对');
    expect(faults()).toBe(0);
    said = [];
    expect(checkQuotes(root, ['--all-new'])).toBe(0);
    expect(said).toEqual(['每条引文都有核对记录，没有要登记的。']);
  });

  it('changes nothing for a wrong id or option, and explains itself', () => {
    const before = readFileSync(join(root, file), 'utf8');
    expect(checkQuotes(root, ['q-huixin-lili', 'q-huixin-lil'])).toBe(1);
    expect(said).toEqual(['论述里没有编号“q-huixin-lil”。是不是“q-huixin-lili”？', '一条也没有登记。']);
    expect(checkQuotes(root, ['--al-new'])).toBe(2);
    expect(checkQuotes(root, [])).toBe(2);
    expect(checkQuotes(root, ['--help'])).toBe(0);
    expect(said.at(-1)).toMatch(/^用法：npm run check-quotes/);
    expect(readFileSync(join(root, file), 'utf8')).toBe(before);
  });
});
