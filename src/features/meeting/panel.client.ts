import { singleKeys } from '../../components/single-keys.client.ts';
import { all, make } from './dom.client.ts';
import { lineOf } from './line.client.ts';
import type { Programme } from './piece.ts';
import { meetingWarning } from './state.client.ts';
import { namesFrom } from './turns.ts';

/** What the menu changes. */
export interface PanelCalls {
  go: (index: number) => void;
  names: (names: string[], each: number) => void;
  closed: () => void;
}

/** The menu over the screens: contents, names, keys. While it is open the focus stays inside. */
export class Panel {
  private root: HTMLElement;
  private calls: PanelCalls;
  private before: Element | null = null;

  constructor(root: HTMLElement, programme: Programme, names: readonly string[], each: number, calls: PanelCalls) {
    this.root = root;
    this.calls = calls;
    this.fillList(programme);
    const field = this.part<HTMLTextAreaElement>('names');
    const select = this.part<HTMLSelectElement>('each');
    field.value = names.join('\n');
    this.part('kept').textContent = meetingWarning();
    select.value = String(each);
    const change = () => calls.names(namesFrom(field.value), Number(select.value) || 1);
    field.addEventListener('input', change);
    select.addEventListener('change', change);
    this.part<HTMLFormElement>('jump').addEventListener('submit', (event) => {
      event.preventDefault();
      this.jump(programme);
    });
    root.addEventListener('keydown', (event) => this.keepInside(event));
    all<HTMLButtonElement>(root, 'button[data-close]').forEach((button) => button.addEventListener('click', () => this.close()));
  }

  private part<Kind extends HTMLElement>(name: string): Kind {
    const found = this.root.querySelector<Kind>(`[data-panel="${name}"]`);
    if (!found) throw new Error(`meeting panel: ${name} is missing`);
    return found;
  }

  private fillList(programme: Programme): void {
    const list = this.part('list');
    programme.pieces.forEach((piece, index) => {
      const item = make('li');
      const button = make('button');
      button.type = 'button';
      const [mark, words] = lineOf(piece);
      button.append(make('b', '', mark), make('span', '', words));
      button.addEventListener('click', () => {
        this.close();
        this.calls.go(index);
      });
      if (piece.kind === 'step' || piece.kind === 'title' || piece.heading) item.className = 'opens';
      item.append(button);
      list.append(item);
    });
  }

  /** Goes to a paragraph by the number it has on the handout: in a plan or basket, the first one with it from here on. */
  private jump(programme: Programme): void {
    const field = this.part<HTMLInputElement>('number');
    const current = Math.max(0, all(this.root, '[data-panel="list"] button').findIndex((button) => button.getAttribute('aria-current') === 'true'));
    const places = programme.pieces.reduce<number[]>((found, { number }, index) => (number === field.value.trim() ? [...found, index] : found), []);
    const index = places.find((place) => place > current) ?? places[0];
    this.part('nowhere').textContent = index === undefined ? `没有第${field.value.trim()}段` : '';
    if (index === undefined) return;
    this.close();
    this.calls.go(index);
  }

  /** Says beneath the names what became of them. */
  warn(words: string): void {
    this.part('kept').textContent = words;
  }

  get open(): boolean {
    return !this.root.hidden;
  }

  /** Opens the menu at one of its sections, with the focus there. */
  show(section: 'menu' | 'jump' | 'help', index: number): void {
    if (!this.open) this.before = document.activeElement;
    this.root.hidden = false;
    const buttons = all<HTMLButtonElement>(this.root, '[data-panel="list"] button');
    buttons.forEach((button, at) => (at === index ? button.setAttribute('aria-current', 'true') : button.removeAttribute('aria-current')));
    const list = this.part('list');
    const current = buttons[index];
    if (current) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 3;
    const place = section === 'jump' ? this.part<HTMLElement>('number') : section === 'help' ? this.part<HTMLElement>('keys') : this.root.querySelector<HTMLElement>('button');
    this.part('single').hidden = singleKeys();
    if (section === 'jump') this.part<HTMLInputElement>('number').value = '';
    if (section !== 'help') this.root.scrollTop = 0;
    place?.focus();
    if (section === 'help') place?.scrollIntoView();
  }

  /** Closes the menu and gives the focus back. */
  close(): void {
    if (!this.open) return;
    this.root.hidden = true;
    if (this.before instanceof HTMLElement && this.before !== document.body) this.before.focus();
    this.calls.closed();
  }

  private keepInside(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    const reachable = all(this.root, 'button,input,textarea,select,a[href],[tabindex="0"]').filter((element) => element.offsetParent !== null);
    const [first, last] = [reachable[0], reachable[reachable.length - 1]];
    const leaves = event.shiftKey ? document.activeElement === first : document.activeElement === last;
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
