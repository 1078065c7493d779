import { z } from 'zod';
import { isoDate } from './dates.ts';
import { id } from './ids.ts';

/** An address of the site below its base, with both slashes: /cases/xiadang/. */
const path = z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/, '地址写成 /cases/xiadang/ 这样，前后都有斜线');

/** Where an old address leads: a page, or a place on one. */
const target = z.string().regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/, '新地址写成 /cases/xiadang/ 或 /glossary/#xianchang 这样');

export const redirect = z.strictObject({ from: path, to: target, since: isoDate });

/**
 * The ledger content/addresses.yaml: every address and quotation id ever published, with the day it was first recorded.
 * `npm run addresses` adds to it; nothing is ever taken out, for links in chats and on paper cannot be recalled.
 */
export const ledger = z.strictObject({
  addresses: z.record(path, isoDate),
  quotes: z.record(id, isoDate),
  redirects: z.array(redirect).default([]),
});

export type Redirect = z.infer<typeof redirect>;
export type Ledger = z.infer<typeof ledger>;
