/** What the address of the meeting view asks for. */
export interface Asked {
  /** "cases/xiadang"; empty where a basket is meant. */
  item: string;
  /** The basket in the link; empty where that of the device is meant. */
  link: string;
  /** Whether this is the leader's own window. */
  notes: boolean;
  /** What the place is remembered under; empty where nothing is asked for. */
  key: string;
}

const item = /^(?:lessons|cases|essays|forms|plans|quotes)\/[a-z0-9-]{1,60}$/;

/** Reads `?plans/half-day`, `?b=…` and `?basket`. Applications add parameters of their own and encode the slash; neither does harm. */
export function parseAddress(search: string): Asked {
  const parts = search.replace(/^\?/, '').split('&');
  const decoded = parts.map((part) => {
    try {
      return decodeURIComponent(part).replace(/[=/]+$/, '');
    } catch (_error) {
      return part;
    }
  });
  const notes = decoded.indexOf('role=notes') >= 0;
  const found = decoded.find((part) => item.test(part)) || '';
  const link = (parts.find((part) => part.startsWith('b=')) || '').slice(2);
  const basket = link !== '' || decoded.indexOf('basket') >= 0;
  return { item: found, link: found ? '' : link, notes, key: found || (basket ? `basket${link && `:${link.slice(0, 40)}`}` : '') };
}
