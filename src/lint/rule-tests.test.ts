import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from './check.ts';

const tests = readdirSync('src/lint', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('rule-tests.test.ts'))
  .map((file) => ({ file, text: readFileSync(`src/lint/${file}`, 'utf8').replace(/\\/g, '') }));

/** The test files that have a message of the rule to the word, and a mark or a line and column before it. */
const proving = (name: string) => tests.filter(({ text }) => text.includes(`[${name}]`) && /‸|:\d+:\d+|placeOf/.test(text));

describe('tests of rules', () => {
  it.each(rules.map(({ name }) => name))('%s has a test with a marked place and its message', (name) => expect(proving(name).map(({ file }) => file)).not.toEqual([]));

  it('would miss a rule without one', () => expect(proving('no-such-rule')).toEqual([]));
});
