import { isItem, mostItems, withItem, withoutItem, type Basket } from './basket.ts';
import { keepBasket, notKept, onBasket, recallBasket } from './basket-store.client.ts';

/**
 * `<add-all-to-basket data-items="plans/half-day cases/xiadang">`: puts everything a plan uses into the basket in one go,
 * in the order of use, and takes it out again. Without a script there is nothing to see.
 */
class AddAllToBasket extends HTMLElement {
  private button: HTMLButtonElement | undefined;

  private get items(): string[] {
    return (this.dataset.items || '').split(' ').filter(isItem);
  }

  connectedCallback() {
    if (this.button || this.items.length === 0) return;
    this.button = this.querySelector('button') || this.appendChild(document.createElement('button'));
    this.button.type = 'button';
    this.button.addEventListener('click', () => this.toggle());
    this.hidden = false;
    this.show();
    onBasket(() => this.show());
  }

  private inside(basket: Basket): boolean {
    return this.items.every((item) => basket.items.indexOf(item) >= 0);
  }

  private toggle() {
    const basket = recallBasket();
    const next = this.inside(basket) ? this.items.reduce(withoutItem, basket) : this.items.reduce(withItem, basket);
    const kept = keepBasket(next);
    if (!kept) this.say(notKept);
    else if (next.items.length > basket.items.length && !this.inside(next)) this.say(`讲义篮最多放${mostItems}项，有的没有放进去。`);
    else this.say('');
  }

  private say(words: string) {
    const note = this.querySelector('[role=status]') || document.createElement('small');
    note.setAttribute('role', 'status');
    note.textContent = words;
    this.append(note);
  }

  private show() {
    if (!this.button) return;
    const inside = this.inside(recallBasket());
    this.button.textContent = inside ? `整份已在讲义篮（${this.items.length}项）` : `整份放进讲义篮（${this.items.length}项）`;
    this.button.setAttribute('aria-pressed', String(inside));
  }
}

customElements.define('add-all-to-basket', AddAllToBasket);
