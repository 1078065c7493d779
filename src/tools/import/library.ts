import type { Corpus } from '../../lint/corpus.ts';
import { QuotationIndex, type Registered } from '../../text/quotation-index.ts';
import { PassageIndex } from './overlap.ts';

/** What an imported text is compared with: the quotations and the texts of content/. */
export interface Library {
  index: QuotationIndex;
  quotations: ReadonlyMap<string, Registered>;
  /** Quotations that are set formulas: they stand in prose without marks. */
  fixed: ReadonlySet<string>;
  passages: PassageIndex;
}

const isQuotation = (entry: unknown): entry is Registered & { speaker?: string } =>
  typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' && 'text' in entry && typeof entry.text === 'string';

/** A line of a body without components, registered words and marks. */
const bare = (line: string) => line.replace(/<Q\b[^>]*>[\s\S]*?<\/Q>/g, '\n').replace(/<[^>]*>|\[\^[^\]]+\]/g, '');

/** Makes content/ ready for comparison; what is wrong in it is the content check's business. */
export function libraryOf(corpus: Corpus): Library {
  const quotations = new Map<string, Registered>();
  const fixed = new Set<string>();
  for (const file of corpus.entryFiles)
    if (file.collection === 'quotes' && Array.isArray(file.data.value))
      for (const entry of file.data.value as unknown[])
        if (isQuotation(entry)) {
          quotations.set(entry.id, { id: entry.id, text: entry.text });
          if (entry.speaker?.includes('四项')) fixed.add(entry.id);
        }
  const passages = new PassageIndex();
  for (const text of corpus.texts) {
    const first = text.raw.slice(0, text.bodyOffset).split('\n').length;
    text.body.split('\n').forEach((line, at) => bare(line).split('\n').forEach((piece) => passages.add(`${text.file}:${first + at}`, piece)));
  }
  return { index: new QuotationIndex([...quotations.values()]), quotations, fixed, passages };
}
