/** A stretch of a text and where it begins. */
export interface Portion {
  from: number;
  text: string;
}

/** A portion is about as long as this: some tens of milliseconds on a slow phone. */
const wanted = 1_500;
/** Where no good place to cut is found, the text is cut at the next full stop, and without one here. */
const most = 4_000;
/** A line of this length is a paragraph; shorter ones may be the items of one list. */
const paragraph = 60;

/** The first place to cut from `start` on: before a paragraph, else before a line, else behind a sentence. */
function cutAfter(text: string, start: number): number {
  if (text.length - start <= most) return text.length;
  const reach = text.slice(start + wanted, start + most);
  const blank = /\n\s*\n/.exec(reach);
  if (blank) return start + wanted + blank.index + blank[0].length;
  const line = new RegExp(`\\n(?=[^\\n]{${paragraph}})`).exec(reach) || /\n/.exec(reach) || /[。！？][”’」』）]?/.exec(reach);
  return line ? start + wanted + line.index + line[0].length : start + most;
}

/** Cuts a text into portions that can be proofread one by one: joined, they are the text. */
export function portionsOf(text: string): Portion[] {
  const portions: Portion[] = [];
  for (let from = 0; from < text.length; ) {
    const to = cutAfter(text, from);
    portions.push({ from, text: text.slice(from, to) });
    from = to;
  }
  return portions;
}
