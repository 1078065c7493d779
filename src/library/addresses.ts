import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ledger, type Redirect } from '../model/addresses.ts';

/** Addresses that were published once and lead elsewhere now, from content/addresses.yaml. */
export const redirects = (): Redirect[] => ledger.parse(parse(readFileSync(join(process.cwd(), 'content', 'addresses.yaml'), 'utf8'))).redirects;
