import { existsSync, readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { licensedParts } from '../../../features/licences/texts.ts';
import { site } from '../../../library/site.ts';

/** The words of all licences under which parts of the site are passed on, the site's own first. */
export const GET: APIRoute = () => {
  const rule = `\n\n${'='.repeat(72)}\n`;
  const own = existsSync('LICENSE') ? [`${site().name}\n\n${readFileSync('LICENSE', 'utf8').trim()}`] : [];
  const parts = licensedParts().map(({ name, version, licence, text }) => `${name} ${version}（${licence}）\n\n${text}`);
  return new Response(`${[...own, ...parts].join(rule)}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
