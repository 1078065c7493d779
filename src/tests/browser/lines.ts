/** What stands wrong at the edges of lines; each function is self-contained, to be run inside a page of any engine. */

/** Source marks that begin a line, parted from the end of their sentence. */
export const strayMarks = (): string[] => {
  const stray: string[] = [];
  for (const mark of Array.from(document.querySelectorAll<HTMLElement>('sup.ref'))) {
    const block = mark.closest('p,li,td,dd,figcaption,blockquote');
    if (!block || mark.offsetHeight === 0) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let before: Text | undefined;
    for (let text = walker.nextNode() as Text | null; text && !mark.contains(text); text = walker.nextNode() as Text | null) {
      const inside = text.parentElement;
      if (text.data.trim() && inside && !inside.closest('.sn,.n') && inside.getClientRects().length > 0) before = text;
    }
    if (!before) continue;
    const range = document.createRange();
    range.setStart(before, before.data.length - 1);
    range.setEnd(before, before.data.length);
    if (mark.getBoundingClientRect().top > range.getBoundingClientRect().bottom - 2) stray.push(before.data.slice(-8) + (mark.textContent ?? ''));
  }
  return stray;
};
