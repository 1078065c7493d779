import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, fileHashes } from './file-hashes.ts';
import { themeCopy } from './killed-builds.ts';
import { buildCopy } from './site-copy.ts';

/** Everything a build can make: PDFs, Word files, previews, sitemap. */
const all = { SITE: 'https://example.org', OG: 'on', PDF: 'on' };

/** What a power cut leaves of a file that was being written, and what a bad disk does. */
const damages: ((data: Buffer) => Buffer)[] = [
  (data) => data.subarray(0, data.length >> 1),
  (data) => Buffer.alloc(data.length),
  () => Buffer.alloc(0),
  (data) => Buffer.from(data.map((byte, at) => (at % 97 === 50 ? byte ^ 0x15 : byte))),
];

/** Damages every file that builds keep for the next one, each kind of damage in turn; how many there were. */
function damageCaches(root: string): number {
  const kept = readdirSync(join(root, '.astro'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  kept.forEach((file, at) => writeFileSync(file, damages[at % damages.length]?.(readFileSync(file)) ?? ''));
  return kept.length;
}

describe('builds of one commit', () => {
  const roots: string[] = [];
  let first: Map<string, string>;

  beforeAll(() => {
    roots.push(themeCopy(), themeCopy());
    buildCopy(roots[0] ?? '', { ...all, TZ: 'Asia/Shanghai', LANG: 'C.UTF-8' });
    first = fileHashes(join(roots[0] ?? '', 'dist'));
  }, 600_000);
  afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

  it('hold every kind of file', () => {
    const kinds = new Set([...first.keys()].map((name) => /[^./]+$/.exec(name)?.[0]));
    for (const kind of ['html', 'css', 'js', 'json', 'xml', 'txt', 'docx', 'pdf', 'png', 'svg', 'pagefind']) expect(kinds.has(kind), `${kind} of ${[...kinds].join()}`).toBe(true);
  });

  it('give the same bytes in another folder, time zone, language and second', () => {
    buildCopy(roots[1] ?? '', { ...all, TZ: 'America/New_York', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' });
    expect(differences(first, fileHashes(join(roots[1] ?? '', 'dist')))).toEqual([]);
  }, 600_000);

  it('give them again from caches cut short, emptied, filled with zeros and with noise', () => {
    const [root = ''] = roots;
    expect(damageCaches(root)).toBeGreaterThan(40);
    expect(buildCopy(root, all)).toMatch(/Word：新做/);
    expect(differences(first, fileHashes(join(root, 'dist')))).toEqual([]);
    expect(existsSync(join(root, '.astro', 'last'))).toBe(false);
  }, 600_000);
});
