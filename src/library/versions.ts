import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lettersOf, versionLedger, type VersionLedger } from '../model/versions.ts';
import { plans } from './plans.ts';
import { entries } from './register.ts';
import { allTexts, type LibraryText } from './texts.ts';
import { withoutBom } from '../text/without-bom.ts';

const codeOf = (words: unknown): string => lettersOf(createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16), 6);

/** The version of a text: a hash over all its words, those of the quotations it uses included. */
export function versionOf({ data, body }: LibraryText): string {
  const used = entries('quotes').filter(({ id }) => body.includes(id));
  return codeOf([data, body, used.map(({ text, speaker, date, occasion }) => [text, speaker, date, occasion])]);
}

/** The version of a plan. */
export const planVersion = (id: string): string => codeOf(plans().find((plan) => plan.id === id)?.data);

/** What was published before, by address; empty before the first `npm run addresses`. */
export function versions(): VersionLedger {
  const file = join(process.cwd(), 'content', 'versions.yaml');
  return existsSync(file) ? versionLedger.parse(parse(withoutBom(readFileSync(file, 'utf8'))) ?? {}) : {};
}

/** What stands behind a version code on a sheet. */
export interface SheetVersion {
  code: string;
  path: string;
  title: string;
  /** Day of that state's content. */
  date: string;
  current: { code: string; date: string };
  /** Prints of the paragraphs then and now, where both were recorded. */
  before?: string[];
  after?: string[];
}

/** Every version code that a sheet may carry: those recorded, and those of the present texts. */
export async function sheetVersions(): Promise<SheetVersion[]> {
  const present = [
    ...(await allTexts()).map((text) => ({ path: text.path, title: text.data.title, date: text.data.updated, code: versionOf(text) })),
    ...plans().map((plan) => ({ path: plan.path, title: plan.data.title, date: plan.data.updated, code: planVersion(plan.id) })),
  ];
  const ledger = versions();
  return present.flatMap(({ path, title, date, code }) => {
    const past = ledger[path] ?? [];
    const prints = (of: string) => past.find((one) => one.code === of)?.prints.split(' ').filter(Boolean);
    const after = prints(code);
    return [...past.filter((one) => one.code !== code), { code, date }].map((one): SheetVersion => {
      const before = prints(one.code);
      return { code: one.code, path, title, date: one.date, current: { code, date }, ...(before && { before }), ...(after && { after }) };
    });
  });
}
