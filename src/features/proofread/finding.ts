import type { Segment } from '../../text/difference.ts';

/** What a place of the text can be, gravest first, with the words readers see. */
export const kinds = {
  misquote: { label: '误引', what: '与辨正表里的误引相合' },
  differs: { label: '有出入', what: '像是引用库中的论述，字句不同' },
  formulation: { label: '表述', what: '与固定的表述不同' },
  redaction: { label: '遮盖', what: '星号、叉号遮盖的地方' },
  punctuation: { label: '引文标点', what: '引文字相同，标点不同' },
  marks: { label: '标点', what: '半角标点、直引号、省略号' },
  unknown: { label: '未收', what: '像是引文，库中未收，不等于错' },
  exact: { label: '相符', what: '与库中的论述逐字相符' },
} as const;

export type Kind = keyof typeof kinds;

/** One remark on one place; offsets are those of the text as it was given. */
export interface Finding {
  kind: Kind;
  from: number;
  to: number;
  /** What was found, in sentences. */
  message: string;
  /** How the text departs from the right wording, or from the nearest one. */
  difference?: Segment[];
  right?: string;
  /** Speaker, occasion, date of the right wording. */
  source?: string;
  quote?: string;
  /** A caution on wordings that are alike. */
  note?: string;
  misquote?: string;
}
