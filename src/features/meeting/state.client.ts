import { keepCopy, loses } from '../../components/kept-copy.client.ts';
import { mostNames, shortName } from './turns.ts';
import { fresh, stopped, type Clock } from './time.ts';

/** Where a meeting stands. */
export interface Place {
  key: string;
  /** Offset in the text of the piece, so that a screen of another size finds the same words. */
  offset: number;
  /** Turns skipped. */
  shift: number;
  clocks: Clock[];
}

/** What the meeting view keeps on the device: the list of names, the choice of light or dark, the last places. */
export interface Kept {
  names: string[];
  each: number;
  /** Light screens or dark ones; undefined as long as nobody chose here, then the reading settings hold. */
  light: boolean | undefined;
  places: [address: string, place: Place][];
}

export const storageKey = 'meeting';
const mostPlaces = 12;
const nothing: Kept = { names: [], each: 1, light: undefined, places: [] };
let here: Kept | undefined;
/** Stored text of which something could not be read; it is kept apart before anything is written over it. */
let unread = '';

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' && isFinite(value) ? value : otherwise);

function place(value: Partial<Place> | null | undefined): Place {
  const clocks = (Array.isArray(value?.clocks) ? value.clocks : []).map((clock: Partial<Clock> | null): Clock => fresh({ since: number(clock?.since, 0), before: number(clock?.before, 0) }, Date.now()));
  return { key: typeof value?.key === 'string' ? value.key : '', offset: number(value?.offset, 0), shift: number(value?.shift, 0), clocks };
}

/** Reads what is kept; anything damaged or of an older version counts as nothing. */
export function recallMeeting(): Kept {
  if (here) return here;
  let stored = '';
  try {
    stored = localStorage.getItem(storageKey) || '';
  } catch (_error) {
    // Where nothing may be kept, the meeting begins anew.
  }
  here = readMeeting(stored);
  unread = lossOf(stored, here) ? stored : '';
  return here;
}

/** Reads what is kept from stored text, of whatever version and in whatever state. */
export function readMeeting(stored: string): Kept {
  let found: Partial<Kept> = {};
  try {
    found = (JSON.parse(stored || '{}') || {}) as Partial<Kept>;
  } catch (_error) {
    found = {};
  }
  return {
    names: (Array.isArray(found.names) ? found.names : []).filter((name): name is string => typeof name === 'string').map(shortName).slice(0, mostNames),
    each: Math.min(9, Math.max(1, number(found.each, 1))),
    light: typeof found.light === 'boolean' ? found.light : undefined,
    places: (Array.isArray(found.places) ? found.places : []).filter((entry) => Array.isArray(entry) && typeof entry[0] === 'string').map(([address, kept]): [string, Place] => [address, place(kept)]),
  };
}

/** Whether something of the stored text was not read. Places come and go by themselves and count for nothing. */
function lossOf(stored: string, { places: _places, ...read }: Kept): boolean {
  try {
    const { places: _old, ...rest } = JSON.parse(stored || '{}') as Partial<Kept>;
    return Array.isArray(JSON.parse(stored || '{}')) || loses(JSON.stringify(rest), read);
  } catch (_error) {
    return true;
  }
}

/** What a reader must know of the stored list; empty when all is well. */
export const meetingWarning = (): string => (recallMeeting(), unread && '存着的名单有读不出来的部分，读得出的照常用；改动以前会原样另留一份，在“我的笔记”可以取出。');

/** Keeps a change. The answer is false where the device keeps nothing; it then holds for this page. */
export function keepMeeting(change: Partial<Kept>): boolean {
  here = { ...nothing, ...recallMeeting(), ...change };
  if (unread && !keepCopy(storageKey, unread)) return false;
  unread = '';
  try {
    localStorage.setItem(storageKey, JSON.stringify(here));
    return true;
  } catch (_error) {
    return false;
  }
}

/** Where the meeting at this address stood. */
export function recallPlace(address: string): Place {
  const found = recallMeeting().places.find(([known]) => known === address);
  return found ? found[1] : { key: '', offset: 0, shift: 0, clocks: [] };
}

/** Keeps where it stands, among the last twelve. */
export const keepPlace = (address: string, now: Place): boolean => keepMeeting({ places: [[address, now] as [string, Place], ...recallMeeting().places.filter(([known]) => known !== address)].slice(0, mostPlaces) });

/** The clock of a part; one that was never started stands at zero. */
export const clockOf = ({ clocks }: Place, part: number): Clock => clocks[part] || stopped;

// Another window of this site has changed it: what was read here before is old.
window.addEventListener('storage', ({ key }) => {
  if (key === storageKey || key === null) here = undefined;
});
