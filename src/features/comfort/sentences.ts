/** A stretch of a text, as offsets. */
export interface Stretch {
  from: number;
  to: number;
}

const ending = /[。！？；]/;
const closing = /[”’）》」』〕]/;

/** Longer than this a sentence is read in parts: some voices fall silent after a quarter of a minute. */
const longest = 160;

/** Cuts a long sentence behind its commas. */
function parts(text: string, { from, to }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  while (to - start > longest) {
    let cut = -1;
    for (let at = start + 20; at < start + longest; at += 1) if (/[，：、]/.test(text.charAt(at))) cut = at + 1;
    if (cut < 0) cut = start + longest;
    found.push({ from: start, to: cut });
    start = cut;
  }
  found.push({ from: start, to });
  return found;
}

/** The sentences of a text, each with its closing marks; the stretch between them is nothing but white space. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const end = (to: number) => {
    let start = from;
    while (start < to && /\s/.test(text.charAt(start))) start += 1;
    let stop = to;
    while (stop > start && /\s/.test(text.charAt(stop - 1))) stop -= 1;
    // Marks alone are nothing to be read.
    if (/[A-Za-z0-9\u3400-\u9fff]/.test(text.slice(start, stop))) found.push(...parts(text, { from: start, to: stop }));
    else if (found.length > 0 && stop > start) (found[found.length - 1] as Stretch).to = stop;
    from = to;
  };
  for (let at = 0; at < text.length; at += 1) {
    const dots = text.slice(at, at + 2) === '……';
    if (!ending.test(text.charAt(at)) && !dots) continue;
    let to = at + (dots ? 2 : 1);
    while (to < text.length && (closing.test(text.charAt(to)) || ending.test(text.charAt(to)))) to += 1;
    // "……，" and "……的" go on.
    if (dots && to === at + 2 && to < text.length) {
      at = to - 1;
      continue;
    }
    end(to);
    at = to - 1;
  }
  end(text.length);
  return found;
}
