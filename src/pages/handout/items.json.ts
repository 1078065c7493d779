import { basketTable } from '../../library/basket-table.ts';

/** What the codes in a basket's link stand for. */
export const GET = async () => new Response(JSON.stringify(await basketTable()), { headers: { 'Content-Type': 'application/json' } });
