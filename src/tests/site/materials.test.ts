import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedParts } from '../../features/licences/shipped.ts';
import { headersFile } from '../../tools/publish/hosts.ts';
import { billOfMaterials } from '../../tools/publish/sbom.ts';
import { builtPages } from './dist.ts';

describe('the bill of materials', () => {
  const bill = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as { bomFormat: string; specVersion: string; serialNumber: string; components: { 'bom-ref': string; name: string; version: string; scope: string; purl: string; licenses?: unknown[]; hashes?: { content: string }[] }[]; dependencies: { ref: string; dependsOn: string[] }[] };

  it('is CycloneDX, the same at every build, and lists every package of the lock file once', () => {
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.6']);
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(billOfMaterials()).toEqual(bill);
    const locked = Object.keys((JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> }).packages).filter((place) => place !== '');
    expect(bill.components.length).toBe(locked.length);
    expect(new Set(bill.components.map((component) => component['bom-ref'])).size).toBe(locked.length);
  });

  it('names licence and checksum of what is required, and only packages it lists', () => {
    const refs = new Set(['own', ...bill.components.map((component) => component['bom-ref'])]);
    for (const { ref, dependsOn } of bill.dependencies) for (const one of [ref, ...dependsOn]) expect(refs.has(one), one).toBe(true);
    const own = bill.dependencies.find(({ ref }) => ref === 'own')?.dependsOn ?? [];
    expect(own.some((ref) => ref.startsWith('pkg:npm/astro@'))).toBe(true);
    for (const component of bill.components.filter(({ scope }) => scope === 'required')) {
      // A package that declares no licence in its package.json has none here either; there is one of them.
      if (component.name !== 'format') expect(component.licenses?.length, component.name).toBe(1);
      expect(component.hashes?.[0]?.content, component.name).toMatch(/^[0-9a-f]{128}$/);
    }
  });
});

describe('licences', () => {
  it('are listed for every package that the bundler took into scripts for browsers', () => {
    const shipped = JSON.parse(readFileSync('.astro/shipped.json', 'utf8')) as string[];
    expect(shipped).toContain('qrcode');
    const listed = new Set(shippedParts.map(({ name }) => name));
    expect(shipped.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('come with their words', () => {
    const text = readFileSync('dist/about/licences/licences.txt', 'utf8');
    for (const { name } of shippedParts) expect(text).toContain(`\n${name} `);
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThanOrEqual(5);
    expect(builtPages().find(({ path }) => path === '/about/licences/')?.html).toContain('/about/licences/licences.txt');
  });
});

it('_headers is made from the one list, and promises no header that pages break', () => {
  const file = readFileSync('dist/_headers', 'utf8');
  expect(file).toBe(headersFile(''));
  for (const name of ['Content-Security-Policy', 'X-Content-Type-Options: nosniff', 'Referrer-Policy: no-referrer', 'Permissions-Policy']) expect(file).toContain(name);
  expect(file).toContain("frame-ancestors 'self'");
  expect(file).not.toContain('unsafe-inline');
  expect(file).toContain('/assets/*\n  Cache-Control: public, max-age=31536000, immutable');
  // Lasting caching only for names that change with the content.
  expect(existsSync('dist/assets')).toBe(true);
});
