import { expect, it } from 'vitest';
import { checkLedger } from '../../tools/ledger.ts';

/** Whoever publishes must have the ledger complete; a build alone only reminds. */
it('every published address and quotation id is in content/addresses.yaml (npm run addresses)', () => {
  expect(checkLedger(process.cwd(), 'dist')).toEqual({ problems: [], addresses: [], quotes: [] });
});
