import { make } from '../page/dom.ts';
import type { Suggestions } from './match.ts';
import { isPinyin } from './pinyin.ts';
import { forgetSearches, keepSearch, recentSearches } from './recent.ts';

/** How a search field is told what its suggestions do. */
export interface Wiring {
  input: HTMLInputElement;
  /** Where the list goes: after this element. */
  after: HTMLElement;
  load: () => Promise<Suggestions>;
  /** Searches for words that were chosen, or typed and entered. */
  search: (words: string) => void;
}

const most = 6;
let lists = 0;

/**
 * Suggestions below a search field, by the combobox pattern of ARIA: the field keeps the focus, arrows walk through the
 * options, Home and End go to the ends once an option is active, Enter takes it, Escape closes. The list stands in the flow,
 * over nothing. In an empty field it shows what was searched for last on this device, with a way to erase it.
 */
export class Combobox {
  private readonly wiring: Wiring;
  private readonly list = make('ul', '', 'suggestions');
  private readonly erase = make('button', '清除最近检索', 'erase');
  private suggestions: Suggestions | undefined;
  private active = -1;

  constructor(wiring: Wiring) {
    this.wiring = wiring;
    const { input, after } = wiring;
    lists += 1;
    this.list.id = `suggestions-${lists}`;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', '检索建议');
    this.erase.type = 'button';
    this.erase.addEventListener('click', () => {
      forgetSearches();
      this.close();
      input.focus();
    });
    after.after(this.list, this.erase);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.list.id);
    this.close();
    input.addEventListener('focus', () => this.focused());
    input.addEventListener('input', () => this.update());
    input.addEventListener('keydown', (event) => this.press(event));
    // The field keeps the focus when an option is pressed.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('li') : null;
      if (option) this.choose(this.options.indexOf(option));
    });
    if (document.activeElement === input) this.focused();
  }

  private get options(): HTMLLIElement[] {
    return Array.from(this.list.children) as HTMLLIElement[];
  }

  private get open(): boolean {
    return !this.list.hidden;
  }

  private focused() {
    if (!this.suggestions)
      void this.ready().then(() => {
        if (this.wiring.input.value && document.activeElement === this.wiring.input && this.wiring.input.dataset.typed) this.update();
      });
    if (!this.wiring.input.value) this.update();
  }

  /** Shows what fits the field's value now. */
  private update() {
    const { input } = this.wiring;
    input.dataset.typed = 'true';
    const recent = input.value.trim() === '';
    const found = recent ? recentSearches().map((text) => ({ text, kind: '最近' })) : this.suggestions ? this.suggestions.find(input.value, most) : [];
    this.list.textContent = '';
    found.forEach(({ text, kind }, at) => {
      const option = make('li', text);
      option.id = `${this.list.id}-${at}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.words = text;
      option.dataset.kind = kind;
      option.append(' ', make('small', kind));
      this.list.append(option);
    });
    this.mark(-1);
    this.list.hidden = found.length === 0;
    this.erase.hidden = !(recent && found.length > 0);
    input.setAttribute('aria-expanded', String(this.open));
  }

  private mark(at: number) {
    const { input } = this.wiring;
    this.active = at;
    this.options.forEach((option, number) => option.setAttribute('aria-selected', String(number === at)));
    const option = this.options[at];
    if (!option) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  close(): void {
    this.mark(-1);
    this.list.hidden = this.erase.hidden = true;
    this.wiring.input.setAttribute('aria-expanded', 'false');
  }

  /** After the words were entered: closed, unless they are pinyin, which stands in no text: then its suggestions are the answer. */
  settle(): void {
    const { value } = this.wiring.input;
    if (!isPinyin(value)) return this.close();
    void this.ready().then(() => {
      if (this.wiring.input.value === value) this.update();
    });
  }

  /** Loads the suggestions once; without them the field is a plain one. */
  private async ready(): Promise<void> {
    if (!this.suggestions) this.suggestions = await this.wiring.load().catch(() => undefined);
  }

  private choose(at: number) {
    const option = this.options[at];
    if (option) this.enter(option.dataset.words || '');
  }

  private enter(words: string) {
    this.wiring.input.value = words;
    keepSearch(words);
    this.settle();
    this.wiring.search(words);
  }

  private press(event: KeyboardEvent) {
    if (event.isComposing) return;
    const count = this.options.length;
    const { key } = event;
    if (key === 'Enter') {
      event.preventDefault();
      if (this.open && this.active >= 0) this.choose(this.active);
      else this.enter(this.wiring.input.value);
    } else if (key === 'Escape' && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!this.open) this.update();
      if (!this.open) return;
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      // Past either end the field itself is active again.
      const places = this.options.length + 1;
      this.mark(((this.active + 1 + step + places) % places) - 1);
    } else if (this.open && this.active >= 0 && (key === 'Home' || key === 'End')) {
      event.preventDefault();
      this.mark(key === 'Home' ? 0 : count - 1);
    } else if (this.open && key === 'Delete' && this.options[this.active] && (this.options[this.active] as HTMLLIElement).dataset.kind === '最近') {
      event.preventDefault();
      forgetSearches((this.options[this.active] as HTMLLIElement).dataset.words);
      this.update();
    }
  }
}
