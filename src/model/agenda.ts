import type { PlanStep } from './texts.ts';

/** A step with the minutes at which it begins and ends, counted from the start of its part. */
export interface TimedStep {
  step: PlanStep;
  from: number;
  to: number;
}

/** The steps that happen on one occasion: the whole meeting, or what a longer plan puts under one `when`. */
export interface AgendaPart {
  when: string | undefined;
  minutes: number;
  steps: TimedStep[];
}

/** An agenda by occasions, each with a clock of its own. A step without `when` goes with the one before it. */
export function agendaParts(agenda: readonly PlanStep[]): AgendaPart[] {
  const parts: AgendaPart[] = [];
  for (const step of agenda) {
    let part = parts[parts.length - 1];
    if (!part || (step.when !== undefined && step.when !== part.when)) parts.push((part = { when: step.when, minutes: 0, steps: [] }));
    part.steps.push({ step, from: part.minutes, to: part.minutes + step.minutes });
    part.minutes += step.minutes;
  }
  return parts;
}

/** Minutes as a running clock: 5 is 0:05, 95 is 1:35. */
export const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes in words: 45分钟, 3小时, 1小时30分钟. */
export const duration = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分钟` : ''}`;
};
