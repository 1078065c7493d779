import { z } from 'zod';
import { isoDate } from './dates.ts';
import { id, idOf } from './ids.ts';

const row = {
  id,
  /** 错误 stops the build, 提醒 does not. */
  level: z.enum(['错误', '提醒']),
  /** What is right, as authors and readers are told. */
  message: z.string().min(6),
  sources: z.array(idOf('sources')).min(1, '至少写一个出处'),
};

/** A wording, list or office that is fixed; whatever departs from it is reported with the row's message. */
export const formulation = z.discriminatedUnion('kind', [
  /** Full names that, when all of them are listed, stand in this order. */
  z.strictObject({ kind: z.literal('order'), ...row, items: z.array(z.string().min(2)).min(2) }),
  /** A list whose parts are fixed: recognised by how every part begins, and by two right parts or one of the words `near`. */
  z.strictObject({ kind: z.literal('parts'), ...row, begins: z.string().min(1), near: z.array(z.string()).min(1), items: z.array(z.string().min(2)).min(2) }),
  /** A wording that is no longer used. */
  z.strictObject({ kind: z.literal('wording'), ...row, text: z.string().min(4) }),
  /** Who held which office when. */
  z.strictObject({
    kind: z.literal('office'),
    ...row,
    person: z.string().min(2),
    office: z.string().min(2),
    /** Other forms of its name. */
    also: z.array(z.string()).default([]),
    from: isoDate,
    to: isoDate,
    /** The dates are those at which the office is on record, not the limits of the term. */
    seen: z.boolean().default(false),
    /** Offices with which this one is confused in these years. */
    wrong: z.array(z.string()).default([]),
  }),
]);

export type Formulation = z.infer<typeof formulation>;
