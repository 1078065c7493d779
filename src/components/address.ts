const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address of this site: the path below the base under which it is published. */
export const href = (path: string): string => `${base}${path}`;
