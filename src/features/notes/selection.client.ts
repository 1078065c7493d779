import { showFootBar } from '../../components/foot-bar.client.ts';
import { blockText, offsetsOf } from '../../components/block-text.client.ts';
import { button, make } from './dom.client.ts';
import { beforeOf, draft } from './draft.client.ts';
import type { Mark } from './store.ts';

/** What to do with selected words. */
export interface SelectionActions {
  light: (marks: Mark[]) => void;
  write: (mark: Mark, block: HTMLElement) => void;
}

/** Selected words as marks, one a paragraph, for a selection may run over several. */
function marksOf(blocks: readonly HTMLElement[], range: Range): { mark: Mark; block: HTMLElement }[] {
  const found: { mark: Mark; block: HTMLElement }[] = [];
  for (const block of blocks) {
    if (!range.intersectsNode(block)) continue;
    const read = blockText(block);
    const at = offsetsOf(read, range);
    if (at && at.to - at.from > 1) found.push({ block, mark: draft(block, read.text.slice(at.from, at.to), beforeOf(read.text, at.from), { lit: true }) });
  }
  return found;
}

let bar: HTMLElement | undefined;

const close = () => {
  if (bar) bar.remove();
  bar = undefined;
};

/** A bar at the foot of the window: away from the phone's own menu over the selected words. It goes when the selection does. */
export function offer(blocks: readonly HTMLElement[], actions: SelectionActions): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return close();
  const range = selection.getRangeAt(0);
  if (marksOf(blocks, range).length === 0) return close();
  close();
  const act = (work: (found: { mark: Mark; block: HTMLElement }[]) => void) => () => {
    const now = marksOf(blocks, range);
    selection.removeAllRanges();
    close();
    work(now);
  };
  bar = make('div', '', 'selection-bar wide');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '选中的文字');
  // Pressing a button would take the selection away before it is read.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.append(
    button('划线', act((found) => actions.light(found.map(({ mark }) => mark)))),
    button('划线并记笔记', act((found) => {
      const last = found[found.length - 1];
      if (!last) return;
      actions.light(found.map(({ mark }) => mark));
      actions.write(last.mark, last.block);
    })),
  );
  showFootBar(bar);
}

document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) close();
});
