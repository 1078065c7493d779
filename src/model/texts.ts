import { z } from 'zod';
import { isoDate } from './dates.ts';
import { idOf } from './ids.ts';

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

export const lesson = text.extend({
  aims: z.array(z.string().min(6)).min(1, '至少写一条学习目标').max(3, '学习目标不超过三条'),
  questions: z.array(z.string().min(6)).min(3, '研讨题至少三道').max(6),
});

export const caseHistory = text.extend({
  questions: z.array(z.string().min(6)).min(3, '研讨题至少三道').max(6),
});

export const essay = text;

/** A printable form drawn up by this site; `basis` names the rules or texts it rests on. */
export const form = text.extend({
  basis: z.array(idOf('sources')).min(1, '写明依据的出处'),
  fields: z.array(z.strictObject({ label: z.string(), hint: z.string().optional(), lines: z.number().int().min(1).default(1) })).min(1),
});

export const plan = z.strictObject({
  id: idOf('plans'),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int().positive(),
  topics: z.array(idOf('topics')).min(1),
  agenda: z.array(
    z.strictObject({
      minutes: z.number().int().positive(),
      title: z.string(),
      lead: z.string().optional(),
      items: z.array(z.strictObject({ kind: z.enum(['lesson', 'case', 'essay', 'quote', 'form']), id: z.string() })).default([]),
    }),
  ),
  questions: z.array(z.string()).default([]),
});

export type Provenance = z.infer<typeof provenance>;
export type ReadingItem = z.infer<typeof readingItem>;
export type Lesson = z.infer<typeof lesson>;
export type CaseHistory = z.infer<typeof caseHistory>;
export type Essay = z.infer<typeof essay>;
export type Form = z.infer<typeof form>;
export type Plan = z.infer<typeof plan>;
/** The fields that lists and reading pages need of any text. */
export type TextData = z.infer<typeof text> & { aims?: string[] | undefined };
