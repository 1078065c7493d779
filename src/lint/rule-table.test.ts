import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from './check.ts';
import { withRuleTable } from './rule-table.ts';

const handbook = readFileSync('content/README.md', 'utf8');

describe('the list of rules', () => {
  it('in the handbook is that of the code; renew it with npm run lint -- --rules', () => expect(withRuleTable(handbook)).toBe(handbook));

  it('names each rule once, with what it looks for', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    expect(rules.filter(({ name, what }) => !handbook.includes(`| \`${name}\` |`) || what.length < 4)).toEqual([]);
  });

  it('is not written into a handbook without its marks', () => expect(() => withRuleTable('# 手册')).toThrow('没有'));
});
