import { proofData } from '../../features/proofread/collect.ts';
import { sourceLine } from '../../features/quotation/words.ts';

/** What proofreading on the device compares a text with. */
export const GET = async (): Promise<Response> => new Response(JSON.stringify(await proofData(sourceLine)), { headers: { 'Content-Type': 'application/json' } });
