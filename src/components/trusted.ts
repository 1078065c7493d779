/** Markup that no page of this site ever has, and no reader's text may bring: frames, plug-ins, bases, handlers, script addresses. */
const hostile = /<\s*(?:iframe|frame|object|embed|base)\b|<[^>]*[\s/"']on[a-z]+\s*=|(?:href|src|action)\s*=\s*["']?\s*javascript:/i;

/** Whether markup may be parsed: own pages and own drawings pass. */
export const isHarmlessMarkup = (markup: string): boolean => !hostile.test(markup);

/** Whether a script may be named: only one of this site. From a disk (file:) all files of the folder are its own. */
export function isOwnScript(address: string, here: string): boolean {
  try {
    const [script, page] = [new URL(address, here), new URL(here)];
    return script.protocol === page.protocol && script.host === page.host;
  } catch (_error) {
    return false;
  }
}
