import type { Misquote } from '../model/entries.ts';
import type { Formulation } from '../model/formulations.ts';
import type { FormulationRow } from '../text/formulations.ts';
import { entriesOf, type Corpus } from './corpus.ts';
import { fieldOf, type Passage } from './passages.ts';

/** Fields that state wordings on record, right or wrong: tables of forms, quotations, titles as they were printed. */
export const statesForms = (passage: Passage): boolean =>
  passage.collection === 'formulations' ||
  passage.collection === 'misquotes' ||
  (passage.collection === 'quotes' && (fieldOf(passage) === 'text' || fieldOf(passage) === 'note')) ||
  ((passage.collection === 'sources' || passage.collection === 'works') && fieldOf(passage) === 'title');

/** The table of fixed formulations; fields that authors may leave out are filled in. */
export const formulationRows = (corpus: Corpus): FormulationRow[] =>
  entriesOf<Formulation>(corpus, 'formulations').map(({ value }) => ({ also: [], wrong: [], seen: false, ...value }) as unknown as FormulationRow);

/** The register of misquotations with the fields that a search needs. */
export const misquoteRows = (corpus: Corpus): (Misquote & { id: string })[] =>
  entriesOf<Misquote>(corpus, 'misquotes').map(({ value }) => {
    const forms = (Array.isArray(value.forms) ? value.forms : []).filter((form) => typeof form?.text === 'string').map((form) => ({ text: form.text, near: Array.isArray(form.near) ? form.near.map(String) : [] }));
    return { ...value, forms } as Misquote;
  });
