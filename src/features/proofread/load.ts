import type { ProofData } from './data.ts';
import { Proofreader } from './proofread.ts';

/** Fetches the data and makes the engine; in the worker, and in the page where no worker can be had. */
export async function loadProofreader(address: string): Promise<{ proofreader: Proofreader; data: ProofData }> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  const data = (await response.json()) as ProofData;
  return { proofreader: new Proofreader(data), data };
}
