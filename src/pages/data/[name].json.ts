import type { APIRoute } from 'astro';
import { dataFile } from '../../features/data/rows.ts';
import { dataNames, type DataName } from '../../features/data/schemas.ts';

/** Quotations, cases, terms and events for whoever wants to reuse them. */
export const getStaticPaths = () => dataNames.map((name) => ({ params: { name } }));

export const GET: APIRoute<Record<string, never>, { name: DataName }> = async ({ params }) =>
  new Response(`${JSON.stringify(await dataFile(params.name), null, 1)}\n`, { headers: { 'Content-Type': 'application/json' } });
