import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages, resolveFrom, type LockedPackage } from './lockfile.ts';

/** Where the list of materials lies in the site. */
export const sbomFile = 'sbom.cdx.json';

const purl = ({ name, version }: { name: string; version: string }): string => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
const refOf = (entry: LockedPackage): string => `${purl(entry)}#${entry.place}`;

/** One word of a licence list, or an expression; the two have different places in CycloneDX. */
const licencesOf = (licence: string | undefined) => {
  if (!licence) return {};
  return { licenses: [/[() ]/.test(licence) ? { expression: licence } : { license: { id: licence } }] };
};

function hashesOf(integrity: string | undefined) {
  const [, kind, digest] = /^(sha\d+)-(\S+)/.exec(integrity ?? '') ?? [];
  const names: Record<string, string> = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };
  return kind && digest && names[kind] ? { hashes: [{ alg: names[kind], content: Buffer.from(digest, 'base64').toString('hex') }] } : {};
}

/**
 * The bill of materials of a build, CycloneDX 1.6: every package of the lock file, required or only used for building and
 * testing. It has no time stamp, and its number comes from its contents, so one commit gives one file.
 */
export function billOfMaterials(root = '.'): Record<string, unknown> | undefined {
  const packages = lockedPackages(join(root, 'package-lock.json'));
  if (!packages) return undefined;
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string; license: string; dependencies: Record<string, string>; devDependencies: Record<string, string>; optionalDependencies?: Record<string, string> };
  const list = [...packages.values()];
  const components = list.map((entry) => ({
    type: 'library',
    'bom-ref': refOf(entry),
    name: entry.name,
    version: entry.version,
    scope: entry.dev ? 'excluded' : entry.optional ? 'optional' : 'required',
    ...hashesOf(entry.integrity),
    ...licencesOf(entry.licence),
    purl: purl(entry),
  }));
  const graph = (place: string, names: readonly string[]) => [...new Set(names.flatMap((name) => resolveFrom(packages, place, name) ?? []).map(refOf))].sort();
  const dependencies = [
    { ref: 'own', dependsOn: graph('', Object.keys({ ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies })) },
    ...list.map((entry) => ({ ref: refOf(entry), dependsOn: graph(entry.place, entry.dependencies) })),
  ];
  const hex = createHash('sha256').update(JSON.stringify([components, dependencies])).digest('hex');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': 'own', name: own.name, version: own.version, ...licencesOf(own.license) } },
    components,
    dependencies,
  };
}

/** Writes the bill of materials into a site; says so where there is no lock file to make it from. */
export function writeSbom(folder: string, log: (line: string) => void): void {
  const bill = billOfMaterials();
  if (bill) writeFileSync(join(folder, sbomFile), `${JSON.stringify(bill, null, 1)}\n`);
  else log('没有 package-lock.json，没有写物料清单。');
}
