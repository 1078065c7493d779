import type { FormulationRow } from '../../text/formulations.ts';
import type { MisquoteRow } from '../../text/misquotes.ts';

/** A registered quotation as the device needs it. */
export interface KnownQuotation {
  id: string;
  text: string;
  /** Speaker, occasion and date in one line. */
  source: string;
  /** How its wording relates to similar ones. */
  note?: string;
}

export interface KnownMisquote extends MisquoteRow {
  seen: string;
  right: string;
  correct?: string;
  quotes: readonly string[];
}

/** Everything proofreading compares a text with: one static file, loaded on first use. */
export interface ProofData {
  quotations: KnownQuotation[];
  misquotes: KnownMisquote[];
  formulations: FormulationRow[];
  /** Titles of texts, works and sources, terms, places: they stand in quotation marks and are not quotations. */
  names: string[];
  sample: string;
}
