import { recall, remember } from '../../components/stored.client.ts';
import { to2015, type Edition } from './edition.ts';

const key = 'gbt7714';

/** What the server wrote: the 2025 edition of every entry, and of its copies in the margin. */
const written = new Map<Node, string>();

const original = (node: Node): string => {
  const kept = written.get(node);
  if (kept !== undefined) return kept;
  const text = node.textContent || '';
  written.set(node, text);
  return text;
};

const form = (entry: HTMLElement, edition: Edition): string => (edition === '2015' ? entry.dataset['2015'] || to2015(original(entry)) : original(entry));

/** Writes every entry of the page in the form of an edition; the notes in the margin repeat the entries at the foot. */
function show(edition: Edition) {
  // Opened beside later marks, in the form chosen before.
  document.querySelectorAll('.sn.copy').forEach((note) => note.remove());
  document.querySelectorAll<HTMLElement>('.cite').forEach((entry) => {
    const before = original(entry);
    const shown = form(entry, edition);
    entry.textContent = shown;
    const item = entry.closest('.notes li[id]');
    const mark = item && `[${item.id.slice(1)}]`;
    if (!mark) return;
    document.querySelectorAll('.sn').forEach((note) => {
      const words = note.lastChild;
      if (words && note.firstChild && note.firstChild.textContent === mark) words.textContent = original(words).replace(before, () => shown);
    });
  });
}

/** Lets the reader choose between the edition in force and its forerunner; the choice stays on the device. */
class CitationEdition extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector('select');
    if (!select) return;
    if (recall(key) === '2015') select.value = '2015';
    if (select.value === '2015') show('2015');
    select.addEventListener('change', () => {
      show(select.value as Edition);
      remember(key, select.value);
    });
    this.hidden = false;
  }
}

customElements.define('citation-edition', CitationEdition);
