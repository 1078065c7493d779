/** A piece of the galley that breaks may stand before or, in running text, inside. Lengths in pixels from the galley's top. */
export interface Unit {
  top: number;
  bottom: number;
  /** Starts a sheet. */
  first: boolean;
  /** Stays with what follows: headings, captions. */
  keep: boolean;
  /** Tops of the lines of running text, none for what is not to be divided; read only where a break may fall. */
  lines: () => number[];
  /** What a new sheet repeats above the unit: the head of its table. */
  repeated: number;
}

/** Where a sheet begins: before a unit, or before one of its lines. */
export interface Break {
  unit: number;
  line: number;
}

const fewest = 2;

/** The unit at which the sheet has to end so that no heading stays behind alone; `from` is the sheet's first unit. */
function backOverHeadings(units: readonly Unit[], at: number, from: number): number {
  let place = at;
  while (place > from && units[place - 1]?.keep) place -= 1;
  return place > from ? place : at;
}

/** How many lines of a unit fit above `limit`, with at least two on either side; 0 where it cannot be divided so. */
function fitting(lines: readonly number[], from: number, bottom: number, limit: number): number {
  let count = from;
  while (count < lines.length && (lines[count + 1] ?? bottom) <= limit + 0.5) count += 1;
  count = Math.min(count, lines.length - fewest);
  return count - from >= fewest ? count : 0;
}

/**
 * The starts of all sheets of `height` pixels, in order; the first is the beginning. `less` takes pixels off single sheets,
 * on which more stood than was measured. Costs one pass.
 */
export function breaksOf(units: readonly Unit[], height: number, less: readonly number[] = []): Break[] {
  const starts: Break[] = units.length > 0 ? [{ unit: 0, line: 0 }] : [];
  let top = units[0]?.top ?? 0;
  let head = 0;
  let at = 0;
  let line = 0;
  const start = (unit: number, from: number, y: number) => {
    starts.push({ unit, line: from });
    top = y;
    head = units[unit]?.repeated ?? 0;
  };
  while (at < units.length) {
    const unit = units[at]!;
    const opens = starts[starts.length - 1]!;
    const isFirst = opens.unit === at && opens.line === line;
    if (unit.first && !isFirst && line === 0) start(at, 0, unit.top);
    const limit = top + height - (less[starts.length - 1] ?? 0) - head;
    if (unit.bottom <= limit + 0.5) {
      at += 1;
      line = 0;
      continue;
    }
    const lines = unit.lines();
    const fits = lines.length > 0 ? fitting(lines, line, unit.bottom, limit) : 0;
    if (fits > 0) {
      line = fits;
      start(at, line, lines[line]!);
      continue;
    }
    const begun = starts[starts.length - 1]!;
    if (begun.unit === at && begun.line === line) {
      // Nothing can be done: higher than a sheet and not to be divided.
      at += 1;
      line = 0;
      continue;
    }
    if (line > 0) {
      start(at, line, lines[line]!);
      continue;
    }
    const back = backOverHeadings(units, at, begun.unit);
    start(back, 0, units[back]!.top);
    at = back;
  }
  return starts;
}
