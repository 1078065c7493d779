import { readCorpus, type Corpus } from './corpus.ts';
import { applyExemptions, exemptionRule } from './exemptions.ts';
import { inOrder, type Problem } from './problem.ts';
import type { Check, RuleInfo } from './rule.ts';
import { addresses } from './rules/addresses.ts';
import { body } from './rules/body.ts';
import { bones } from './rules/bones.ts';
import { encoding } from './rules/encoding.ts';
import { excerpts } from './rules/excerpts.ts';
import { fileNames, strayFiles } from './rules/file-names.ts';
import { fingerprint } from './rules/fingerprint.ts';
import { formulation } from './rules/formulation.ts';
import { misquote } from './rules/misquote.ts';
import { nearQuote } from './rules/near-quote.ts';
import { pairs } from './rules/pairs.ts';
import { references } from './rules/references.ts';
import { schema } from './rules/schema.ts';
import { study } from './rules/study.ts';
import { unregisteredQuote } from './rules/unregistered-quote.ts';
import { unsourced } from './rules/unsourced.ts';
import { wording } from './rules/wording.ts';

/** Every check of the content; a new rule file is one more line here, and the handbook's list follows. */
const checks: readonly Check[] = [encoding, fileNames, strayFiles, schema, references, body, excerpts, unregisteredQuote, nearQuote, misquote, formulation, wording, pairs, fingerprint, unsourced, bones, study, addresses];

/** Every rule by its name, in the order in which the handbook lists them. */
export const rules: readonly RuleInfo[] = [...new Map([...checks.flatMap((check) => check.rules), exemptionRule].map((rule) => [rule.name, rule])).values()];

/**
 * What is wrong in a corpus, in file order, after the exemptions of its authors. Where a file cannot be read at all, nothing
 * else is said: the rest would be its echoes, and a file of megabytes would keep the author waiting.
 */
export function problemsIn(corpus: Corpus): Problem[] {
  const unreadable = encoding.run(corpus);
  if (unreadable.length > 0) return unreadable.sort(inOrder);
  return applyExemptions(
    corpus,
    checks.flatMap((check) => check.run(corpus)),
    rules,
  ).sort(inOrder);
}

/** Checks everything below `root`/content and returns what is wrong, in file order. */
export const checkContent = (root: string): Problem[] => problemsIn(readCorpus(root));
