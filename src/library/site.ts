import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { site as schema, type Site } from '../model/entries.ts';
import { withoutBom } from '../text/without-bom.ts';

let cached: Site | undefined;

/** Name, navigation and the choices of the home page, from content/site.yaml. */
export const site = (): Site =>
  (cached ??= schema.parse(parse(withoutBom(readFileSync(join(process.cwd(), 'content', 'site.yaml'), 'utf8')))));

/**
 * Where the site is published, "https://example.org": SITE in the environment, else content/site.yaml; empty where the
 * operator has said neither. What must be absolute (link previews, sitemap) is left out then.
 */
export const origin = (): string => (process.env.SITE ? new URL(process.env.SITE).origin : site().address);
