import { z } from 'zod';
import { isoDate } from './dates.ts';
import { id, idOf } from './ids.ts';

/** What kind of text the reader has in front of them. Shown on every page and every sheet. */
export const provenanceClasses = ['原文', '报道', '解读', '参考范文'] as const;

export const provenance = z.enum(provenanceClasses);

/** One entry of 延伸阅读: where to go next, and why. */
export const readingItem = z.strictObject({
  kind: z.enum(['lesson', 'case', 'essay', 'work', 'source']),
  id: z.string(),
  note: z.string().optional(),
});

/** Front matter that every MDX text has. */
const text = z.strictObject({
  title: z.string().min(2),
  /** One or two clauses for lists, search results and link previews. */
  summary: z.string().min(8).max(90, '摘要不超过90个字'),
  class: provenance,
  topics: z.array(idOf('topics')).min(1, '至少写一个主题'),
  places: z.array(idOf('places')).default([]),
  /** Position in its list, from 1. */
  order: z.number().int().min(1),
  /** Date of the last change of content, printed on every sheet. Astro's YAML reader makes a Date of an unquoted one. */
  updated: z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), isoDate),
  questions: z.array(z.string().min(6)).max(6).default([]),
  reading: z.array(readingItem).max(8).default([]),
});

/** Letters of the options of a choice question, as authors and readers write them. */
export const optionLetters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

const explained = {
  /** Why the answer is right, in one or two sentences; its sources stand beside it. */
  explain: z.string().min(6),
  sources: z.array(idOf('sources')).default([]),
};

/** One question of a self-test. Answers are shown with their explanation; nothing is scored. */
export const testItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), question: z.string().min(6), options: z.array(z.string()).min(2).max(6), answer: z.array(z.enum(optionLetters)).length(1), ...explained }),
  z.strictObject({ kind: z.literal('multiple'), question: z.string().min(6), options: z.array(z.string()).min(3).max(6), answer: z.array(z.enum(optionLetters)).min(2), ...explained }),
  /** A statement that is right or wrong. */
  z.strictObject({ kind: z.literal('truth'), question: z.string().min(6), answer: z.boolean(), ...explained }),
  /** Options in the right order; readers see them in another one. */
  z.strictObject({ kind: z.literal('order'), question: z.string().min(6), options: z.array(z.string()).min(3).max(6), ...explained }),
  /** The missing word of a registered quotation: `hide` is a continuous part of its text. */
  z.strictObject({ kind: z.literal('blank'), quote: idOf('quotes'), hide: z.string().min(1).max(12), ...explained }),
]);

export const lesson = text.extend({
  aims: z.array(z.string().min(6)).min(1, '至少写一条学习目标').max(3, '学习目标不超过三条'),
  questions: z.array(z.string().min(6)).min(3, '研讨题至少三道').max(6),
  test: z.array(testItem).max(8).default([]),
});

export const caseHistory = text.extend({
  questions: z.array(z.string().min(6)).min(3, '研讨题至少三道').max(6),
});

export const essay = text.extend({
  /** For a sample speech: whose part it is written for, e.g. 机关干部. */
  role: z.string().optional(),
});

/** Boxes to tick in place of a blank, e.g. 能、不能. */
const tickBoxes = z.array(z.string().min(1)).min(2).max(6).optional();

/** One blank of a form: a label and `lines` writing lines; two neighbours that are both `half` share a row. */
export const formField = z.strictObject({
  label: z.string(),
  hint: z.string().optional(),
  lines: z.number().int().min(1).max(16).default(1),
  half: z.boolean().default(false),
  options: tickBoxes,
});

/** One column of a table to fill in. `share` is its width against the others; `numbered` prints running numbers. */
export const formColumn = z.strictObject({
  label: z.string(),
  hint: z.string().optional(),
  share: z.number().int().min(1).max(12).default(1),
  options: tickBoxes,
  numbered: z.boolean().default(false),
});

/** One part of a form: blanks, or a table with empty rows, each high enough for `lines` lines of handwriting. */
export const formPart = z
  .strictObject({
    title: z.string().optional(),
    note: z.string().optional(),
    fields: z.array(formField).min(1).optional(),
    columns: z.array(formColumn).min(2).optional(),
    rows: z.number().int().min(1).max(40).default(8),
    lines: z.number().int().min(1).max(4).default(1),
    /** Begins a new page: the back of the sheet. */
    newPage: z.boolean().default(false),
    /** A slip below a cutting line, to be torn off and handed over. */
    slip: z.boolean().default(false),
  })
  .refine((part) => Boolean(part.fields) !== Boolean(part.columns), { message: '每一部分写 fields 或 columns，只写一种' });

/** A printable form drawn up by this site; `basis` names the rules or texts it rests on, the body tells how to use it. */
export const form = text.extend({
  basis: z.array(idOf('sources')).min(1, '写明依据的出处'),
  /** What the basis is, in words, for the line below the title of the sheet. */
  basisLine: z.string().min(6).max(110, '依据不超过110个字，表上只有一行半'),
  landscape: z.boolean().default(false),
  parts: z.array(formPart).min(1),
});

/** Something a plan puts before the group: a text, or a quotation; `part` narrows it ("第3—12段"). */
export const planItem = z.strictObject({
  kind: z.enum(['lesson', 'case', 'essay', 'quote', 'form']),
  id: z.string(),
  part: z.string().optional(),
  note: z.string().optional(),
});

/** One step of a plan. `hints` and `expect` are for whoever leads and never stand on the participants' sheet. */
export const planStep = z.strictObject({
  /** For plans that run over days or weeks: "第一周". */
  when: z.string().optional(),
  minutes: z.number().int().positive(),
  title: z.string(),
  /** What the group does, in one to three sentences. */
  how: z.string(),
  /** Whose part it is: 主持人, 领读人, 全体. */
  lead: z.string().optional(),
  items: z.array(planItem).default([]),
  questions: z.array(z.string().min(6)).default([]),
  hints: z.array(z.string()).default([]),
  expect: z.array(z.string()).default([]),
});

export const plan = z.strictObject({
  id,
  title: z.string(),
  summary: z.string().min(8).max(90, '摘要不超过90个字'),
  /** Whole length; the steps add up to it. */
  minutes: z.number().int().positive(),
  audience: z.string(),
  topics: z.array(idOf('topics')).min(1),
  order: z.number().int().min(1),
  updated: isoDate,
  aims: z.array(z.string().min(6)).min(1).max(4),
  /** What to do before the meeting. */
  prepare: z.array(z.string()).min(1),
  agenda: z.array(planStep).min(2),
  forms: z.array(idOf('forms')).default([]),
  /** What to do afterwards. */
  after: z.array(z.string()).default([]),
});

export type Provenance = z.infer<typeof provenance>;
export type ReadingItem = z.infer<typeof readingItem>;
export type Lesson = z.infer<typeof lesson>;
export type CaseHistory = z.infer<typeof caseHistory>;
export type Essay = z.infer<typeof essay>;
export type Form = z.infer<typeof form>;
export type FormField = z.infer<typeof formField>;
export type FormPart = z.infer<typeof formPart>;
export type TestItem = z.infer<typeof testItem>;
export type Plan = z.infer<typeof plan>;
export type PlanStep = z.infer<typeof planStep>;
export type PlanItem = z.infer<typeof planItem>;
/** The fields that lists and reading pages need of any text. */
export type TextData = z.infer<typeof text> & { aims?: string[] | undefined; test?: TestItem[] | undefined; basis?: string[] | undefined };
