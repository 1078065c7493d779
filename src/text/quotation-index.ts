import { align, similarityOf } from './alignment.ts';
import { difference, sameWording, type Segment } from './difference.ts';
import { explained, nearCandidate, sameCandidate, select, wholesFirst, type Candidate } from './candidates.ts';
import { inOneRun, omissionsOf, sameOnes, shortestPart, type Same } from './exact.ts';
import { GramIndex } from './gram-index.ts';
import { nearOnes } from './near.ts';
import { normalForm, originalRange } from './normal-form.ts';
import { read, type Reading } from './reading.ts';

/** A registered wording. */
export interface Registered {
  id: string;
  text: string;
}

/** A place where a registered quotation, or eight or more of its characters, stands unchanged (marks aside). */
export interface Match {
  id: string;
  /** Offsets in the text as it was given, from the first to past the last character. */
  from: number;
  to: number;
  /** The same stretch in the registered text. */
  quoteFrom: number;
  quoteTo: number;
  whole: boolean;
  omission: boolean;
  samePunctuation: boolean;
}

export interface Finding extends Omit<Match, 'samePunctuation'> {
  /**
   * exact: the whole quotation; excerpt: a part of it, or parts with …… between; punctuation: the same characters with other
   * marks; near: characters added, dropped, changed; order: clauses in other order.
   */
  kind: 'exact' | 'excerpt' | 'punctuation' | 'near' | 'order';
  similarity: number;
  difference: Segment[];
  /** Stands within quotation marks. */
  marked: boolean;
  /** Other quotations that have the same words at this place. */
  others: string[];
}

export interface Similar {
  id: string;
  similarity: number;
  difference: Segment[];
}

/** Whether marks differ. One quotation mark more is none: the author's own marks begin or end within the wording. */
function otherMarks(changes: readonly Segment[]): boolean {
  const changed = changes.filter(({ kind }) => kind !== 'same');
  return changed.length > 1 || (changed.length === 1 && !(changed[0]?.kind === 'extra' && /^[“”‘’「」『』]$/.test(changed[0].text)));
}

/**
 * Registered quotations, ready to be looked for in any text. Building takes a walk through all of them; a search costs about
 * the number of characters that text and quotations share. Everything is compared in the normal form of search and
 * reported in offsets of the original.
 */
export class QuotationIndex {
  private readonly quotations: readonly Registered[];
  private readonly readings: Reading[];
  private readonly grams: GramIndex;
  private readonly byId: Map<string, string>;

  constructor(quotations: readonly Registered[]) {
    this.quotations = quotations;
    this.byId = new Map(quotations.map(({ id, text }) => [id, text]));
    this.readings = quotations.map(({ text }) => read(text));
    this.grams = new GramIndex(this.readings.map(({ normal }) => normal.form));
  }

  /** Every place where a quotation, or a continuous part of at least eight characters, stands in the text. */
  exact(text: string): Match[] {
    const reading = read(text);
    const matches: Match[] = [];
    for (const [quotation, runs] of this.grams.shared(reading.normal.form))
      for (const same of sameOnes(quotation, this.lengthOf(quotation), runs, [])) matches.push(this.match(same, reading));
    return matches.sort((a, b) => a.from - b.from || b.to - a.to);
  }

  /** What the text has of the quotations, right or wrong: findings that do not overlap, in the order of the text. */
  scan(text: string): Finding[] {
    const reading = read(text);
    const { form } = reading.normal;
    const cuts = omissionsOf(text, reading.place);
    const right: Candidate[] = [];
    const wrong: Candidate[] = [];
    for (const [quotation, runs] of this.grams.shared(form)) {
      const quote = this.read(quotation);
      const length = quote.normal.form.length;
      for (const same of sameOnes(quotation, length, runs, cuts)) {
        const part = same.omission ? same : inOneRun(same, reading, quote);
        if (part) right.push(sameCandidate(part, length));
      }
      for (const near of nearOnes(runs, { text: form, quote: quote.normal.form, gap: reading.gap, quoteGap: quote.gap, run: reading.run })) wrong.push(nearCandidate(quotation, near, length));
    }
    const errors = wrong.filter((candidate) => !explained(candidate, right, this.lengthOf));
    // What is unchanged inside a quotation with an error is no excerpt of it.
    const within = ({ quotation, textFrom, textTo }: Candidate) => errors.some((error) => error.quotation === quotation && error.textFrom <= textFrom && error.textTo >= textTo);
    return select(wholesFirst([...right.filter((candidate) => !within(candidate)), ...errors], this.lengthOf), form.length, this.lengthOf, shortestPart)
      .map((candidate) => this.finding(candidate, right, reading))
      // Twelve characters of prose with other marks are the author's own way of punctuating, not a quotation.
      .filter(({ kind, marked, from, to, whole }) => kind !== 'punctuation' || marked || whole || to - from > 12)
      .sort((a, b) => a.from - b.from);
  }

