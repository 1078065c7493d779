import { entries } from '../../library/register.ts';
import { allTexts } from '../../library/texts.ts';
import type { Quote } from '../../model/entries.ts';
import type { ProofData } from './data.ts';
import { sample } from './sample.ts';

/** Gathers what the device needs from the library. How a quotation's source reads is the caller's business. */
export async function proofData(sourceOf: (quote: Quote) => string): Promise<ProofData> {
  const quotations = entries('quotes').map((quote) => ({ id: quote.id, text: quote.text, source: sourceOf(quote), ...(quote.note && { note: quote.note }) }));
  const titles = [...(await allTexts()).map(({ data }) => data.title), ...entries('works').map(({ title }) => title), ...entries('sources').map(({ title }) => title)];
  const terms = entries('glossary').flatMap(({ term, aliases }) => [term, ...aliases]);
  return {
    quotations,
    misquotes: entries('misquotes').map(({ id, seen, right, correct, forms, quotes }) => ({ id, seen, right, forms, quotes, ...(correct && { correct }) })),
    formulations: entries('formulations').map(({ sources: _sources, ...row }) => row),
    names: [...new Set([...titles, ...terms, ...entries('places').map(({ name }) => name)])],
    sample: sample(quotations),
  };
}
