/** Where a reader stopped in a text. */
export interface Place {
  /** Address below the base. */
  path: string;
  title: string;
  /** Number of the paragraph. */
  n: number;
  /** Milliseconds since 1970. */
  at: number;
}

export const placesKey = 'reading-places';

/** So many texts are remembered. */
const most = 30;

/** Reads places from storage; what is damaged is left out, for it costs a reader no more than a little scrolling. */
export function readPlaces(stored: string): Place[] {
  try {
    const list = JSON.parse(stored || '[]') as unknown;
    if (!Array.isArray(list)) return [];
    return (list as Partial<Place>[])
      .filter((place): place is Place => Boolean(place) && /^\/(?:[a-z0-9-]+\/)+$/.test(String(place.path)) && typeof place.title === 'string' && typeof place.n === 'number' && place.n > 0 && place.n < 1e6 && place.n % 1 === 0 && typeof place.at === 'number')
      .map(({ path, title, n, at }) => ({ path, title: title.slice(0, 200), n, at }))
      .slice(0, most);
  } catch (_error) {
    return [];
  }
}

/** The places with this one first. At the beginning of a text there is nothing to go on from, at its end neither. */
export function withPlace(places: readonly Place[], place: Place, total: number): Place[] {
  const others = places.filter(({ path }) => path !== place.path);
  return place.n <= 2 || place.n >= total ? others : [place, ...others].slice(0, most);
}
