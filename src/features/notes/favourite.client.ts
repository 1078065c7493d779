import { changeNotes, notKept, onNotes, pathHere, recallNotes } from './store.client.ts';

const titleHere = (): string => {
  const found = document.querySelector('meta[property="og:title"]');
  return ((found && found.getAttribute('content')) || document.title).slice(0, 200);
};

/** Shows on a button whether this page is a favourite; the answer is what pressing it does. */
export function favourite(button: HTMLButtonElement, note: HTMLElement): () => void {
  const path = pathHere();
  const isKept = () => recallNotes().favourites.some((entry) => entry.path === path);
  const show = () => {
    const kept = isKept();
    button.textContent = kept ? '已收藏' : '收藏';
    button.setAttribute('aria-pressed', String(kept));
  };
  onNotes(show);
  show();
  return () => {
    const kept = isKept();
    const done = changeNotes((notes) => ({
      ...notes,
      favourites: kept ? notes.favourites.filter((entry) => entry.path !== path) : [...notes.favourites, { path, title: titleHere(), made: Date.now() }],
    }));
    note.textContent = done ? '' : notKept;
  };
}
