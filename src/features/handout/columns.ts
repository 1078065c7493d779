import type { Unit } from './breaks.ts';

/** Pixels of a sheet that two columns may need more than half of their text: they end at whole lines, and keep two together. */
export const slack = 20;

/**
 * The units of a galley as they stand on sheets where the `narrow` ones run in two columns: what follows each other there is
 * half as high. The galley sets them as wide as a column, so that lines are what they will be; lengths between them shrink
 * too, and their order stays. The browser fills the columns evenly, so that a sheet may still prove too full by a line.
 */
export function halved<Kind extends Unit>(units: readonly Kind[], narrow: readonly boolean[]): Kind[] {
  const runs: { top: number; bottom: number }[] = [];
  units.forEach(({ top, bottom, first }, at) => {
    if (!narrow[at]) return;
    const run = runs[runs.length - 1];
    if (run && narrow[at - 1] && !first) run.bottom = Math.max(run.bottom, bottom);
    else runs.push({ top, bottom });
  });
  const placed = (y: number): number => runs.reduce((found, { top, bottom }) => found - (Math.max(top, Math.min(y, bottom)) - top) / 2, y);
  return units.map((unit) => ({ ...unit, top: placed(unit.top), bottom: placed(unit.bottom), lines: () => unit.lines().map(placed) }));
}
