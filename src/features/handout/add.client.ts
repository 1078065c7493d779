import { isItem, mostItems, withItem, withoutItem } from './basket.ts';
import { keepBasket, notKept, onBasket, recallBasket } from './basket-store.client.ts';

/**
 * `<add-to-basket data-item="cases/xiadang">`: puts an item into the basket and takes it out again. Any page may have any
 * number of them, also put in by a script later (search hits); without a script there is nothing to see.
 */
class AddToBasket extends HTMLElement {
  private button: HTMLButtonElement | undefined;
  private forget: (() => void) | undefined;

  connectedCallback() {
    if (this.forget || !isItem(this.dataset.item || '')) return;
    if (!this.button) {
      this.button = this.querySelector('button') || this.appendChild(document.createElement('button'));
      this.button.type = 'button';
      this.button.addEventListener('click', () => this.toggle());
      this.hidden = false;
    }
    this.show();
    this.forget = onBasket(() => this.show());
  }

  /** Search makes its hits anew at every keystroke: those that are gone listen no longer. */
  disconnectedCallback() {
    if (this.forget) this.forget();
    this.forget = undefined;
  }

  private toggle() {
    const item = this.dataset.item || '';
    const basket = recallBasket();
    const inside = basket.items.indexOf(item) >= 0;
    const next = inside ? withoutItem(basket, item) : withItem(basket, item);
    if (next === basket) this.say(`讲义篮最多放${mostItems}项。`);
    else if (!keepBasket(next)) this.say(notKept);
  }

  private say(words: string) {
    const note = this.querySelector('[role=status]') || document.createElement('small');
    note.setAttribute('role', 'status');
    note.textContent = words;
    this.append(note);
  }

  private show() {
    if (!this.button) return;
    const inside = recallBasket().items.indexOf(this.dataset.item || '') >= 0;
    this.button.textContent = inside ? '已在讲义篮' : '加入讲义';
    this.button.setAttribute('aria-pressed', String(inside));
    const title = this.dataset.title;
    if (title) this.button.setAttribute('aria-label', `${this.button.textContent}：${title}`);
  }
}

/** The number of items beside the header's link. */
function count() {
  const { length } = recallBasket().items;
  document.querySelectorAll('[data-basket-count]').forEach((place) => (place.textContent = length > 0 ? String(length) : ''));
}

if (!customElements.get('add-to-basket')) customElements.define('add-to-basket', AddToBasket);
count();
onBasket(count);
