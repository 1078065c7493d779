import { loadProofreader } from './load.ts';
import type { Proofreader } from './proofread.ts';
import type { Answer, Request } from './worker-messages.ts';

const scope = self as unknown as { onmessage: (event: MessageEvent<Request>) => void; postMessage: (answer: Answer) => void };
let proofreader: Promise<Proofreader> | undefined;

async function load(address: string): Promise<Proofreader> {
  const { proofreader, data } = await loadProofreader(address);
  scope.postMessage({ ready: data.quotations.length });
  // The first check of a new engine takes three times as long; the sample takes that upon itself while the reader types.
  proofreader.check(data.sample);
  return proofreader;
}

scope.onmessage = async ({ data: request }) => {
  try {
    if ('load' in request) await (proofreader = load(request.load));
    else if (proofreader) {
      const findings = (await proofreader).check(request.text);
      scope.postMessage({ turn: request.turn, findings });
    }
  } catch (error) {
    scope.postMessage({ failed: String(error) });
  }
};
