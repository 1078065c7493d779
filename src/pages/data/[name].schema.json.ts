import type { APIRoute } from 'astro';
import { jsonSchemaOf } from '../../features/data/fields.ts';
import { dataNames, type DataName } from '../../features/data/schemas.ts';

/** The JSON Schema of each data file. */
export const getStaticPaths = () => dataNames.map((name) => ({ params: { name } }));

export const GET: APIRoute<Record<string, never>, { name: DataName }> = ({ params }) =>
  new Response(`${JSON.stringify(jsonSchemaOf(params.name), null, 1)}\n`, { headers: { 'Content-Type': 'application/schema+json' } });
