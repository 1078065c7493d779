/** Every change of what is kept goes through here, so that after the reader's refusal nothing is ever put back by work that was still on its way. */
let isShut = false;
const going = new Set<Promise<unknown>>();

/** Nothing may be written any more. */
export class Shut extends Error {}

/** Whether the reader will have nothing kept. Whoever reads asks too: opening a cache that is gone makes it anew. */
export const shut = (): boolean => isShut;

/** Does a piece of writing, or none after the gate was shut. Each piece is small and needs no network. */
export async function write<Value>(work: () => Promise<Value>): Promise<Value> {
  if (isShut) throw new Shut();
  const piece = work();
  going.add(piece);
  try {
    return await piece;
  } finally {
    going.delete(piece);
  }
}

/** Lets nothing in from now on. Resolves when the last piece of writing that had begun is over. */
export async function shutGate(): Promise<void> {
  isShut = true;
  while (going.size > 0) await Promise.all(Array.from(going, (piece) => piece.catch(() => undefined)));
}

/** The reader wants things kept again. */
export const openGate = (): void => void (isShut = false);
