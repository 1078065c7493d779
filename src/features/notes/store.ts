/** A page the reader wants to find again. */
export interface Favourite {
  /** Address below the base. */
  path: string;
  title: string;
  /** Milliseconds since 1970. */
  made: number;
}

/** Words that a reader has marked in a paragraph, with or without a note. */
export interface Mark {
  id: string;
  path: string;
  title: string;
  /** Number of the paragraph when the mark was made. */
  n: string;
  /** The marked words, or the whole paragraph's. */
  words: string;
  /** The characters just before, to tell the same words apart. */
  before: string;
  /** Whether the words are highlighted; a note on a paragraph need not be. */
  lit: boolean;
  note: string;
  made: number;
  changed: number;
}

/** All that a reader has added. It stays on the device. */
export interface Notes {
  version: number;
  favourites: Favourite[];
  marks: Mark[];
}

/** Notes as read, and what was wrong with the text they were read from. */
export interface ReadNotes {
  notes: Notes;
  problem: '' | 'damaged' | 'partly' | 'version';
  /** Entries that could not be read. */
  lost: number;
}

export const version = 1;
export const limits = { note: 5000, words: 3000, title: 200, marks: 5000, favourites: 2000 };

/** Where the notes are kept. */
export const notesKey = 'notes';

export const emptyNotes = (): Notes => ({ version, favourites: [], marks: [] });

type Fields = Record<string, unknown>;

/** Own fields of an object; what an import hides in a prototype is not looked at. */
const fieldsOf = (value: unknown): Fields | undefined => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined);
const own = (fields: Fields, name: string): unknown => (Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined);
const text = (fields: Fields, name: string, most: number): string | undefined => {
  const value = own(fields, name);
  return typeof value === 'string' && value.length <= most ? value : undefined;
};
const time = (fields: Fields, name: string): number | undefined => {
  const value = own(fields, name);
  return typeof value === 'number' && isFinite(value) && value >= 0 && value < 1e14 ? value : undefined;
};

/** A page of this site; never another address, however it is written. */
const page = /^\/(?:[a-z0-9-]+\/)*$/;

function favouriteOf(value: unknown): Favourite | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const path = text(fields, 'path', 200);
  const title = text(fields, 'title', limits.title);
  const made = time(fields, 'made');
  return path !== undefined && page.test(path) && title && made !== undefined ? { path, title, made } : undefined;
}

function markOf(value: unknown): Mark | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const id = text(fields, 'id', 40);
  const path = text(fields, 'path', 200);
  const title = text(fields, 'title', limits.title);
  const n = text(fields, 'n', 6);
  const words = text(fields, 'words', limits.words);
  const before = text(fields, 'before', 40);
  const note = text(fields, 'note', limits.note);
  const lit = own(fields, 'lit');
  const made = time(fields, 'made');
  const changed = time(fields, 'changed');
  if (!id || !/^[a-z0-9-]+$/.test(id) || path === undefined || !page.test(path) || !title || !n || !/^\d+$/.test(n) || !words) return undefined;
  if (before === undefined || note === undefined || typeof lit !== 'boolean' || made === undefined || changed === undefined) return undefined;
  return { id, path, title, n, words, before, lit, note, made, changed };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Reads notes from stored or imported text. Every entry is built anew from the fields it may have, so nothing else comes
 * in; entries that do not fit are counted as lost, and whoever calls keeps the text.
 */
export function readNotes(stored: string | null | undefined): ReadNotes {
  if (!stored) return { notes: emptyNotes(), problem: '', lost: 0 };
  let fields: Fields | undefined;
  try {
    fields = fieldsOf(JSON.parse(stored));
  } catch (_error) {
    fields = undefined;
  }
  if (!fields || typeof own(fields, 'version') !== 'number') return { notes: emptyNotes(), problem: 'damaged', lost: 0 };
  const known = own(fields, 'version') === version;
  const favourites = listOf(own(fields, 'favourites'));
  const marks = listOf(own(fields, 'marks'));
  const seen: Record<string, boolean> = Object.create(null) as Record<string, boolean>;
  const once = (key: string): boolean => {
    if (seen[key]) return false;
    seen[key] = true;
    return true;
  };
  const notes: Notes = {
    version,
    favourites: favourites.map(favouriteOf).filter((entry): entry is Favourite => Boolean(entry && once(`favourite ${entry.path}`))).slice(0, limits.favourites),
    marks: marks.map(markOf).filter((entry): entry is Mark => Boolean(entry && once(`mark ${entry.id}`))).slice(0, limits.marks),
  };
  const lists = [own(fields, 'favourites'), own(fields, 'marks')].filter((list) => !Array.isArray(list)).length;
  const lost = favourites.length - notes.favourites.length + marks.length - notes.marks.length + (known ? lists : 0);
  return { notes, problem: known ? (lost > 0 ? 'partly' : '') : 'version', lost };
}
