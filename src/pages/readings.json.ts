import { readingsOf } from '../features/comfort/readings.ts';
import { peopleNames } from '../library/names.ts';
import { entries } from '../library/register.ts';
import { site } from '../library/site.ts';
import { allTexts } from '../library/texts.ts';

/** Pinyin of the rare characters in texts, quotations, names and dates. */
export const GET = async () => {
  const words = [
    ...(await allTexts()).map(({ data, body }) => `${data.title}${data.summary}${JSON.stringify(data)}${body}`),
    ...entries('quotes').map(({ text, speaker, occasion }) => text + speaker + occasion),
    ...entries('glossary').map(({ term, def }) => term + def),
    ...entries('timeline').map(({ title, text }) => title + (text ?? '')),
    ...entries('places').map(({ name, note }) => name + (note ?? '')),
    ...peopleNames(),
  ];
  return new Response(JSON.stringify(readingsOf(words.join('\n'), site().readings ?? {})), { headers: { 'Content-Type': 'application/json' } });
};
