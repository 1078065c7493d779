import { notice } from './notice.client.ts';

/**
 * Says that something which is fetched on demand did not come, and offers what helps: a page of before an update asks for
 * files that are gone, and a browser does not ask again for one that it could not get.
 */
export const lost = (name: string): void => notice(`“${name}”没有取到：可能是网断了，也可能网站刚更新过。`, { label: '重新打开本页', call: () => location.reload() });
