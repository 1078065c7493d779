import type { Finding } from './finding.ts';
import { loadProofreader } from './load.ts';
import { portionsOf } from './portions.ts';
import type { Proofreader } from './proofread.ts';
import type { Answer, Request } from './worker-messages.ts';

/** Lets the page paint and answer to touches before the next portion. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Does in the page what the worker does elsewhere, for browsers that start none: old kernels, strict settings, a script
 * that was blocked. Texts are checked in portions, between which the page stays alive; a new request ends an old one.
 */
export class LocalProofreader {
  private proofreader: Promise<Proofreader> | undefined;
  private turn = 0;
  private readonly answer: (answer: Answer) => void;

  constructor(answer: (answer: Answer) => void) {
    this.answer = answer;
  }

  postMessage(request: Request): void {
    this.take(request).catch((error) => this.answer({ failed: String(error) }));
  }

  /** The check in hand is given up at its next portion. */
  terminate(): void {
    this.turn = -1;
  }

  private async take(request: Request): Promise<void> {
    if ('load' in request) {
      this.proofreader = loadProofreader(request.load).then(({ proofreader, data }) => {
        this.answer({ ready: data.quotations.length });
        return proofreader;
      });
      await this.proofreader;
      return;
    }
    this.turn = request.turn;
    const proofreader = await this.proofreader;
    const findings: Finding[] = [];
    for (const { from, text } of portionsOf(request.text)) {
      await breath();
      if (!proofreader || this.turn !== request.turn) return;
      findings.push(...proofreader.check(text).map((finding) => ({ ...finding, from: finding.from + from, to: finding.to + from })));
    }
    this.answer({ turn: request.turn, findings });
  }
}
