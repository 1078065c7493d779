import { describe, expect, it } from 'vitest';
import { agendaParts, clock, duration } from './agenda.ts';
import { planStep } from './texts.ts';

const step = (title: string, minutes: number, when?: string) => planStep.parse({ title, minutes, how: '大家做一件事', ...(when && { when }) });

describe('an agenda', () => {
  it('runs one clock through a meeting', () => {
    const [part, ...others] = agendaParts([step('对账', 5), step('读', 12), step('议', 28)]);
    expect(others).toEqual([]);
    expect(part?.steps.map(({ from, to }) => `${clock(from)}–${clock(to)}`)).toEqual(['0:00–0:05', '0:05–0:17', '0:17–0:45']);
    expect(part?.minutes).toBe(45);
  });

  it('starts the clock again on every occasion', () => {
    const parts = agendaParts([step('读', 40, '第一周'), step('做', 30), step('读', 40, '第二周'), step('做', 35, '第二周')]);
    expect(parts.map(({ when, minutes, steps }) => [when, minutes, steps.map(({ from }) => from)])).toEqual([
      ['第一周', 70, [0, 40]],
      ['第二周', 75, [0, 40]],
    ]);
  });

  it('says how long it takes', () => {
    expect([45, 60, 90, 180].map(duration)).toEqual(['45分钟', '1小时', '1小时30分钟', '3小时']);
    expect([5, 95].map(clock)).toEqual(['0:05', '1:35']);
  });
});
