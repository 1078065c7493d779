/** Tells where an option stands now, for those who do not see it. */
export type Say = (words: string) => void;

const button = (words: string, label: string): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.setAttribute('aria-label', label);
  return made;
};

/**
 * A list of options that can be put in order: by two buttons each, by the arrow keys on them, and by dragging. Built
 * beside the printed list, which stays as it is for paper.
 */
export class Ordering {
  readonly element = document.createElement('ol');
  private say: Say;

  constructor(options: readonly string[], say: Say) {
    this.say = say;
    this.element.className = 'ordering';
    options.forEach((option) => this.element.append(this.item(option)));
    this.number();
  }

  /** The letters of the options in their present order. */
  get value(): string {
    return this.items.map((item) => item.dataset.mark || '').join('');
  }

  private get items(): HTMLLIElement[] {
    return Array.from(this.element.children) as HTMLLIElement[];
  }

  private item(option: string): HTMLLIElement {
    const item = document.createElement('li');
    item.dataset.mark = option.charAt(0);
    const words = document.createElement('span');
    words.textContent = option;
    const up = button('↑', `上移：${option}`);
    const down = button('↓', `下移：${option}`);
    up.addEventListener('click', () => this.move(item, -1, up));
    down.addEventListener('click', () => this.move(item, 1, down));
    item.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      this.move(item, by, event.target as HTMLElement);
    });
    words.addEventListener('pointerdown', (event) => this.drag(item, words, event));
    item.append(words, up, down);
    return item;
  }

  private move(item: HTMLLIElement, by: number, focus: HTMLElement): void {
    const at = this.items.indexOf(item);
    this.put(item, at + by);
    // The button at the end of its way is off; the other one takes the focus.
    const buttons = Array.from(item.querySelectorAll('button'));
    const next = focus instanceof HTMLButtonElement && !focus.disabled ? focus : buttons.find((other) => !other.disabled);
    if (next) next.focus();
    this.say(`移到第${this.items.indexOf(item) + 1}位`);
  }

  /** Moves the others around the item, not the item: it keeps the focus, and the finger that drags it. */
  private put(item: HTMLLIElement, to: number): void {
    const place = Math.min(this.items.length - 1, Math.max(0, to));
    while (this.items.indexOf(item) < place && item.nextElementSibling) this.element.insertBefore(item.nextElementSibling, item);
    while (this.items.indexOf(item) > place && item.previousElementSibling) this.element.insertBefore(item.previousElementSibling, item.nextElementSibling);
    this.number();
  }

  private number(): void {
    const items = this.items;
    items.forEach((item, at) => {
      const [up, down] = Array.from(item.querySelectorAll('button'));
      if (up) up.disabled = at === 0;
      if (down) down.disabled = at === items.length - 1;
    });
  }

  /** Dragging by the words. The page does not scroll under the finger while it lasts. */
  private drag(item: HTMLLIElement, words: HTMLElement, event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    words.setPointerCapture(event.pointerId);
    item.classList.add('dragged');
    const follow = ({ clientY }: PointerEvent) => {
      const others = this.items.filter((other) => other !== item);
      const place = others.filter((other) => {
        const { top, height } = other.getBoundingClientRect();
        return clientY > top + height / 2;
      }).length;
      if (this.items.indexOf(item) !== place) this.put(item, place);
    };
    const stop = () => {
      item.classList.remove('dragged');
      words.removeEventListener('pointermove', follow);
      this.say(`放在第${this.items.indexOf(item) + 1}位`);
    };
    words.addEventListener('pointermove', follow);
    ['pointerup', 'pointercancel'].forEach((name) => words.addEventListener(name, stop, { once: true }));
  }
}
