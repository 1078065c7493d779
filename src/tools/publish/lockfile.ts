import { existsSync, readFileSync } from 'node:fs';

/** What package-lock.json says of one installed package. */
export interface LockedPackage {
  /** Its place, "node_modules/astro/node_modules/zod". */
  place: string;
  name: string;
  version: string;
  licence: string | undefined;
  integrity: string | undefined;
  dev: boolean;
  optional: boolean;
  dependencies: string[];
}

interface RawPackage {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Every package of the lock file by its place; undefined where there is no lock file, as in copies made by tests. */
export function lockedPackages(file = 'package-lock.json'): Map<string, LockedPackage> | undefined {
  if (!existsSync(file)) return undefined;
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, RawPackage> };
  return new Map(
    Object.entries(packages)
      .filter(([place, { link }]) => place !== '' && !link)
      .map(([place, raw]) => [
        place,
        {
          place,
          name: raw.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
          version: raw.version ?? '',
          licence: raw.license,
          integrity: raw.integrity,
          dev: Boolean(raw.dev ?? raw.devOptional),
          optional: Boolean(raw.optional),
          dependencies: Object.keys({ ...raw.dependencies, ...raw.optionalDependencies }),
        },
      ]),
  );
}

/** The package that `name` means for a package at `place`: the nearest one above it, as Node looks. */
export function resolveFrom(packages: ReadonlyMap<string, LockedPackage>, place: string, name: string): LockedPackage | undefined {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = packages.get(`${at ? `${at}/` : ''}node_modules/${name}`);
    if (found || at === '') return found;
    if (!at.includes('/node_modules/')) return packages.get(`node_modules/${name}`);
  }
}
