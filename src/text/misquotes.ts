import { matches } from './matches.ts';
import { norm } from './norm.ts';
import { normalForm, originalRange } from './normal-form.ts';

/**
 * What a register of misquotations knows of one: wordings that are wrong, alone or beside one of the words `near`; a sentence
 * with one of the words `unless` speaks about the error and does not make it.
 */
export interface MisquoteRow {
  id: string;
  forms: readonly { text: string; near: readonly string[]; unless?: readonly string[] }[];
}

/** A wrong form found in a text; offsets are those of the text. */
export interface MisquoteFinding {
  id: string;
  from: number;
  to: number;
}

/**
 * Prepares a register for searching. The search compares normal forms, so width, punctuation and spaces do not hide a
 * wrong wording; the words beside it must stand in the same sentence. Overlapping findings of one entry count once.
 */
export function misquoteFinder(rows: readonly MisquoteRow[]): (text: string) => MisquoteFinding[] {
  const forms = rows.flatMap(({ id, forms: wrong }) => wrong.map(({ text, near, unless = [] }) => ({ id, form: norm(text), near: near.map(norm), unless: unless.map(norm), han: Array.from(new Set(norm(text).replace(/[^\u4e00-\u9fff]/g, ''))) }))).filter(({ form }) => form !== '');
  return (text) => {
    // Most texts lack some character of most forms, which spares the walk through their sentences.
    const hopeful = forms.filter(({ form, han }) => form.length <= text.length && han.every((character) => text.includes(character)));
    if (hopeful.length === 0) return [];
    const found: MisquoteFinding[] = [];
    for (const { text: sentence, from: offset } of matches(text, /[^。！？\n]+/g)) {
      const normal = normalForm(sentence);
      const has = (word: string) => normal.form.includes(word);
      for (const { id, form, near, unless } of hopeful) {
        if (!has(form) || (near.length > 0 && !near.some(has)) || unless.some(has)) continue;
        for (let at = normal.form.indexOf(form); at >= 0; at = normal.form.indexOf(form, at + form.length)) {
          const { from, to } = originalRange(normal, at, at + form.length);
          const place = { id, from: offset + from, to: offset + to };
          if (!found.some((other) => other.id === id && other.from < place.to && place.from < other.to)) found.push(place);
        }
      }
    }
    return found.sort((a, b) => a.from - b.from);
  };
}
