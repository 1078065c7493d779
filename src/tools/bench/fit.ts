/** A straight line through measured points. */
export interface Line {
  slope: number;
  /** How much of the spread the line explains, 0 to 1. */
  fit: number;
  at: (x: number) => number;
}

/** The line of least squares. Two points at different places are the least it needs. */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): Line {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point[0])), mean(points.map((point) => point[1]))];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  if (points.length < 2 || spread === 0) throw new Error('a line needs two points');
  const slope = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread;
  const at = (value: number) => y + slope * (value - x);
  const total = points.reduce((sum, point) => sum + (point[1] - y) ** 2, 0);
  const left = points.reduce((sum, point) => sum + (point[1] - at(point[0])) ** 2, 0);
  return { slope, fit: total === 0 ? 1 : 1 - left / total, at };
}
