import { norm } from './norm.ts';
import { normalForm, originalRange } from './normal-form.ts';

/** A run of this many characters, marks aside, is no chance: names and set phrases are shorter. */
export const shortestRun = 13;

/** A stretch of a text whose characters stand in another one too. */
export interface SharedRun {
  /** The words as the text has them. */
  words: string;
  /** Where else they stand. */
  source: string;
}

/** Texts that must not be repeated, by every run of their characters. */
export class RunIndex {
  private readonly runs = new Map<string, { source: string; form: string; at: number }>();

  add(source: string, text: string): void {
    const form = norm(text);
    for (let at = 0; at + shortestRun <= form.length; at += 1) {
      const run = form.slice(at, at + shortestRun);
      if (!this.runs.has(run)) this.runs.set(run, { source, form, at });
    }
  }

  /**
   * What a text shares with those of the index, in order, each run as long as it goes on. Wordings of `allowed` are no part
   * of any run: what stands before and behind them is looked at by itself.
   */
  shared(text: string, allowed: readonly string[] = []): SharedRun[] {
    const normal = normalForm(text);
    const form = allowed
      .map(norm)
      .sort((a, b) => b.length - a.length)
      .reduce((words, name) => words.split(name).join('\n'.repeat(name.length)), normal.form);
    const found: SharedRun[] = [];
    for (let at = 0; at + shortestRun <= form.length; at += 1) {
      const hit = this.runs.get(form.slice(at, at + shortestRun));
      if (!hit) continue;
      let length = shortestRun;
      while (at + length < form.length && hit.at + length < hit.form.length && form.charAt(at + length) === hit.form.charAt(hit.at + length)) length += 1;
      const { from, to } = originalRange(normal, at, at + length);
      found.push({ words: text.slice(from, to), source: hit.source });
      at += length - 1;
    }
    return found;
  }
}
