import { norm } from '../../../text/norm.ts';
import type { Catalogue, Facets } from '../index/format.ts';
import type { Found, Match, TermHit } from './exact.ts';

/**
 * Order of results: a hit in the title before one in a quotation, then headings, then body; more and rarer words before
 * fewer and common ones. A quotation's title is its words. Weights lie so far apart that the smaller terms (how often,
 * how much of the title, how near) only order what is of one kind.
 */
const titleWeight: Record<string, number> = { 名词: 10, 案例: 10, 学习材料: 10, 参考文章: 9.5, 工具表单: 9.5, 论述: 8, 大事: 7.8, 地点: 8.6, 学习方案: 7, 辨正: 5 };
const otherTitle = 8;
const headingWeight = 4.2;
/** The lines below a quotation name speaker and occasion; a study text treats what it mentions, an entry mentions in passing. */
const bodyWeight: Record<string, number> = { 论述: 2.8, 学习材料: 1.45, 案例: 1.45, 名词: 1.2, 大事: 1.1 };

/** The query is the name of the one who speaks. */
const speakerWeight = 4.8;

/** What a term in a record is worth, before its rarity. */
function worth(hit: TermHit, length: number, type: string, title: number, speaks: boolean): number {
  const [inTitle, inHeadings, inBody] = hit.counts;
  const often = Math.log2(1 + inHeadings * 2 + inBody);
  let value = Math.min(often * 0.12, 0.6);
  // The longer a quotation or an event, the less a word in it says; a short title is about the word.
  if (inTitle) value += (titleWeight[type] || otherTitle) + Math.min(1, length / Math.max(1, title - 1)) * 0.9 + (hit.whole ? 1.5 : 0);
  else if (speaks) value += speakerWeight;
  else if (inHeadings) value += headingWeight;
  else value += bodyWeight[type] || 1;
  return hit.asTyped ? value : value * 0.5;
}

/** How near the terms of a query stand to each other: 0 apart, 1 in one sentence. */
function nearness(terms: readonly TermHit[]): number {
  let sum = 0;
  for (let at = 1; at < terms.length; at += 1) {
    let best = Infinity;
    const before = terms[at - 1];
    const here = terms[at];
    if (!before || !here) continue;
    for (const a of before.places) for (const b of here.places) best = Math.min(best, Math.abs(a - b));
    sum += best < 40 ? 1 : best < 120 ? 0.5 : 0;
  }
  return sum / Math.max(1, terms.length - 1);
}

/** Matches by relevance; equals keep the order of the library. `typed` are the terms as typed. */
export function byRelevance(found: Found, catalogue: Catalogue, typed: readonly string[]): Match[] {
  const records = catalogue.extents.title.length;
  const rarity = found.spread.map((spread) => Math.log2(1 + records / Math.max(1, spread)));
  const { type: types, speaker: speakers } = catalogue;
  const names = speakers.values.map(({ id }) => norm(id));
  const scored = found.matches.map((match) => {
    const type = types.values[Number(types.of[match.record])];
    const title = catalogue.extents.title[match.record] || 0;
    const speaker = names[Number(speakers.of[match.record])];
    let score = 0;
    match.terms.forEach((hit, at) => {
      const term = typed[at] || '';
      score += (rarity[at] || 1) * worth(hit, term.length, (type && type.id) || '', title, term === speaker);
    });
    return { match, typed: match.terms.every((hit) => hit.asTyped), score: score * (1 + 0.15 * nearness(match.terms)) };
  });
  // What was typed comes before what only counts as the same.
  return scored.sort((a, b) => Number(b.typed) - Number(a.typed) || b.score - a.score || a.match.record - b.match.record).map(({ match }) => match);
}

/** Matches by date, the newest first; those without a date come last. */
export const byDate = (matches: readonly Match[], { dates }: Pick<Facets, 'dates'>): Match[] =>
  [...matches].sort((a, b) => (dates[b.record] || 0) - (dates[a.record] || 0) || a.record - b.record);
