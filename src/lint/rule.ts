import type { Corpus } from './corpus.ts';
import type { Problem } from './problem.ts';

/** What a rule tells authors of itself: the list in the handbook is made from it. */
export interface RuleInfo {
  name: string;
  /** Some rules find graver and lighter things. */
  level: Problem['level'] | '错误或提醒';
  /** In Chinese, one line: what it looks for. */
  what: string;
  /** Whether an author may exempt a block from it with a reason. Only where a machine can be mistaken. */
  exemptible?: boolean;
}

/** One pass over the content and the rules whose problems it reports. */
export interface Check {
  rules: readonly RuleInfo[];
  run: (corpus: Corpus) => Problem[];
}
