import type { Place, Quote, Source, Term, Work } from '../../model/entries.ts';
import { difference, printable } from '../../text/difference.ts';
import { compareExcerpt } from '../../text/excerpt.ts';
import { norm } from '../../text/norm.ts';
import { QuotationIndex } from '../../text/quotation-index.ts';
import { quotedRuns } from '../../text/quoted-runs.ts';
import { entriesOf, type Corpus, type TextFile } from '../corpus.ts';
import { filesOf, memory } from '../memory.ts';
import { fieldOf, gap, passagesOf, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import type { Check } from '../rule.ts';

/** Fewer Han characters than this are a name or a word set off, not a quotation. */
const shortest = 8;
const han = /\p{Script=Han}/gu;

/** Registers of wordings and titles as they were printed; what stands there is what prose is compared with. */
const isRegister = (passage: Passage): boolean =>
  passage.collection === 'quotes' ||
  passage.collection === 'formulations' ||
  (passage.collection === 'misquotes' && fieldOf(passage) !== 'right') ||
  ((passage.collection === 'sources' || passage.collection === 'works') && fieldOf(passage) === 'title') ||
  passage.collection === 'site';

interface Known {
  quotes: { id: string; text: string; form: string }[];
  index: QuotationIndex;
  titles: string[];
  terms: Set<string>;
}

const titleOf = (text: TextFile): string => String((text.data.value as { title?: unknown } | undefined)?.title ?? '');

function knownOf(corpus: Corpus): Known {
  const quotes = entriesOf<Quote>(corpus, 'quotes').flatMap(({ value }) => (typeof value.text === 'string' ? [{ id: value.id, text: value.text, form: norm(value.text) }] : []));
  const titled = [...entriesOf<Source>(corpus, 'sources'), ...entriesOf<Work>(corpus, 'works')].map(({ value }) => norm(String(value.title ?? '')));
  const terms = entriesOf<Term>(corpus, 'glossary').flatMap(({ value }) => [String(value.term ?? ''), ...(Array.isArray(value.aliases) ? value.aliases.map(String) : [])]);
  const places = entriesOf<Place>(corpus, 'places').map(({ value }) => String(value.name ?? ''));
  const texts = corpus.texts.map(titleOf);
  return { quotes, index: new QuotationIndex(quotes), titles: [...titled, ...texts.map(norm)], terms: new Set([...terms, ...places].map(norm)) };
}

/** What is wrong with a run of quoted words, if anything. */
function faultOf(words: string, known: Known): Pick<Problem, 'level' | 'message' | 'hint' | 'rule'> | undefined {
  const form = norm(words);
  if (known.terms.has(form) || known.titles.some((title) => title.includes(form))) return undefined;
  // Inside “ ” the quotation's own marks are ‘ ’; the register has them as “ ”.
  const outer = words.replaceAll('‘', '“').replaceAll('’', '”');
  const first = form.slice(0, 3);
  const compared = known.quotes.filter(({ form: registered }) => registered.includes(first)).map(({ id, text }) => ({ id, ...compareExcerpt(outer, text) }));
  if (compared.some(({ kind }) => kind === 'same')) return undefined;
  const marks = compared.find(({ kind }) => kind === 'punctuation');
  if (marks)
    return { level: '提醒', message: `引文与登记的文字只差标点：${printable(difference(outer, marks.words))}`, hint: `登记的（${marks.id}）是“${marks.words}”，按编号引用就不会错`, rule: 'quote-punctuation' };
  const [near] = known.index.nearest(outer);
  const hint = near
    ? `最近的是 ${near.id}（相似度${Math.round(near.similarity * 100)}%）：${printable(near.difference)}。是引它，就按编号引用；不是，先登记再引，或者去掉引号写成大意`
    : '先在 content/quotes/ 登记再按编号引用；不是引文的，去掉引号，或者用 <Gist> 写成大意';
  return { level: '错误', message: `未登记引文“${words}”`, hint, rule: 'unregistered-quote' };
}

/** The faults of a passage's quoted runs, with their places. */
const faultsIn = (passage: Passage, known: Known): Problem[] =>
  quotedRuns(passage.text).flatMap(({ from, to }): Problem[] => {
    const words = passage.text.slice(from, to).split(gap).join('').replace(/\s+/g, '');
    if ((words.match(han) ?? []).length < shortest || passage.text[from - 1] !== '“') return [];
    const fault = faultOf(words, known);
    return fault ? [{ file: passage.file, ...position(passage.raw, passage.from + from - 1), ...fault }] : [];
  });

const remembered = memory();

/** Quotation marks promise that somebody said it just so: what is not registered does not stand between them. */
export const unregisteredQuote: Check = {
  rules: [{ name: 'unregistered-quote', level: '错误', what: '引号里8个以上汉字的未登记引文；题名、名词、地名除外', exemptible: true }],
  run: (corpus) => {
    const against = [...filesOf(corpus, ['quotes', 'sources', 'works', 'glossary', 'places']), ...corpus.texts.map(titleOf)];
    let known: Known | undefined;
    return [...corpus.texts, ...corpus.entryFiles].flatMap((file) =>
      remembered(file, against, () =>
        passagesOf(file)
          .filter((passage) => passage.text.includes('“') && !isRegister(passage))
          .flatMap((passage) => faultsIn(passage, (known ??= knownOf(corpus)))),
      ),
    );
  },
};
