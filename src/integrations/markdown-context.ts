import { citeSource } from '../features/citation/gbt7714.ts';
import { register } from '../library/register.ts';
import type { PipelineContext } from '../markdown/plugins.ts';

/** Connects the Markdown pipeline, which knows no library, with the library's words and the site's addresses. */
export const markdownContext = (base: string): PipelineContext => ({
  describe: (id) => {
    const source = register().sources.get(id);
    return source && citeSource(source);
  },
  sourcesOfQuote: (id) => register().quotes.get(id)?.sources ?? [],
  terms: () =>
    [...register().glossary.values()]
      .filter((term) => term.autolink)
      .map((term) => ({ id: term.id, names: [term.term, ...term.aliases] })),
  pageHref: (path) => base.replace(/\/$/, '') + path,
  termHref: (id) => `${base.replace(/\/$/, '')}/glossary/#${id}`,
});
