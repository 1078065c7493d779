/** Han characters a reader takes in silently in a minute; reading aloud is half as fast (see the plans). */
const perMinute = 400;

/**
 * How long the body of a text takes to read silently, in minutes, not rounded. Marks of sources, names of components and
 * their attributes are not read; quotations that a component brings in are short beside the text and are left out.
 */
export const silentMinutes = (body: string): number => (body.replace(/\[\^[^\]]*\]|<[^>]*>|\]\([^)]*\)/g, '').match(/\p{Script=Han}/gu) ?? []).length / perMinute;
