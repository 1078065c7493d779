import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { silentMinutes } from './reading-time.ts';
import { site } from './site.ts';

describe('the time a text takes', () => {
  it('counts what is read, not marks, components or addresses', () => {
    expect(silentMinutes('一'.repeat(800))).toBe(2);
    expect(silentMinutes(`[${'一'.repeat(400)}](/路/)。[^出处]<Quote id="引文" />`)).toBe(1);
  });

  it('is about twenty minutes for what a newcomer reads first', () => {
    const folders = { lesson: 'lessons', case: 'cases' };
    const minutes = site().firstRead.map(({ kind, id }) => silentMinutes(readFileSync(`content/${folders[kind]}/${id}.mdx`, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')));
    const total = minutes.reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(15);
    expect(total).toBeLessThanOrEqual(20.5);
  });
});
