import type { z } from 'zod';
import { ledger } from './addresses.ts';
import { event, misquote, place, quote, series, site, source, term, topic, work } from './entries.ts';
import { formulation } from './formulations.ts';
import { versionLedger } from './versions.ts';
import type { CollectionName, TextCollection } from './ids.ts';
import { caseHistory, essay, form, lesson, plan } from './texts.ts';

/** Front matter schema of each folder of MDX texts. */
export const textSchemas = { lessons: lesson, cases: caseHistory, essays: essay, forms: form } as const satisfies Record<
  TextCollection,
  z.ZodType
>;

/** Schema of one entry of each YAML collection. */
export const entrySchemas = {
  quotes: quote,
  sources: source,
  works: work,
  glossary: term,
  timeline: event,
  places: place,
  topics: topic,
  series: series,
  misquotes: misquote,
  formulations: formulation,
  plans: plan,
} as const satisfies Partial<Record<CollectionName, z.ZodType>>;

export type EntryCollection = keyof typeof entrySchemas;
export type EntryOf<Name extends EntryCollection> = z.infer<(typeof entrySchemas)[Name]>;

/** Schema of each file that is one entry: content/<name>.yaml. */
export const singleSchemas = { site, addresses: ledger, versions: versionLedger } as const satisfies Record<string, z.ZodType>;
export type SingleFile = keyof typeof singleSchemas;

/** Where each YAML collection lives below content/: one file, or a folder of files. */
export const entryFiles: Record<EntryCollection, { file: string } | { folder: string }> = {
  quotes: { folder: 'quotes' },
  sources: { file: 'sources.yaml' },
  works: { file: 'works.yaml' },
  glossary: { file: 'glossary.yaml' },
  timeline: { file: 'timeline.yaml' },
  places: { file: 'places.yaml' },
  topics: { file: 'topics.yaml' },
  series: { folder: 'series' },
  misquotes: { file: 'misquotes.yaml' },
  formulations: { file: 'formulations.yaml' },
  plans: { folder: 'plans' },
};
