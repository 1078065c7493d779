import type { Place, Quote, TimelineEvent } from '../model/entries.ts';
import { entries } from './register.ts';
import { allTexts, type LibraryText } from './texts.ts';

/** What the library holds on one place. */
export interface PlaceHoldings {
  place: Place;
  /** The smallest recorded place around it. */
  within?: Place;
  events: TimelineEvent[];
  texts: LibraryText[];
  quotes: Quote[];
}

const home = '福建省宁德市';
const levels = /^(.+?省)(.+?(?:市|自治州))?(.+?[县市区])?/;

/**
 * The name under which a place stands in lists by region: the county within Ningde, the city elsewhere in Fujian, else the
 * province. Read from the present affiliation, which is written from the province down.
 */
export function regionOf(place: Place): string {
  const [, province = '', city = '', county = ''] = levels.exec(place.adminNow ?? '') ?? [];
  if (province + city === home) return county || city;
  return province === '福建省' ? city : province || place.name;
}

/** Whether a place lies in Ningde, where most of the history happened. */
export const isAtHome = (place: Place): boolean => (place.adminNow ?? '').startsWith(home);

/** Regions in the order of their first place: Ningde and its counties, Fujian, other provinces. */
export function regions(): string[] {
  const rank = (place: Place) => (isAtHome(place) ? 0 : (place.adminNow ?? '').startsWith('福建省') ? 1 : 2);
  return [...new Set(entries('places').sort((a, b) => rank(a) - rank(b)).map(regionOf))];
}

/** The regions in which something with places happened. */
export function regionsOf({ places }: { places: string[] }): string[] {
  const known = new Map(entries('places').map((place) => [place.id, place]));
  return [...new Set(places.flatMap((id) => known.get(id) ?? []).map(regionOf))];
}

/** The smallest other place whose affiliation the place's own begins with. */
function around(place: Place): Place | undefined {
  const own = place.adminNow ?? '';
  return entries('places')
    .filter((other) => other.id !== place.id && other.adminNow && own.startsWith(other.adminNow) && (own.length > other.adminNow.length || other.lat !== undefined) && place.lat === undefined)
    .sort((a, b) => (b.adminNow ?? '').length - (a.adminNow ?? '').length)[0];
}

/** Everything filed under a place, by the places that events, texts and quotations name. */
export async function holdingsAt(place: Place): Promise<PlaceHoldings> {
  const here = ({ places }: { places: string[] }) => places.includes(place.id);
  const within = around(place);
  return {
    place,
    ...(within && { within }),
    events: entries('timeline').filter(here).sort((a, b) => a.date.localeCompare(b.date)),
    texts: (await allTexts()).filter((text) => here(text.data)),
    quotes: entries('quotes').filter(here),
  };
}
