import { loadRegister } from '../../library/register.ts';
import type { ProofData } from './data.ts';
import { Proofreader } from './proofread.ts';
import { sample } from './sample.ts';

const register = loadRegister();
const quotations = [...register.quotes.values()].map(({ id, text, note }) => ({ id, text, source: `${id}的出处`, ...(note && { note }) }));

/** The library as the device gets it, for tests; the one thing left out is the titles of texts, which Astro reads. */
export const data: ProofData = {
  quotations,
  misquotes: [...register.misquotes.values()].map(({ id, seen, right, correct, forms, quotes }) => ({ id, seen, right, forms, quotes, ...(correct && { correct }) })),
  formulations: [...register.formulations.values()],
  names: [...register.glossary.values()].flatMap(({ term, aliases }) => [term, ...aliases]).concat([...register.works.values()].map(({ title }) => title)),
  sample: sample(quotations),
};

export const proofreader = new Proofreader(data);
