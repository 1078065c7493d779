import { z } from 'zod';
import { idOf } from './ids.ts';

/** A list of ids separated by spaces, e.g. ids="t-1989-07-19 t-1989-07-20". */
const idsOf = (collection: 'timeline') =>
  z.string().regex(/^[a-z0-9-]+(?: +[a-z0-9-]+)*$/, '编号之间用空格隔开').meta({ idsOf: collection });

/**
 * The components that authors may use in MDX, with their properties. The registry of the site is checked against these
 * names by type, the content lint reads the properties, so an unknown component or id never reaches a page.
 */
export const componentProps = {
  /** A registered quotation as a block of its own. */
  Quote: z.strictObject({ id: idOf('quotes') }),
  /** A registered quotation, or a continuous part of it, inside a sentence. */
  Q: z.strictObject({ id: idOf('quotes') }),
  /** The sense of a registered quotation in our own words: no quotation marks, marked as 大意, linked to the wording. */
  Gist: z.strictObject({ id: idOf('quotes') }),
  /** A dated line of timeline events. */
  Events: z.strictObject({ ids: idsOf('timeline') }),
  /** A chart of a number series, with its data table. */
  Chart: z.strictObject({ id: idOf('series') }),
  /** Large figures: a list whose items begin with the figure in bold. */
  Facts: z.strictObject({}),
} as const;

export type ComponentName = keyof typeof componentProps;
