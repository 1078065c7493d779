import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * Files kept between builds by the hash of what they were made from. The name also carries the hash of the contents, so a
 * file cut short by a power failure is not taken for a good one; it is made again. Writing is beside, then a rename.
 */
export class FileCache {
  private readonly folder: string;
  private readonly used = new Set<string>();
  /** Names of the kept files by their keys, read once: folders of thousands are slow to list. */
  private readonly kept: Map<string, string>;

  constructor(folder = join('.astro', 'downloads')) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.kept = new Map(readdirSync(folder).map((name) => [name.slice(0, name.lastIndexOf('-')), name]));
  }

  /** The kept file for a key, or undefined where there is none or its contents are not what was written. */
  get(key: string): Buffer | undefined {
    const name = this.kept.get(key);
    if (!name || !existsSync(join(this.folder, name))) return undefined;
    const data = readFileSync(join(this.folder, name));
    if (name !== `${key}-${sha256(data).slice(0, 16)}`) {
      rmSync(join(this.folder, name), { force: true });
      return undefined;
    }
    this.used.add(name);
    return data;
  }

  put(key: string, data: Uint8Array): void {
    const name = `${key}-${sha256(data).slice(0, 16)}`;
    const beside = join(this.folder, `.${name}.${process.pid}`);
    writeFileSync(beside, data);
    renameSync(beside, join(this.folder, name));
    this.kept.set(key, name);
    this.used.add(name);
  }

  /** Removes what no item of this build was made from. */
  sweep(): void {
    for (const name of existsSync(this.folder) ? readdirSync(this.folder) : []) if (!this.used.has(name)) rmSync(join(this.folder, name), { force: true });
  }
}
