import { onParagraphMenu } from '../../components/paragraph-menu.client.ts';
import { recall } from '../../components/stored.client.ts';

/** What notes do on a page from the start. It is little; the rest is loaded where there are notes or somebody makes one. */
const load = () => import('./page.client.ts');

/** `<add-favourite>`: keeps the page among the reader's favourites and takes it out again. */
class AddFavourite extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button || button.hasAttribute('aria-pressed')) return;
    button.setAttribute('aria-pressed', 'false');
    const note = document.createElement('small');
    note.setAttribute('role', 'status');
    this.append(note);
    let ready: Promise<() => void> | undefined;
    const get = () => (ready = ready || import('./favourite.client.ts').then(({ favourite }) => favourite(button, note)));
    // A press while the first is on its way would undo it unseen; what did not come is asked for again next time.
    let busy = false;
    button.addEventListener('click', () => {
      if (busy) return;
      busy = true;
      get()
        .then((toggle) => toggle())
        .catch(() => (ready = undefined))
        .then(() => (busy = false));
    });
    if (recall('notes')) get().catch(() => (ready = undefined));
    this.hidden = false;
  }
}

if (!customElements.get('add-favourite')) customElements.define('add-favourite', AddFavourite);

const text = document.querySelector('.prose') || document.querySelector('.plan article');
if (text) {
  if (recall('notes')) load().catch(() => undefined);
  onParagraphMenu(({ block, add }) => {
    add('划这一段', () => void load().then(({ lightBlock }) => lightBlock(block)).catch(() => undefined));
    add('记笔记', () => void load().then(({ writeOn }) => writeOn(block)).catch(() => undefined));
  });
  if (document.querySelector('.plan [data-step]'))
    import('./steps.client.ts').then(({ noteButtons }) => noteButtons((block) => void load().then(({ writeOn }) => writeOn(block)))).catch(() => undefined);
  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !selection.getRangeAt(0).intersectsNode(text)) return;
    waiting = window.setTimeout(() => void load().then(({ offerSelection }) => offerSelection()).catch(() => undefined), 250);
  });
}
