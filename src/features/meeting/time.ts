/** A clock that may be stopped: when it was started last, and what had passed before. Milliseconds. */
export interface Clock {
  /** 0 while it stands. */
  since: number;
  before: number;
}

export const stopped: Clock = { since: 0, before: 0 };
/** Nobody meets longer; a clock that seems to is one that was left running. */
const longest = 12 * 60 * 60 * 1000;

/** Milliseconds on the clock. */
export const elapsed = ({ since, before }: Clock, now: number): number => before + (since > 0 ? Math.max(0, now - since) : 0);

/** The clock set going; one that goes already is left alone. */
export const started = (clock: Clock, now: number): Clock => (clock.since > 0 ? clock : { ...clock, since: now });

/** The clock halted at what it shows. */
export const halted = (clock: Clock, now: number): Clock => ({ since: 0, before: elapsed(clock, now) });

/** A clock as it was kept; one left running since another day starts anew. */
export const fresh = (clock: Clock, now: number): Clock => (elapsed(clock, now) > longest || clock.since > now ? stopped : clock);

const two = (value: number): string => `${value < 10 ? '0' : ''}${value}`;

/** 75 seconds are 1:15; from an hour on 1:02:05. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** "12分钟", as the room sees it: no seconds that tick. */
export const minuteWords = (milliseconds: number): string => `${Math.floor(milliseconds / 60000)}分钟`;

/** How much the elapsed time is past the planned end of a step, in whole minutes; 0 where it is not. */
export const minutesOver = (milliseconds: number, planned: number): number => Math.max(0, Math.floor(milliseconds / 60000) - planned);
