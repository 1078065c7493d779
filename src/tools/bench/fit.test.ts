import { describe, expect, it } from 'vitest';
import { fitLine } from './fit.ts';

describe('a line through measurements', () => {
  it('goes through points that lie on one, and says so', () => {
    const line = fitLine([[100, 13], [500, 53], [1000, 103]]);
    expect(line.slope).toBeCloseTo(0.1);
    expect(line.fit).toBeCloseTo(1);
    expect(line.at(10_000)).toBeCloseTo(1003);
  });

  it('tells a curve from a line', () => {
    expect(fitLine([[1, 1], [10, 100], [20, 400], [40, 1600]]).fit).toBeLessThan(0.96);
  });

  it('refuses a single point', () => {
    expect(() => fitLine([[5, 1]])).toThrow();
  });
});
