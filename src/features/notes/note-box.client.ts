import { opener, placeWords } from './blocks.client.ts';
import { button, make } from './dom.client.ts';
import { limits, type Mark } from './store.ts';

/** What can be done with a mark. */
export interface MarkActions {
  keep: (mark: Mark) => void;
  drop: (mark: Mark) => void;
}

/** A note as it stands behind its paragraph. `data-pagefind-ignore` keeps it out of the search within the page. */
export function noteBox(mark: Mark, actions: MarkActions): HTMLElement {
  const box = make('aside', '', 'own');
  box.setAttribute('aria-label', `我的笔记，${placeWords(mark.path, mark.n)}`);
  box.setAttribute('data-pagefind-ignore', '');
  if (mark.lit) box.append(make('p', `“${mark.words.length > 40 ? `${mark.words.slice(0, 40)}……` : mark.words}”`, 'words'));
  const note = make('p', mark.note, 'note');
  const acts = make('p', '', 'own-acts');
  acts.append(
    button('改', () => edit(mark, box, actions)),
    button('删', () => actions.drop(mark)),
  );
  box.append(note, acts);
  return box;
}

/** Opens the field for a note behind an element, or in place of the note's own box. Nothing is kept before 保存. */
export function edit(mark: Mark, after: Element, { keep, drop }: MarkActions): void {
  document.querySelectorAll('aside.own.editing').forEach((open) => open.remove());
  const box = make('aside', '', 'own editing');
  box.setAttribute('aria-label', `写笔记，${placeWords(mark.path, mark.n)}`);
  box.setAttribute('data-pagefind-ignore', '');
  const label = make('label', `${placeWords(mark.path, mark.n)}的笔记`);
  const field = make('textarea');
  field.value = mark.note;
  field.maxLength = limits.note;
  field.rows = 4;
  label.append(field);
  const isOld = mark.lit || Boolean(mark.note);
  const close = () => {
    box.remove();
    const number = opener(mark.path, mark.n);
    if (number) number.focus({ preventScroll: true });
  };
  const save = () => {
    const note = field.value.trim();
    close();
    if (note || mark.lit) keep({ ...mark, note, changed: Date.now() });
    else if (mark.note) drop(mark);
  };
  const acts = make('p', '', 'own-acts');
  acts.append(button('保存', save), button('取消', close));
  if (isOld && mark.lit) acts.append(button('删去划线', () => { close(); drop(mark); }));
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  });
  box.append(label, acts);
  after.insertAdjacentElement('afterend', box);
  field.focus();
}
