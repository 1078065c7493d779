import type { ItemTable } from '../../model/baskets.ts';
import { moved, withoutItem, type Basket } from './basket.ts';
import { lineOf } from './items.client.ts';

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

/** The list of a basket's items: put in order by dragging, by buttons, or by Alt and the arrow keys. */
export class ShelfList {
  private readonly list: HTMLElement;
  private readonly change: (basket: Basket, words: string) => void;
  private basket: Basket | undefined;
  private dragged = -1;

  /** `change` takes the new basket, and what to tell readers who do not see the list. */
  constructor(list: HTMLElement, change: (basket: Basket, words: string) => void) {
    this.list = list;
    this.change = change;
    list.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button');
      const at = this.placeOf(button);
      if (button && at >= 0) this.act(at, button.dataset.act || '');
    });
    list.addEventListener('keydown', (event) => {
      const at = this.placeOf(event.target as Element);
      if (at < 0 || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      this.act(at, event.key === 'ArrowUp' ? 'up' : 'down');
    });
    list.addEventListener('dragstart', (event) => {
      this.dragged = this.placeOf(event.target as Element);
      event.dataTransfer?.setData('text/plain', String(this.dragged));
    });
    list.addEventListener('dragover', (event) => {
      if (this.dragged < 0) return;
      event.preventDefault();
      const over = this.placeOf(event.target as Element);
      Array.from(list.children).forEach((row, at) => row.classList.toggle('over', at === over));
    });
    list.addEventListener('drop', (event) => {
      event.preventDefault();
      this.move(this.dragged, this.placeOf(event.target as Element));
    });
    list.addEventListener('dragend', () => {
      this.dragged = -1;
      Array.from(list.children).forEach((row) => row.classList.remove('over'));
    });
  }

  private placeOf(element: Element | null): number {
    const row = element && element.closest('li');
    return row ? Array.from(this.list.children).indexOf(row) : -1;
  }

  private titleAt(at: number): string {
    return this.list.children[at]?.querySelector('.name')?.textContent || '';
  }

  private act(at: number, act: string): void {
    if (!this.basket) return;
    const item = this.basket.items[at] || '';
    if (act === 'remove') this.change(withoutItem(this.basket, item), `已移除：${this.titleAt(at)}`);
    else {
      const to = at + (act === 'up' ? -1 : 1);
      this.move(at, to);
      const button = this.list.children[to]?.querySelector<HTMLButtonElement>(`[data-act=${act}]`);
      (button && !button.disabled ? button : this.list.children[to]?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
    }
  }

  private move(from: number, to: number): void {
    if (!this.basket || from === to || from < 0 || to < 0) return;
    const title = this.titleAt(from);
    const next = moved(this.basket, from, to);
    if (next !== this.basket) this.change(next, `${title}，现在是第${to + 1}项`);
  }

  show(basket: Basket, table: ItemTable): void {
    this.basket = basket;
    this.list.textContent = '';
    basket.items.forEach((item, at) => {
      const line = lineOf(item, basket, table);
      const row = make('li');
      row.draggable = true;
      const words = make('span', '', 'words');
      words.append(make('small', line ? line[1] : '找不到'), make('span', line ? line[2] : item, 'name'));
      row.append(make('span', '≡', 'grip'), words);
      row.firstElementChild?.setAttribute('aria-hidden', 'true');
      for (const [act, label, off] of [['up', '上移', at === 0], ['down', '下移', at === basket.items.length - 1], ['remove', '移除', false]] as const) {
        const button = make('button', label);
        button.type = 'button';
        button.dataset.act = act;
        button.disabled = off;
        button.setAttribute('aria-label', `${label}：${line ? line[2] : item}`);
        row.append(button);
      }
      this.list.append(row);
    });
  }
}
