import { pairsAbove, type Catalogue, type Facets, type FacetColumn, type FacetName, type StoredRecord } from '../index/format.ts';
import type { IndexedText } from '../index/layout.ts';
import type { Shards } from '../index/write.ts';
import type { SearchRecord } from '../reading-text.ts';

/** Names that readers see for ids; a value without one is its own name. */
export type Labels = Partial<Record<FacetName, ReadonlyMap<string, string>>>;

/** What is kept of a record to show it. */
export const stored = ({ url, title, note, grade, sources, blocks }: SearchRecord): StoredRecord => ({
  url,
  title,
  note,
  blocks: blocks.map(({ text, anchor, heading }) => (heading ? [text, anchor ?? '', 1] : [text, anchor ?? ''])),
  ...(grade && { grade }),
  ...(sources.length > 0 && { sources }),
});

/** "2019-08-04/…" as 20190804; months and years without a day end in zeros. */
const dateNumber = (date: string): number => {
  const [year = '0', month = '0', day = '0'] = (date.split('/')[0] ?? '').split('-');
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
};

const decadeOf = (date: string): string[] => (date ? [`${date.slice(0, 3)}0`] : []);

const valuesOf: Record<FacetName, (record: SearchRecord) => string[]> = {
  type: ({ type }) => [type],
  topic: ({ topics }) => topics,
  decade: ({ date }) => decadeOf(date),
  place: ({ places }) => places,
  speaker: ({ speaker }) => (speaker ? [speaker] : []),
  class: ({ provenance }) => (provenance ? [provenance] : []),
};

/** One facet of all records. Values keep the order of `labels`, then that of their first use; decades run by time. */
function column(name: FacetName, records: readonly SearchRecord[], labels: ReadonlyMap<string, string> | undefined): FacetColumn {
  const used = new Set(records.flatMap(valuesOf[name]));
  const ordered = [...(labels?.keys() ?? [])].filter((id) => used.has(id));
  const ids = [...new Set([...ordered, ...used])];
  if (name === 'decade') ids.sort();
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const label = (id: string) => (name === 'decade' ? `${id}—${Number(id) + 9}` : labels?.get(id));
  return {
    values: ids.map((id) => ({ id, ...(label(id) && label(id) !== id && { label: label(id) ?? id }) })),
    of: records.map((record) => {
      const own = [...new Set(valuesOf[name](record))].map((id) => numbers.get(id) ?? -1);
      return own.length === 1 ? (own[0] ?? -1) : own.length === 0 ? -1 : own;
    }),
  };
}

/** What is needed to find and rank, and what results can be narrowed and sorted by. */
export function catalogueOf(records: readonly SearchRecord[], labels: Labels, { firsts, common }: Shards, packs: number[], { text, extents }: IndexedText): { catalogue: Catalogue; facets: Facets } {
  const facet = (name: FacetName) => column(name, records, labels[name]);
  return {
    catalogue: { shards: firsts, common: { pairs: common.map(({ pair }) => pair).join(''), parts: common.map(({ after }) => after.length) }, packs, extents, type: facet('type'), speaker: facet('speaker'), pairs: text.length > pairsAbove },
    facets: { topic: facet('topic'), decade: facet('decade'), place: facet('place'), class: facet('class'), dates: records.map(({ date }) => dateNumber(date)) },
  };
}
