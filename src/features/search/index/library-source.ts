import { ChainedSource } from './chained-source.ts';
import { FetchedSource } from './fetched-source.ts';
import { pagefindSource } from './pagefind-source.ts';
import { plainSource } from './plain-source.ts';

/** Where the three forms of the library lie, as data attributes say it: folders with a slash at their end. */
export interface Folders {
  index?: string;
  pagefind?: string;
  plain?: string;
}

/**
 * What answers searches: our own index; Pagefind, if that fails; the plain text, if neither can be had (no WebAssembly, no
 * modules, no fetch). All three give the same answers.
 */
export const librarySource = ({ index = '', pagefind = '', plain = '' }: Folders): ChainedSource =>
  new ChainedSource([
    { name: 'index', open: () => Promise.resolve(new FetchedSource(index)) },
    // A copy of the site that is opened from a disk says nothing of Pagefind, which needs a server.
    ...(pagefind ? [{ name: 'pagefind', open: () => pagefindSource(pagefind) }] : []),
    { name: 'text', open: () => plainSource(plain) },
  ]);
