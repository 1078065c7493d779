import type { KnownMisquote } from '../query/misquotes.ts';
import type { Catalogue, Facets, StoredRecord } from './format.ts';
import { layOut, placesIn } from './layout.ts';
import type { Source } from './source.ts';

/** Everything about the library in one piece, as the plain text files hold it. */
export interface PlainText {
  catalogue: Catalogue;
  facets: Facets;
  misquotes: KnownMisquote[];
  variants: string;
  records: StoredRecord[];
}

/** Answers by looking through the plain text: no index, nothing to decode, nothing newer than strings. */
export class PlainSource implements Source {
  private readonly plain: PlainText;
  private readonly text: string;

  constructor(plain: PlainText) {
    this.plain = plain;
    this.text = layOut(plain.records).text;
  }

  catalogue = () => Promise.resolve(this.plain.catalogue);
  facets = () => Promise.resolve(this.plain.facets);
  variants = () => Promise.resolve(this.plain.variants);
  misquotes = () => Promise.resolve(this.plain.misquotes);
  has = (character: string) => Promise.resolve(this.text.indexOf(character) >= 0);
  find = (phrase: string) => Promise.resolve(Uint32Array.from(placesIn(this.text, phrase)));

  apart(first: string, second: string): Promise<Uint32Array> {
    return Promise.resolve(Uint32Array.from(placesIn(this.text, first).filter((place) => this.text.charAt(place + 2) === second)));
  }

  record(number: number): Promise<StoredRecord> {
    const record = this.plain.records[number];
    return record ? Promise.resolve(record) : Promise.reject(new Error(`search: no record ${number}`));
  }
}

/** What a plain text file hands over when it runs; the first one says how many there are. */
interface Parcel {
  part: number;
  parts?: number;
  plain?: Omit<PlainText, 'records'>;
  records: StoredRecord[];
}

/** Runs a file of the plain text as a classic script, which works where fetch and modules do not, and from a disk. */
function load(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`search: ${url} did not load`));
    script.src = url;
    document.head.append(script);
  });
}

/** Loads the plain text below a folder, all of its files. */
export async function plainSource(folder: string): Promise<Source> {
  const parcels: Parcel[] = [];
  // The files call this by name; see build/plain-text.ts.
  Object.assign(window, { siteSearchText: (parcel: Parcel) => parcels.push(parcel) });
  await load(`${folder}0.js`);
  const first = parcels.filter(({ part }) => part === 0)[0];
  if (!first || !first.plain || !first.parts) throw new Error('search: the plain text is damaged');
  await Promise.all(Array.from({ length: first.parts - 1 }, (_value, at) => load(`${folder}${at + 1}.js`)));
  const records = parcels.sort((a, b) => a.part - b.part).reduce<StoredRecord[]>((all, parcel) => all.concat(parcel.records), []);
  return new PlainSource({ ...first.plain, records });
}
