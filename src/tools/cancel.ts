import { constants } from 'node:os';
import { stopRunning } from './spawn.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * While `work` runs, Ctrl+C, a closed window and a polite kill clean up before the process ends: the programs it started
 * are stopped, `cleanUp` is done, one sentence is said, and the exit code is the shell's for that signal.
 */
export async function cancellable<Result>(work: () => Promise<Result>, cleanUp: () => void, words: string): Promise<Result> {
  const stop = (signal: (typeof signals)[number]) => {
    stopRunning();
    try {
      cleanUp();
    } catch (_error) {
      // A browser that is still ending may write meanwhile; the next build sweeps up.
    }
    console.error(`\n${words}`);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, stop);
    cleanUp();
  }
}
