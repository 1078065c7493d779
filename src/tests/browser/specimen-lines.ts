export interface Line {
  text: string;
  /** Width from the block's left edge, in characters. */
  ems: number;
  /** How far the line goes beyond the block's right edge, and how far it stays from it, in pixels. */
  over: number;
  short: number;
  /** Whether the characters stand wider than they are. */
  stretched: boolean;
}
export interface Paragraph {
  size: number;
  leading: number;
  indent: number;
  indented: boolean;
  lines: Line[];
  /** Widths of two marks that meet on a line, in pixels. */
  pairs: Record<string, number>;
  /** Gaps between Han and a digit or letter on the same line, in characters. */
  gaps: number[];
}
export interface Measured {
  paragraphs: Paragraph[];
}

/** Where each character of each specimen stands; run inside the page. */
export const measureSpecimens = (): Record<string, Measured> => {
  const found: Record<string, Measured> = {};
  for (const specimen of document.querySelectorAll<HTMLElement>('[data-specimen]')) {
    const paragraphs: Paragraph[] = [];
    for (const block of specimen.querySelectorAll<HTMLElement>('p:not(.faces)')) {
      const style = getComputedStyle(block);
      const size = parseFloat(style.fontSize);
      const box = block.getBoundingClientRect();
      const places: { char: string; left: number; right: number; middle: number }[] = [];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
        if (text.parentElement?.closest('sup')) continue;
        for (let at = 0; at < text.data.length; at += 1) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const rect = range.getBoundingClientRect();
          places.push({ char: text.data.charAt(at), left: rect.left, right: rect.right, middle: (rect.top + rect.bottom) / 2 });
        }
      }
      const rows: (typeof places)[] = [];
      for (const place of places) {
        const row = rows.at(-1);
        if (row?.[0] && Math.abs(row[0].middle - place.middle) < size * 0.6) row.push(place);
        else rows.push([place]);
      }
      const pairs: Record<string, number> = {};
      const gaps: number[] = [];
      for (const row of rows)
        row.forEach((place, at) => {
          const next = row[at + 1];
          if (!next) return;
          if (/[\p{P}]/u.test(place.char) && /[\p{P}]/u.test(next.char)) pairs[place.char + next.char] = next.right - place.left;
          const pair = place.char + next.char;
          // Chromium counts the gap to the character before it, which is then wider than its type size.
          if (/^\p{Script=Han}[\dA-Za-z]$/u.test(pair)) gaps.push((next.left - place.left) / size - 1);
        });
      const first = rows[0]?.[0];
      paragraphs.push({
        size,
        leading: parseFloat(style.lineHeight),
        indent: first ? first.left - box.left : 0,
        indented: style.textIndent !== '0px' && !/^[“‘（《]/.test(first?.char ?? ''),
        pairs,
        gaps,
        lines: rows.map((row) => {
          const last = row.at(-1);
          const width = (last?.right ?? 0) - (row[0]?.left ?? 0);
          return { text: row.map(({ char }) => char).join(''), ems: ((last?.right ?? 0) - box.left) / size, over: (last?.right ?? 0) - box.right, short: box.right - (last?.right ?? 0), stretched: width > row.length * size * 1.04 };
        }),
      });
    }
    found[specimen.dataset.specimen ?? ''] = { paragraphs };
  }
  return found;
};
