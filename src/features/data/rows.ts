import { href } from '../../components/address.ts';
import { origin, site } from '../../library/site.ts';
import { sourcesOfText } from '../../library/links.ts';
import { entries, entry } from '../../library/register.ts';
import { texts } from '../../library/texts.ts';
import { versionOf } from '../../library/versions.ts';
import { fileSchema, licence, rowSchemas, type DataName, type Row } from './schemas.ts';

const addressOf = (path: string): string => origin() + href(path);
const topicNames = (ids: readonly string[]) => ids.map((id) => entry('topics', id).name);
const placeNames = (ids: readonly string[]) => ids.map((id) => entry('places', id).name);

function sourceOf(id: string): Row<'quotes'>['sources'][number] {
  const { title, described, author, publisher, date, url, linkable } = entry('sources', id);
  return { id, title, described, ...(author && { author }), publisher, ...(date && { date }), ...(linkable && url && { url }) };
}

const makers: { [Name in DataName]: () => Row<Name>[] | Promise<Row<Name>[]> } = {
  quotes: () =>
    entries('quotes').map(({ id, text, speaker, relay, office, date, dateNote, occasion, work, page, verified, sameOrigin, note, topics, places, sources }) => ({
      id,
      address: addressOf(`/quotes/${id}/`),
      text,
      speaker,
      relay,
      office,
      date,
      dateNote,
      occasion,
      work: work && entry('works', work).title,
      page,
      pages: verified,
      sameOrigin,
      note,
      topics: topicNames(topics),
      places: placeNames(places),
      sources: sources.map(sourceOf),
    })),
  cases: async () =>
    Promise.all(
      (await texts('cases')).map(async (text) => ({
        id: text.id,
        address: addressOf(text.path),
        title: text.data.title,
        summary: text.data.summary,
        class: text.data.class,
        updated: text.data.updated,
        version: versionOf(text),
        questions: text.data.questions,
        topics: topicNames(text.data.topics),
        places: placeNames(text.data.places),
        sources: sourcesOfText(text).map(sourceOf),
      })),
    ),
  terms: () => entries('glossary').map(({ id, term, aliases, def, topics, sources }) => ({ id, address: addressOf(`/glossary/#${id}`), term, aliases, definition: def, topics: topicNames(topics), sources: sources.map(sourceOf) })),
  timeline: () =>
    entries('timeline')
      .sort((a, b) => a.date.localeCompare(b.date))
      .map(({ id, date, title, text, note, topics, places, sources }) => ({ id, address: addressOf(`/timeline/#${id}`), date, title, text, note, topics: topicNames(topics), places: placeNames(places), sources: sources.map(sourceOf) })),
};

/** The rows of one public file, each held against the schema that is published beside it. */
export async function rowsOf<Name extends DataName>(name: Name): Promise<Row<Name>[]> {
  return (await makers[name]()).map((row) => rowSchemas[name].parse(row) as Row<Name>);
}

/** The whole file /data/<name>.json. */
export async function dataFile(name: DataName): Promise<unknown> {
  const items = await rowsOf(name);
  return fileSchema(name).parse({ $schema: addressOf(`/data/${name}.schema.json`), site: site().name, licence, count: items.length, items });
}
