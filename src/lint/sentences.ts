import { gap, type Passage } from './passages.ts';

/** One sentence, or one clause of a chain with ；, of a passage. */
export interface Sentence {
  /** Its words without titles in 《 》, marks and registered quotations. */
  words: string;
  /** Offset in the file at which it begins. */
  from: number;
  /** Whether a source mark stands in it, or at the end of the chain of clauses that it belongs to. */
  sourced: boolean;
  /** Whether it asks. */
  asks: boolean;
}

const mark = /\[\^[^\]]+\]/;
const marks = /^(?:\[\^[^\]]+\])+/;
const ending = /[。！？；]/;
const closing = /[”’）》]/;

/** Offsets past each sentence of a passage: its end mark, the closing marks and the source marks behind it. */
function ends(words: string, raw: string): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    const character = words.charAt(at);
    if (character === '《') depth += 1;
    if (character === '》') depth = Math.max(0, depth - 1);
    // A quotation brings its own full stop: the source mark behind it ends the sentence.
    const afterQuote = character === gap && /(?:<\/Q>|\/>)$/.test(raw.slice(0, at)) && marks.test(raw.slice(at));
    if (!afterQuote && (depth > 0 || !ending.test(character))) continue;
    let end = afterQuote ? at : at + 1;
    while (closing.test(words.charAt(end)) || ending.test(words.charAt(end)) || raw.charAt(end) === '*') end += 1;
    const sources = marks.exec(raw.slice(end))?.[0] ?? '';
    end += sources.length;
    if (afterQuote && /[，、：。；！？）”]/.test(words.charAt(end))) continue;
    found.push(end);
    at = end - 1;
  }
  if (found[found.length - 1] !== words.length) found.push(words.length);
  return found;
}

/** The sentences of a passage, with the source marks that belong to each. */
export function sentencesOf(passage: Passage): Sentence[] {
  const raw = passage.raw.slice(passage.from, passage.from + passage.text.length);
  let from = 0;
  const parts = ends(passage.text, raw).map((to) => {
    const part = { words: passage.text.slice(from, to), raw: raw.slice(from, to), from };
    from = to;
    return part;
  });
  return parts
    .map((part, at): Sentence => {
      // A chain 甲；乙；丙。[^源] is one statement: the mark at its end covers its clauses.
      let last = at;
      // **抓住关键。**后文：the bold lead of a list item is the title of what follows.
      if (/^\*\*[^*]+\*\*[。：]?$/.test(part.raw.trim()) && last + 1 < parts.length) last += 1;
      while (/；[”’）》]*[\ue000\s]*$/.test(parts[last]?.words ?? '') && last + 1 < parts.length) last += 1;
      const words = part.words.replace(/《[^》]*》/g, '');
      const lead = part.words.length - part.words.replace(new RegExp(`^[\\s${gap}]+`), '').length;
      return { words, from: passage.from + part.from + lead, sourced: mark.test(part.raw) || mark.test(parts[last]?.raw ?? ''), asks: /？/.test(part.words) };
    })
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}
