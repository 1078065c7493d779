import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ledger, type Ledger, type Redirect } from '../model/addresses.ts';
import { withoutBom } from '../text/without-bom.ts';

const read = (): Ledger => {
  const file = join(process.cwd(), 'content', 'addresses.yaml');
  return existsSync(file) ? ledger.parse(parse(withoutBom(readFileSync(file, 'utf8')))) : { addresses: {}, quotes: {}, redirects: [] };
};

/** Addresses that were published once and lead elsewhere now, from content/addresses.yaml. */
export const redirects = (): Redirect[] => read().redirects;

/** The days on which addresses and quotations were first recorded. */
export const ledgerDays = (): Pick<Ledger, 'addresses' | 'quotes'> => read();
