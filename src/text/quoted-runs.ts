/** What stands inside a pair of quotation marks; offsets of the words without the marks. */
export interface QuotedRun {
  from: number;
  to: number;
}

const partner: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"', '＂': '＂' };
const closes = '”’」』"＂';
const ends = '。！？；：”」』';
/** In a text of unknown making, marks further apart than this belong to different sentences, whatever stands between them. */
const longest = 1_000;
/** How deep an unclosed mark may lie and still be found. */
const deepest = 6;

/**
 * The outermost pairs of quotation marks of a text: “ ”, ‘ ’, 「 」, 『 』 and straight ones. A mark without its partner is
 * passed over, so that one slip does not swallow the rest. A paragraph ends all pairs; a line that breaks within a
 * sentence, as in text copied from a PDF, does not. `limit` is the greatest distance of two marks.
 */
export function quotedRuns(text: string, limit = longest): QuotedRun[] {
  if (!/[“‘「『"＂]/.test(text)) return [];
  const pairs: QuotedRun[] = [];
  const stack: { mark: string; at: number }[] = [];
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') {
      if (last === '\n' || ends.includes(last)) stack.length = 0;
      else while (stack.length > 0 && partner[stack[stack.length - 1]?.mark ?? ''] === stack[stack.length - 1]?.mark) stack.pop();
      last = character;
      continue;
    }
    if (!/\s/.test(character)) last = character;
    let opener = -1;
    if (closes.includes(character))
      for (let down = 1; down <= deepest && opener < 0; down += 1) if (partner[stack[stack.length - down]?.mark ?? ''] === character) opener = stack.length - down;
    if (opener >= 0) {
      const from = (stack[opener]?.at ?? 0) + 1;
      if (at - from <= limit) pairs.push({ from, to: at });
      stack.length = opener;
    } else if (partner[character] !== undefined) stack.push({ mark: character, at });
  }
  // Pairs come in the order of their closing marks; an outer pair follows and swallows the inner ones.
  const outer: QuotedRun[] = [];
  for (const pair of pairs) {
    while ((outer[outer.length - 1]?.from ?? -1) > pair.from) outer.pop();
    outer.push(pair);
  }
  return outer;
}
