const closing = '，。、；：？！）》〉」』”’…—·%％';
const opening = '（《〈「『“‘';
const pause = '，。、；：？！…—”’》';

/** Width of a unit in ems: Han characters and Chinese marks are square, the rest is set narrower. */
export const widthOf = (unit: string): number => [...unit].reduce((sum, character) => sum + (/[\u2e80-\uffef“”‘’…—]/.test(character) ? 1 : character === ' ' ? 0.28 : 0.6), 0);

/** Units that no line break may part: a Latin word or number, a mark with the character it clings to. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let glue = false;
  for (const [part] of text.matchAll(/[A-Za-z0-9.,:/%-]+|\s+|[^]/gu)) {
    if (units.length > 0 && (glue || closing.includes(part))) units[units.length - 1] += part;
    else units.push(part);
    glue = opening.includes(part);
  }
  return units;
}

/** How many lines units of these widths take when each line takes what it can. */
function linesFor(widths: readonly number[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const own of widths) {
    if (used > 0 && used + own > width) {
      lines += 1;
      used = 0;
    }
    used += own;
  }
  return lines;
}

/** The units up to which a text fits, with an omission mark and, for a quotation, its closing one. */
function cut(units: readonly string[], width: number, most: number): string[] {
  const end = units[units.length - 1]?.endsWith('”') ? '……”' : '……';
  const widths = units.map(widthOf);
  let to = units.length;
  while (to > 1 && linesFor([...widths.slice(0, to - 1), (widths[to - 1] ?? 0) + widthOf(end)], width) > most) to -= 1;
  const kept = units.slice(0, to);
  return [...kept.slice(0, -1), `${(kept[to - 1] ?? '').replace(/[，。、；：？！\s]+$/, '')}${end}`];
}

/**
 * Breaks a text into lines of at most `width` ems, as few as it takes, and of those ways the one with even lines that
 * end at marks. No line begins with a closing mark or ends with an opening one. What needs more than `most` lines is cut
 * with an omission mark.
 */
export function wrap(text: string, width: number, most: number): string[] {
  let units = unitsOf(text.trim());
  if (linesFor(units.map(widthOf), width) > most) units = cut(units, width, most);
  const widths = units.map(widthOf);
  const needed = linesFor(widths, width);
  // cheapest[lines][end]: the least cost of setting the first `end` units in so many lines, and where the last one begins.
  const cheapest: ({ cost: number; from: number } | undefined)[][] = [[{ cost: 0, from: 0 }]];
  for (let line = 1; line <= needed; line += 1) {
    const row: ({ cost: number; from: number } | undefined)[] = [];
    for (let to = 1; to <= units.length; to += 1) {
      const isLast = to === units.length;
      const unit = (units[to - 1] ?? '').trim();
      const atPause = isLast || pause.includes(unit.charAt(unit.length - 1)) ? 0 : 0.12;
      let used = 0;
      for (let from = to - 1; from >= 0; from -= 1) {
        used += widths[from] ?? 0;
        if (used > width && to - from > 1) break;
        const before = cheapest[line - 1]?.[from];
        if (!before) continue;
        const cost = before.cost + (Math.max(0, width - used) / width) ** 2 * (isLast ? 0.4 : 1) + atPause;
        if (cost < (row[to]?.cost ?? Number.POSITIVE_INFINITY)) row[to] = { cost, from };
      }
    }
    cheapest.push(row);
  }
  const lines: string[] = [];
  for (let line = needed, to = units.length; line > 0; line -= 1) {
    const from = cheapest[line]?.[to]?.from ?? 0;
    lines.unshift(units.slice(from, to).join('').trim());
    to = from;
  }
  return lines;
}

/** Whether a text fits into so many lines. */
export const fitsIn = (text: string, width: number, most: number): boolean => linesFor(unitsOf(text.trim()).map(widthOf), width) <= most;
