import { norm } from '../../text/norm.ts';
import { normalForm, originalRange } from '../../text/normal-form.ts';

/** Runs of this many characters in common are worth an editor's look; names and set phrases are shorter. */
export const shortestRun = 13;

/** The words of a text as search sees them. */
export const normalise = norm;

/** A stretch of a text that stands in another one too. */
export interface Run {
  /** Offsets in the text that was asked about. */
  from: number;
  to: number;
  /** Characters in common, marks not counted. */
  length: number;
  /** Where else the words stand. */
  name: string;
}

/** Texts by every run of their characters, to find what another text shares with them. */
export class PassageIndex {
  private readonly texts: { name: string; form: string }[] = [];
  private readonly grams = new Map<string, [text: number, at: number]>();

  add(name: string, text: string): void {
    const form = norm(text);
    const at = this.texts.push({ name, form }) - 1;
    for (let place = 0; place + shortestRun <= form.length; place += 1) {
      const gram = form.slice(place, place + shortestRun);
      if (!this.grams.has(gram)) this.grams.set(gram, [at, place]);
    }
  }

  /** The longest runs that the text shares with those in the index, from its start on, without overlap. */
  runs(text: string): Run[] {
    const normal = normalForm(text);
    const found: Run[] = [];
    for (let at = 0; at + shortestRun <= normal.form.length; ) {
      const [other, place] = this.grams.get(normal.form.slice(at, at + shortestRun)) ?? [-1, 0];
      const entry = this.texts[other];
      if (!entry) {
        at += 1;
        continue;
      }
      let length = shortestRun;
      while (at + length < normal.form.length && normal.form[at + length] === entry.form[place + length]) length += 1;
      found.push({ ...originalRange(normal, at, at + length), length, name: entry.name });
      at += length;
    }
    return found;
  }
}

const head = 300;
const nearest = 400;
const window = 400;
const enough = 60;

/**
 * Where the opening of a text comes back: within 400 characters at least 60 stand in runs that its first 300 have too. Two
 * essays on one subject begin alike; no essay says its opening twice. Undefined where nothing does.
 */
export function recurrence(texts: readonly string[]): { block: number; offset: number; length: number } | undefined {
  const forms = texts.map((text) => normalForm(text));
  const form = forms.map((part) => part.form).join('');
  const index = new PassageIndex();
  index.add('', form.slice(0, head));
  const runs = index.runs(form.slice(nearest)).map((run) => ({ at: run.from + nearest, length: run.length }));
  for (const run of runs) {
    const length = runs.filter(({ at }) => at >= run.at && at < run.at + window).reduce((sum, other) => sum + other.length, 0);
    if (length < enough) continue;
    let at = run.at;
    const block = forms.findIndex((part) => {
      if (at < part.form.length) return true;
      at -= part.form.length;
      return false;
    });
    return { block, offset: forms[block]?.from[at] ?? 0, length };
  }
  return undefined;
}
