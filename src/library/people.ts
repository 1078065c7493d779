import { peopleNames } from './names.ts';
import { entries } from './register.ts';
import { allTexts } from './texts.ts';

/** A person with every page that names them. */
export interface Person {
  name: string;
  uses: { kind: string; title: string; path: string }[];
}

/** The people of the library with the texts, events and quotations in which they are named; who is named nowhere is left out. */
export async function people(): Promise<Person[]> {
  const texts = await allTexts();
  return peopleNames()
    .map((name) => ({
      name,
      uses: [
        ...texts.filter(({ data, body }) => `${data.title}${data.summary}${body}`.includes(name)).map(({ kind, data, path }) => ({ kind, title: data.title, path })),
        ...entries('timeline').filter(({ title, text }) => `${title}${text ?? ''}`.includes(name)).map(({ id, title }) => ({ kind: '大事', title, path: `/timeline/#${id}` })),
        ...entries('quotes')
          .filter(({ speaker, relay, occasion }) => [speaker, relay ?? '', occasion].some((words) => words.includes(name)))
          .map(({ id, text }) => ({ kind: '论述', title: text, path: `/quotes/${id}/` })),
      ],
    }))
    .filter(({ uses }) => uses.length > 0);
}
