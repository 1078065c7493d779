import type { Place, Quote, Source, Term, Work } from '../../model/entries.ts';
import { difference, printable } from '../../text/difference.ts';
import { compareExcerpt } from '../../text/excerpt.ts';
import { norm } from '../../text/norm.ts';
import { QuotationIndex } from '../../text/quotation-index.ts';
import { entriesOf, type Corpus, type TextFile } from '../corpus.ts';
import { filesOf, memory } from '../memory.ts';
import { gap, passagesOf, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import { hanIn, isRegister, quotedIn, shortestQuotation, wordsIn } from '../quoted-passages.ts';
import type { Check } from '../rule.ts';

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
  // What our own titles quote is no title: it is looked at like any quotation.
  const ours = corpus.texts.map(titleOf).flatMap((title) => (quotedIn(title).some((run) => hanIn(wordsIn(title, run)) >= shortestQuotation) ? [] : [norm(title)]));
  return { quotes, index: new QuotationIndex(quotes), titles: [...titled, ...ours], terms: new Set([...terms, ...places].map(norm)) };
}

/** What is wrong with a run of quoted words, if anything. */
function faultOf(words: string, known: Known): Pick<Problem, 'level' | 'message' | 'hint' | 'rule'> | undefined {
  const form = norm(words);
  if (known.terms.has(form) || known.titles.some((title) => title.includes(form))) return undefined;
  // Inside “ ” the quotation's own marks are ‘ ’; the register has them as “ ”.
  const outer = words.replace(/[‘「『]/g, '“').replace(/[’」』]/g, '”');
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

/** The faults of a passage's quoted runs, with their places. A block set off with > is a quotation as it stands. */
function faultsIn(passage: Passage, known: Known): Problem[] {
  const { file, raw, from: start, text } = passage;
  const at = (offset: number) => ({ file, ...position(raw, start + offset) });
  const runs = quotedIn(text);
  const found = runs.flatMap((run): Problem[] => {
    const words = wordsIn(text, run);
    if (/<Q[\s/>]/.test(raw.slice(start + run.from, start + run.to)) && text.slice(run.from, run.to).includes(gap))
      return [{ ...at(run.from - 1), level: '错误', message: '<Q> 外面又打了引号', hint: '<Q> 的引号由网站加；去掉自己打的引号，引号里别的话写到外面', rule: 'unregistered-quote' }];
    const fault = hanIn(words) >= shortestQuotation ? faultOf(words, known) : undefined;
    return fault ? [{ ...at(run.from - 1), ...fault }] : [];
  });
  const words = wordsIn(text, { from: 0, to: text.length });
  if (!passage.setOff || runs.length > 0 || hanIn(words) < shortestQuotation) return found;
  const fault = faultOf(words, known);
  const first = text.search(/\p{Script=Han}/u);
  return fault ? [{ ...at(first), ...fault, ...(fault.rule === 'unregistered-quote' && { message: `引用块里有${fault.message}` }) }] : found;
}

const remembered = memory();

/** Quotation marks promise that somebody said it just so: what is not registered does not stand between them. */
export const unregisteredQuote: Check = {
  rules: [{ name: 'unregistered-quote', level: '错误', what: '引号、引用块里8个以上汉字的未登记引文；题名、名词、地名除外', exemptible: true }],
  run: (corpus) => {
    const against = [...filesOf(corpus, ['quotes', 'sources', 'works', 'glossary', 'places']), ...corpus.texts.map(titleOf)];
    let known: Known | undefined;
    return [...corpus.texts, ...corpus.entryFiles].flatMap((file) =>
      remembered(file, against, () =>
        passagesOf(file)
          .filter((passage) => !isRegister(passage) && (passage.setOff || /[“‘「『"＂]/.test(passage.text)))
          .flatMap((passage) => faultsIn(passage, (known ??= knownOf(corpus)))),
      ),
    );
  },
};
