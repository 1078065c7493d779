import { keepCopy } from '../../components/kept-copy.client.ts';
import { emptyNotes, notesKey, readNotes, type Mark, type Notes, type ReadNotes } from './store.ts';

/** What to tell a reader whose device keeps nothing. */
export const notKept = '这台设备没有存下（无痕模式、空间已满或禁止保存）：只在这一页有效，离开前请到“我的笔记”导出。';

const warnings: Record<ReadNotes['problem'], string> = {
  '': '',
  damaged: '存着的笔记已损坏，读不出来；原样留了一份，可在“我的笔记”取出。',
  partly: '存着的笔记有一部分读不出来；读得出的照常显示，原样留了一份，可在“我的笔记”取出。',
  version: '存着的笔记是另一版网站的；认得的已经读入，原样留了一份，可在“我的笔记”取出。',
};

/** The last state, for devices that keep nothing. */
let here: Notes | undefined;
let warning = '';

const attempt = (work: () => void): boolean => {
  try {
    work();
    return true;
  } catch (_error) {
    return false;
  }
};

/** The notes of this device. Whatever could not be read is kept apart first. */
export function recallNotes(): Notes {
  if (here) return here;
  let stored: string | null = null;
  if (!attempt(() => (stored = localStorage.getItem(notesKey)))) return (here = emptyNotes());
  const { notes, problem } = readNotes(stored);
  if (!problem || stored === null) return notes;
  warning = warnings[problem];
  const clean = keepCopy(notesKey, stored) && attempt(() => localStorage.setItem(notesKey, JSON.stringify(notes)));
  // Where there is no room for the copy the old text stays as it is, and this page works in memory.
  if (!clean) {
    warning = '存着的笔记读不出来，空间又满了，留不下副本：原样没有动，这一页里新加的不会存下。';
    here = notes;
  }
  return notes;
}

/** What a reader must know of the state of the notes; empty when all is well. */
export const notesWarning = (): string => warning;

/** Changes the notes as they are now, also by another window. False where the device kept nothing: the page goes on with them in memory. */
export function changeNotes(change: (notes: Notes) => Notes): boolean {
  const next = change(recallNotes());
  const kept = !here && attempt(() => localStorage.setItem(notesKey, JSON.stringify(next)));
  if (!kept) here = next;
  document.dispatchEvent(new CustomEvent('notes'));
  return kept;
}

/** Calls back on each change, in this window or another. */
export function onNotes(call: () => void): void {
  document.addEventListener('notes', call);
  window.addEventListener('storage', (event) => {
    if (event.key === notesKey || event.key === null) call();
  });
}

/** Forgets what this page holds in memory, after everything on the device was erased. */
export function forgetNotes(): void {
  here = undefined;
  warning = '';
  document.dispatchEvent(new CustomEvent('notes'));
}

let made = 0;

/** A name for a mark that no other device will give. */
export function freshId(): string {
  made += 1;
  return `${Date.now().toString(36)}-${made.toString(36)}${Math.floor(Math.random() * 1e9).toString(36)}`;
}

/** Puts a mark in place of the one with its id, or adds it. */
export const withMark = (notes: Notes, mark: Mark): Notes => ({ ...notes, marks: notes.marks.some(({ id }) => id === mark.id) ? notes.marks.map((old) => (old.id === mark.id ? mark : old)) : [...notes.marks, mark] });

export const withoutMark = (notes: Notes, id: string): Notes => ({ ...notes, marks: notes.marks.filter((mark) => mark.id !== id) });

/** Address of this page below the base. */
export const pathHere = (): string => location.pathname.slice((document.documentElement.dataset.base || '').length);
