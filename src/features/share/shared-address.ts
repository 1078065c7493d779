/** Parts of a location that a shared address is made from. */
export interface Place {
  protocol: string;
  origin: string;
  pathname: string;
}

/**
 * The address to pass on: the canonical one where the build knew it, else the page's own; without search words and
 * fragment, which some apps cut off anyway. Empty on a page opened from a disk, whose address means nothing elsewhere.
 */
export function sharedAddress(canonical: string | null, place: Place): string {
  if (canonical && /^https?:/.test(canonical)) return canonical;
  return /^https?:$/.test(place.protocol) ? place.origin + (canonical || place.pathname) : '';
}
