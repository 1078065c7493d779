import { readCorpus, type Corpus } from './corpus.ts';
import { inOrder, type Problem } from './problem.ts';
import { addressesRule } from './rules/addresses.ts';
import { bodyRule } from './rules/body.ts';
import { fileNamesRule, strayFilesRule } from './rules/file-names.ts';
import { referencesRule } from './rules/references.ts';
import { schemaRule } from './rules/schema.ts';
import { unsourcedRule } from './rules/unsourced.ts';
import { wordingRule } from './rules/wording.ts';

const rules: ((corpus: Corpus) => Problem[])[] = [fileNamesRule, strayFilesRule, schemaRule, referencesRule, bodyRule, wordingRule, unsourcedRule, addressesRule];

/** Checks everything below `root`/content and returns what is wrong, in file order. */
export function checkContent(root: string): Problem[] {
  const corpus = readCorpus(root);
  return rules.flatMap((rule) => rule(corpus)).sort(inOrder);
}
