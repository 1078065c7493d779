import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedParts, type ShippedPart } from './shipped.ts';

/** A shipped part with what its package says of itself. */
export interface LicensedPart extends ShippedPart {
  version: string;
  licence: string;
  /** The words of its licence and notices, which have to come with it. */
  text: string;
}

const require = createRequire(join(process.cwd(), 'package.json'));

/** The folder of an installed package, whether or not it exports its package.json. */
function folderOf(name: string): string {
  const roots = require.resolve.paths(name) ?? [];
  const found = roots.map((root) => join(root, name)).find((folder) => existsSync(join(folder, 'package.json')));
  if (!found) throw new Error(`没有装 ${name}，写不出它的许可证；请运行 npm ci`);
  return found;
}

const isNotice = (name: string): boolean => /licen[cs]e|notice|copying/i.test(name);

/** A bundler's licence file goes on with what it bundles for itself; none of that reaches readers. */
const ownPart = (text: string): string => text.split(/^# Licenses of bundled dependencies$/m)[0] ?? text;

/** Files of a package that state its licence; some packages have a folder of them. */
const noticesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isNotice(name))
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((found) => (found.isDirectory() ? readdirSync(join(folder, found.name)).sort().map((name) => join(folder, found.name, name)) : [join(folder, found.name)]));

/** Every shipped part, by name. A package without a licence text is a broken build: it may not be passed on. */
export const licensedParts = (): LicensedPart[] =>
  shippedParts.map((part) => {
    const folder = folderOf(part.name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license: string };
    const texts = noticesIn(folder).map((file) => ownPart(readFileSync(file, 'utf8')).trim());
    if (texts.length === 0) throw new Error(`${part.name} 里没有许可证文件`);
    return { ...part, version, licence: license, text: texts.join('\n\n') };
  });
