import { copy, type Copied } from '../../components/clipboard.client.ts';
import type { ParagraphMenu } from '../../components/paragraph-menu.client.ts';
import { plainOf, richOf } from './passage.ts';
import { addressHere, readPassage } from './read-passage.client.ts';

/**
 * The menu under a paragraph number. Without this script the number is a link to its paragraph; with it, pressing it
 * offers to copy the paragraph with its sources, or its address, and puts the number into the address bar.
 */
let menu: HTMLElement | undefined;
let opener: HTMLElement | undefined;

function close(focus = false) {
  if (!menu || !opener) return;
  menu.remove();
  opener.removeAttribute('aria-expanded');
  const block = opener.closest('[data-n]');
  if (block) block.classList.remove('on');
  if (focus) opener.focus();
  menu = opener = undefined;
}

/** A button of the menu that copies something. */
function action(label: string, words: () => Copied): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    const place = menu;
    if (!place) return;
    copy(words(), place).then((done) => {
      button.textContent = done ? '已复制' : '已选中，请按复制';
      if (done) setTimeout(() => place === menu && close(true), 1200);
    });
  });
  return button;
}

function open(number: HTMLElement, block: HTMLElement) {
  close();
  const address = addressHere(block);
  menu = document.createElement('span');
  menu.className = 'pmenu';
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-live', 'polite');
  menu.setAttribute('aria-label', `第${block.dataset.n || ''}段`);
  menu.append(
    action('复制本段并附出处', () => {
      const passage = readPassage(block);
      return { text: plainOf(passage), html: richOf(passage) };
    }),
    action('复制本段网址', () => ({ text: address, html: `<a href="${address}">${address}</a>` })),
  );
  // Other modules add what they can do with a paragraph; pressing theirs closes the menu.
  const add = (label: string, press: () => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      close(true);
      press();
    });
    if (menu) menu.append(button);
  };
  document.dispatchEvent(new CustomEvent<ParagraphMenu>('paragraph-menu', { detail: { block, add } }));
  number.after(menu);
  number.setAttribute('aria-expanded', 'true');
  block.classList.add('on');
  opener = number;
  const first = menu.querySelector('button');
  if (first) first.focus({ preventScroll: true });
  history.replaceState(history.state, '', `#${block.id}`);
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  if (!target || target.closest('.pmenu')) return;
  const number = target.closest<HTMLElement>('a.n');
  const block = number && number.closest<HTMLElement>('[data-n]');
  if (!number || !block || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return close();
  event.preventDefault();
  if (number === opener) close(true);
  else open(number, block);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close(true);
});
document.addEventListener('focusin', (event) => {
  if (menu && event.target instanceof Node && !menu.contains(event.target) && event.target !== opener) close();
});
