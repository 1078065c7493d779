import type { Place, Quote, Source, Term, Work } from '../model/entries.ts';
import { entriesOf, type Corpus } from './corpus.ts';

/** The people and places that the registers know, and the terms that only contain their names. */
export interface KnownNames {
  people: RegExp;
  places: RegExp;
  terms: RegExp;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (names: Iterable<string>): RegExp => {
  const sorted = [...new Set(names)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  return sorted.length > 0 ? new RegExp(sorted.map(escape).join('|'), 'g') : /(?!)/g;
};

/** Words in a field for people that are not names of people. */
const notAPerson = /报|社|网|央视|委|办公|编辑|采访|中共|党|院|校|厅|局|记者|网友|评论|组|学习|新华|台|部|室|标语|民谚|内容|概括|文章|总纲|条例|本站|大军|转述|方案/;
const person = /^\p{Script=Han}{2,4}$/u;

/** The names in a field such as "陈增光转述", "马克思、恩格斯", "邱然、陈思（采访孙文友）". */
export const peopleIn = (field: string): string[] =>
  field
    .replace(/转述|回忆|口述|引$/g, '')
    .split(/[、，,；（）()：:]|采访|整理|摄/)
    .map((part) => part.trim())
    .filter((part) => person.test(part) && !notAPerson.test(part));

/** 寿宁县 is also called 寿宁; a name of two characters is never cut. */
const shortOf = (name: string): string[] => {
  const short = name.replace(/[县乡镇村市区]$/, '');
  return short.length > 1 && short !== name ? [name, short] : [name];
};

/** Collects the known names of a corpus: speakers, authors and those who pass words on; places with their short names. */
export function namesOf(corpus: Corpus): KnownNames {
  const quotes = entriesOf<Quote>(corpus, 'quotes').map(({ value }) => value);
  const authored = [...entriesOf<Source>(corpus, 'sources'), ...entriesOf<Work>(corpus, 'works')].map(({ value }) => value.author);
  const fields = [...quotes.flatMap((quote) => [quote.speaker, quote.relay]), ...authored].filter((field) => typeof field === 'string');
  const places = entriesOf<Place>(corpus, 'places').flatMap(({ value }) => shortOf(String(value.name ?? '')));
  const terms = entriesOf<Term>(corpus, 'glossary').flatMap(({ value }) => [String(value.term ?? ''), ...(Array.isArray(value.aliases) ? value.aliases.map(String) : [])]);
  return { people: anyOf(fields.flatMap(peopleIn)), places: anyOf(places), terms: anyOf(terms.filter((term) => !places.includes(term))) };
}

/** The first known person and place that words name outside terms such as 浦江经验. */
export function namesIn(words: string, names: KnownNames): { person?: string; place?: string } {
  const plain = words.replace(names.terms, '');
  const found = (pattern: RegExp) => plain.match(pattern)?.[0];
  const person = found(names.people);
  const place = found(names.places);
  return { ...(person && { person }), ...(place && { place }) };
}
