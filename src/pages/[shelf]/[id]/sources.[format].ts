import type { APIRoute } from 'astro';
import { exported, exportFormats, type ExportFormat } from '../../../features/citation/export.ts';
import { sourceReference, workReference, type Reference } from '../../../features/citation/reference.ts';
import { sourcesOfText } from '../../../library/cited.ts';
import { entries, entry } from '../../../library/register.ts';
import { allTexts } from '../../../library/texts.ts';

const references = (ids: string[]) => ids.map((id) => sourceReference(entry('sources', id)));

/** The sources of every text and quotation as files beside its page. */
export const getStaticPaths = async () => {
  const texts = await Promise.all((await allTexts()).map(async (text) => ({ shelf: text.collection as string, id: text.id, list: references(await sourcesOfText(text)) })));
  const quotes = entries('quotes').map((quote) => ({
    shelf: 'quotes',
    id: quote.id,
    list: [...(quote.work ? [workReference(entry('works', quote.work))] : []), ...references(quote.sources)],
  }));
  return [...texts, ...quotes]
    .filter(({ list }) => list.length > 0)
    .flatMap(({ shelf, id, list }) => exportFormats.map(({ extension }) => ({ params: { shelf, id, format: extension }, props: { list } })));
};

export const GET: APIRoute<{ list: Reference[] }, { format: ExportFormat }> = ({ props, params }) => exported(props.list, params.format);
