import type { Quote } from '../../model/entries.ts';
import { printable, type Segment } from '../../text/difference.ts';
import { norm } from '../../text/norm.ts';
import { QuotationIndex } from '../../text/quotation-index.ts';
import { entriesOf, type Corpus, type EntryFile, type TextFile } from '../corpus.ts';
import { filesOf, memory } from '../memory.ts';
import { passagesOf, seen, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import { hanIn, isRegister, quotedIn, shortestQuotation, wordsIn } from '../quoted-passages.ts';
import type { Check } from '../rule.ts';

/** A run that is like a quotation is no chance from this length on: names and set phrases are shorter. */
const shortestNear = 13;
/** More characters changed than this make a paraphrase. */
const mostChanged = 4;
/** Words in marks shorter than this are like too many others. */
const shortestSetOff = 4;

const changedIn = (segments: readonly Segment[]): number => {
  const letters = (kind: Segment['kind']) => segments.reduce((sum, segment) => sum + (segment.kind === kind ? norm(segment.text).length : 0), 0);
  return Math.max(letters('missing'), letters('extra'));
};

/** Registered wordings without marks, each with its length, for runs that differ in one character. */
class Wordings {
  private readonly forms: { id: string; form: string }[];

  constructor(quotes: readonly { id: string; text: string }[]) {
    this.forms = quotes.map(({ id, text }) => ({ id, form: norm(text) }));
  }

  has(run: string): boolean {
    return this.forms.some(({ form }) => form.includes(run));
  }

  /** The stretch of a wording that a run is but for one character, or for two neighbours that changed places. */
  oneOff(run: string): { id: string; right: string } | undefined {
    const half = Math.ceil(run.length / 2);
    const parts = [{ part: run.slice(0, half), before: 0 }, { part: run.slice(half), before: half }, { part: run.slice(0, half - 1), before: 0 }, { part: run.slice(half + 1), before: half + 1 }];
    for (const { part, before } of parts.filter(({ part }) => part.length > 1))
      for (const { id, form } of this.forms)
        for (let at = form.indexOf(part); at >= 0; at = form.indexOf(part, at + 1)) {
          const right = at >= before ? form.slice(at - before, at - before + run.length) : '';
          if (right.length === run.length && isOneOff(run, right)) return { id, right };
        }
    return undefined;
  }
}

/** Whether two runs of one length differ in one place, or by two neighbours that changed places. */
function isOneOff(a: string, b: string): boolean {
  const places = [...a].flatMap((character, at) => (character === b.charAt(at) ? [] : [at]));
  const [first = 0, second = -1] = places;
  return places.length === 1 || (places.length === 2 && second === first + 1 && a.charAt(first) === b.charAt(second) && a.charAt(second) === b.charAt(first));
}

interface Known {
  index: QuotationIndex;
  wordings: Wordings;
  /** Titles, terms and names: what may look like a quotation and be none. */
  names: string;
}

function knownOf(corpus: Corpus): Known {
  const quotes = entriesOf<Quote>(corpus, 'quotes').flatMap(({ value }) => (typeof value.text === 'string' ? [{ id: value.id, text: value.text }] : []));
  const words = (collection: 'sources' | 'works' | 'glossary', fields: readonly string[]) => entriesOf<Record<string, unknown>>(corpus, collection).flatMap(({ value }) => fields.map((field) => norm(String(value[field] ?? ''))));
  return { index: new QuotationIndex(quotes), wordings: new Wordings(quotes), names: [...words('sources', ['title']), ...words('works', ['title', 'host']), ...words('glossary', ['term', 'aliases'])].join('\n') };
}

/** Words without marks that are a quotation but for a few characters. */
const unmarkedIn = (passage: Passage, { index }: Known): Problem[] => {
  const text = seen(passage.text);
  return index.scan(text).flatMap(({ kind, marked, id, from, to, difference }): Problem[] => {
    const changed = changedIn(difference);
    if ((kind !== 'near' && kind !== 'order') || marked || changed === 0 || changed > mostChanged || norm(text.slice(from, to)).length < shortestNear) return [];
    return [
      {
        file: passage.file,
        ...position(passage.raw, passage.from + from),
        level: '错误',
        message: `与论述 ${id} 只差几个字：${printable(difference)}`,
        hint: '是引它，就按编号引用；不是，换成自己的话',
        rule: 'near-quote',
      },
    ];
  });
};

/** Few words in marks that are part of a quotation but for one character. */
const shortIn = (passage: Passage, { wordings, names }: Known): Problem[] =>
  quotedIn(passage.text).flatMap((run): Problem[] => {
    const form = norm(wordsIn(passage.text, run));
    if (form.length < shortestSetOff || hanIn(form) !== form.length || form.length >= shortestQuotation || wordings.has(form) || names.includes(form)) return [];
    const found = wordings.oneOff(form);
    if (!found) return [];
    const hint = `登记的（${found.id}）是“${found.right}”；不是引它的，前一行写免检和理由`;
    return [{ file: passage.file, ...position(passage.raw, passage.from + run.from - 1), level: '提醒', message: `“${form}”与登记的论述只差一字`, hint, rule: 'short-quote' }];
  });

const remembered = memory();

/** Wordings that come so near a registered quotation that they can only be meant as it. */
export const nearQuote: Check = {
  rules: [
    { name: 'near-quote', level: '错误', what: '没有打引号、又与登记的论述只差几个字的话（13字以上）', exemptible: true },
    { name: 'short-quote', level: '提醒', what: '引号里4到7个字、与登记的论述只差一字的话', exemptible: true },
  ],
  run: (corpus) => {
    const against = filesOf(corpus, ['quotes', 'sources', 'works', 'glossary']);
    let known: Known | undefined;
    const look = (file: TextFile | EntryFile) => {
      const register = (known ??= knownOf(corpus));
      return passagesOf(file)
        .filter((passage) => !isRegister(passage))
        .flatMap((passage) => [...(passage.text.length >= shortestNear ? unmarkedIn(passage, register) : []), ...shortIn(passage, register)]);
    };
    return [...corpus.texts, ...corpus.entryFiles].flatMap((file) => remembered(file, against, () => look(file)));
  },
};