  /** The quotations most like a run of text, best first: at most three, and none that is not half like it. */
  nearest(run: string): Similar[] {
    const normal = normalForm(run.slice(0, 1_000));
    const shared = [...this.grams.shared(normal.form)].map(([quotation, runs]) => ({ quotation, weight: runs.reduce((sum, { length }) => sum + length, 0) }));
    shared.sort((a, b) => b.weight - a.weight || a.quotation - b.quotation);
    return shared
      .slice(0, 12)
      .flatMap(({ quotation }) => {
        const aligned = align(normal.form, 0, normal.form.length, this.read(quotation).normal.form);
        if (!aligned) return [];
        const part = aligned.quoteTo - aligned.quoteFrom;
        const similarity = aligned.matched / Math.max(normal.form.length, part);
        const range = originalRange(this.read(quotation).normal, aligned.quoteFrom, aligned.quoteTo);
        const { id, text } = this.quotations[quotation] as Registered;
        return [{ id, similarity, difference: difference(run, text.slice(range.from, range.to)) }];
      })
      .filter(({ similarity }) => similarity >= 0.5)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, 3);
  }

  private readonly lengthOf = (quotation: number): number => this.read(quotation).normal.form.length;

  private read(quotation: number): Reading {
    return this.readings[quotation] as Reading;
  }

  private match(same: Same, { text, normal }: Reading): Match {
    const { id, text: quote } = this.quotations[same.quotation] as Registered;
    const here = originalRange(normal, same.textFrom, same.textTo);
    const there = originalRange(this.read(same.quotation).normal, same.quoteFrom, same.quoteTo);
    return {
      id,
      ...here,
      quoteFrom: there.from,
      quoteTo: there.to,
      whole: same.matched === this.lengthOf(same.quotation),
      omission: same.omission,
      samePunctuation: same.omission || sameWording(text.slice(here.from, here.to), quote.slice(there.from, there.to)),
    };
  }

  private finding(candidate: Candidate, right: readonly Candidate[], reading: Reading): Finding {
    const marked = reading.run(candidate.textFrom) !== undefined;
    if (candidate.near) {
      const { kind, alignment } = candidate.near;
      const { id, text: quote } = this.quotations[candidate.quotation] as Registered;
      const here = originalRange(reading.normal, alignment.textFrom, alignment.textTo);
      const there = originalRange(this.read(candidate.quotation).normal, alignment.quoteFrom, alignment.quoteTo);
      const changes = difference(reading.text.slice(here.from, here.to), quote.slice(there.from, there.to));
      return { kind, id, ...here, quoteFrom: there.from, quoteTo: there.to, whole: false, omission: false, similarity: similarityOf(alignment), difference: changes, marked, others: [] };
    }
    // Of the quotations that have these very words, the one with the same marks, then the one that is quoted whole.
    const matches = right
      .filter(({ textFrom, textTo }) => textFrom <= candidate.textFrom && textTo >= candidate.textTo)
      .flatMap(({ same, textFrom, quoteFrom }) => {
        if (!same || (same.omission && same !== candidate.same)) return [];
        const shift = quoteFrom + candidate.textFrom - textFrom;
        const part = same.omission ? same : { ...same, textFrom: candidate.textFrom, textTo: candidate.textTo, quoteFrom: shift, quoteTo: shift + candidate.textTo - candidate.textFrom, matched: candidate.matched };
        return [this.match(part, reading)];
      })
      .sort((a, b) => Number(b.samePunctuation) - Number(a.samePunctuation) || Number(b.whole) - Number(a.whole));
    const { samePunctuation, ...match } = matches[0] as Match;
    const wording = (this.byId.get(match.id) ?? '').slice(match.quoteFrom, match.quoteTo);
    const changes = difference(reading.text.slice(match.from, match.to), wording);
    const others = matches.filter((other) => other.id !== match.id && other.samePunctuation === samePunctuation).map(({ id }) => id);
    return {
      ...match,
      kind: otherMarks(changes) && !match.omission ? 'punctuation' : match.whole ? 'exact' : 'excerpt',
      similarity: 1,
      difference: changes,
      marked,
      others: [...new Set(others)],
    };
  }
}
