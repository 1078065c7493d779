import type { APIRoute } from 'astro';
import { exported, exportFormats, type ExportFormat } from '../../features/citation/export.ts';
import { sourceReference } from '../../features/citation/reference.ts';
import { usedSources } from '../../library/links.ts';
import { entries } from '../../library/register.ts';

/** All sources that the site rests on, as files beside their list. */
export const getStaticPaths = () => exportFormats.map(({ extension }) => ({ params: { format: extension } }));

export const GET: APIRoute<Record<string, never>, { format: ExportFormat }> = async ({ params }) => {
  const used = await usedSources();
  return exported(entries('sources').filter((source) => used.has(source.id)).map(sourceReference), params.format);
};
