import { readdirSync } from 'node:fs';
import { SearchEngine } from '../features/search/engine.ts';
import { FetchedSource } from '../features/search/index/fetched-source.ts';
import { indexFolder } from '../features/search/index/format.ts';

/** A search engine on the built index, asked over the test server as a browser would. */
export function builtEngine(site: string): SearchEngine {
  const [version] = readdirSync(`dist/${indexFolder}`);
  return new SearchEngine(new FetchedSource(`${site}/${indexFolder}/${version}/`));
}
