import look from '../../styles/notes.css?url';
import { addStyle } from '../../components/style.client.ts';
import { blockText, unwrap, wrapText } from '../../components/block-text.client.ts';
import { onParagraphMenu } from '../../components/paragraph-menu.client.ts';
import { locate, type Found } from './anchor.ts';
import { blockAround, blocksOf, lastOf, numberOf, textsOf } from './blocks.client.ts';
import { button, make } from './dom.client.ts';
import { edit, noteBox } from './note-box.client.ts';
import { changedList } from './changed-list.client.ts';
import { offer } from './selection.client.ts';
import { beforeOf, draft } from './draft.client.ts';
import { changeNotes, notKept, notesWarning, onNotes, pathHere, recallNotes, withMark, withoutMark } from './store.client.ts';
import type { Mark } from './store.ts';

/** Marks and notes on a page: shown where their words stand, made, changed and taken off. */
const blocks = (): HTMLElement[] => blocksOf(document);

const status = make('p', '', 'own-status');
status.setAttribute('role', 'status');

/** Tells the reader something of the notes, beneath the page's tools. */
export function say(words: string): void {
  const tools = document.querySelector('.tools');
  if (tools && !status.parentNode) tools.insertAdjacentElement('afterend', status);
  status.textContent = words;
}

const keep = (mark: Mark): void => {
  const done = changeNotes((notes) => withMark(notes, mark));
  say(done ? '' : notKept);
};

const drop = (mark: Mark): void => {
  const done = changeNotes((notes) => withoutMark(notes, mark.id));
  say(done ? '' : notKept);
  const undo = button('撤销', () => keep(mark));
  status.textContent = done ? '删去了一条。' : notKept;
  status.append(undo);
};

/** Draws all marks of this page anew. */
function show(): void {
  const path = pathHere();
  const editing = document.querySelector('.own.editing');
  document.querySelectorAll('mark.own').forEach(unwrap);
  document.querySelectorAll('aside.own:not(.editing), .own-changed').forEach((element) => element.remove());
  const marks = recallNotes().marks.filter((mark) => mark.path === path);
  const all = blocks();
  const texts = textsOf(all);
  const lost: Mark[] = [];
  const placed: { mark: Mark; found: Found }[] = [];
  for (const mark of marks) {
    const found = locate(mark, texts);
    if (found) placed.push({ mark, found });
    else lost.push(mark);
  }
  placed.sort((a, b) => Number(a.found.n) - Number(b.found.n) || a.found.from - b.found.from);
  for (const { mark, found } of placed) {
    const block = all.find((element) => numberOf(element) === found.n);
    if (!block) continue;
    if (mark.lit)
      wrapText(blockText(block), found.from, found.to, () => {
        const element = make('mark', '', 'own');
        element.dataset.mark = mark.id;
        return element;
      });
    if (mark.note) lastOf(block).insertAdjacentElement('afterend', noteBox(mark, { keep, drop }));
  }
  if (lost.length > 0) changedList(lost, drop);
  if (editing && !document.contains(editing)) editing.remove();
  if (notesWarning()) say(notesWarning());
}

/** Highlights a whole paragraph. */
export function lightBlock(block: HTMLElement): void {
  const { text } = blockText(block);
  keep(draft(block, text.trim(), beforeOf(text, text.indexOf(text.trim())), { lit: true }));
}

/** Opens the field for a note on a paragraph. */
export function writeOn(block: HTMLElement): void {
  // The title of a step stays when its wording is mended.
  const text = ((block.dataset.step && block.querySelector('h3')) || block) as Element;
  edit(draft(block, blockText(text).text.trim(), '', { lit: false }), lastOf(block), { keep, drop });
}

/** Offers to highlight what is selected. */
export function offerSelection(): void {
  offer(blocks(), {
    light: (marks) => marks.forEach(keep),
    write: (mark, block) => edit(mark, lastOf(block), { keep, drop }),
  });
}

onParagraphMenu(({ block, add }) => {
  const ids = Array.from(block.querySelectorAll<HTMLElement>('mark.own')).map((element) => element.dataset.mark || '');
  recallNotes()
    .marks.filter(({ id }) => ids.indexOf(id) >= 0)
    .forEach((mark) => add(`删去划线：${mark.words.slice(0, 8)}${mark.words.length > 8 ? '……' : ''}`, () => drop(mark)));
});

// A highlight that is pressed offers what can be done with it; by keyboard the paragraph's menu does.
document.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('mark.own') : null;
  const selection = document.getSelection();
  if (!pressed || (event.target as Element).closest('a') || (selection && !selection.isCollapsed)) return;
  const mark = recallNotes().marks.find(({ id }) => id === pressed.dataset.mark);
  const block = blockAround(pressed);
  if (mark && block && !mark.note) edit(mark, lastOf(block), { keep, drop });
});

void addStyle(look);
onNotes(show);
show();
