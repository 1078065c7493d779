import type { ItemTable } from '../../model/baskets.ts';
import { copy } from '../../components/clipboard.client.ts';
import { isInApp } from '../../components/in-app.client.ts';
import { emptyBasket, mostItems, mostOwn, sanitised, titleOf, withItem, withOwn, withoutItem, type Basket } from './basket.ts';
import { decodeBasket, encodeBasket } from './basket-link.ts';
import { basketBefore, basketWarning, keepBasket, layAside, notKept, onBasket, recallBasket } from './basket-store.client.ts';
import type { LaidOut } from './frame.client.ts';
import { elsewhere } from './in-app.client.ts';
import { itemTable, lineOf, loadItems } from './items.client.ts';
import { compose } from './compose.client.ts';
import { ShelfList } from './shelf-list.client.ts';

/** Words of the cover and what else is one field of the basket's own. */
const lines = ['title', 'unit', 'date', 'names'] as const;
const ticks = ['cover', 'contents', 'gathered', 'share'] as const;
const sheetTicks = ['questions', 'answers', 'sources', 'columns', 'duplex'] as const;

/** The page on which a handout is put together: list and choices on one side, the sheets on the other. */
class HandoutShelf extends HTMLElement {
  private basket: Basket = emptyBasket;
  private earlier: Basket | undefined;
  private list: ShelfList | undefined;
  private table: ItemTable = {};
  private timer = 0;
  /** How often what could not be had is still asked for: a line that has just come back often drops the first answers. */
  private tries = 0;

  private piece<Kind extends HTMLElement>(name: string): Kind {
    const found = this.querySelector<Kind>(`[data-part="${name}"]`);
    if (!found) throw new Error(`handout-shelf: ${name} is missing`);
    return found;
  }

  connectedCallback() {
    this.list = new ShelfList(this.piece('list'), (basket, words) => this.change(basket, words));
    this.hidden = false;
    document.querySelector('[data-handout-needs]')?.remove();
    this.piece<HTMLFormElement>('form').addEventListener('input', () => this.read());
    this.piece('form').addEventListener('submit', (event) => event.preventDefault());
    this.on('undo', () => this.earlier && this.change(this.earlier, '已撤销'));
    this.on('back', () => this.takeBack());
    this.on('clear', () => this.change({ ...this.basket, items: [], own: [] }, '已清空，可以撤销'));
    this.on('print', () => this.print());
    this.on('word', () => void this.word().catch(() => this.say('没有取到这份讲义的内容，Word没有做成。请看看网络，再按一次。')));
    this.on('copy', () => void this.copyLink());
    this.on('qr', () => void this.showQr().catch(() => this.say('链接太长，做不成二维码；请用“复制链接”。')));
    this.on('add-own', () => this.addOwn());
    this.on('add-span', () => this.addSpan());
    window.addEventListener('resize', () => this.scale());
    window.addEventListener('online', () => {
      this.tries = 3;
      void this.layOut();
    });
    onBasket(() => {
      const stored = recallBasket();
      if (JSON.stringify(stored) !== JSON.stringify(this.basket)) this.take(stored);
    });
    void this.open();
  }

  private on(name: string, call: () => void) {
    this.piece(name).addEventListener('click', call);
  }

  /** A basket in the address is shown at once; the one of this device is laid aside. */
  private async open() {
    const link = new URLSearchParams(location.search).get('b');
    try {
      this.table = await itemTable();
    } catch (_error) {
      return this.say('读不到网站的目录。请检查网络后刷新。', 'problem');
    }
    let start = recallBasket();
    if (basketWarning()) this.say(basketWarning(), 'problem');
    if (link) {
      const { basket, problems } = decodeBasket(link, this.table);
      if (problems.length > 0) this.say(problems.join(''), 'problem');
      // A link of which nothing is left takes nobody's own handout away.
      const opens = basket.items.length > 0 || start.items.length === 0;
      if (opens && start.items.length > 0 && JSON.stringify(start) !== JSON.stringify(basket)) {
        this.earlier = start;
        // A second link lays nothing over what is the reader's own.
        if (!basketBefore()) layAside(start);
        this.say('打开的是链接里的讲义；你自己的另放着，随时可以换回。');
      }
      if (opens) start = basket;
      if (opens && !keepBasket(start)) this.say(notKept);
      history.replaceState(null, '', location.pathname);
    }
    this.take(start);
    this.scale();
  }

  /** The reader's own handout again; what stood in its place can still be had by 撤销. */
  private takeBack() {
    const before = basketBefore();
    layAside(undefined);
    if (before) this.change(before, '换回了你自己的讲义');
  }

  private say(words: string, kind = '') {
    const place = this.piece('status');
    const line = document.createElement('p');
    line.textContent = words;
    if (kind) line.className = kind;
    place.querySelectorAll(`p:not(.problem)`).forEach((old) => old.remove());
    place.append(line);
  }

  private change(basket: Basket, words: string) {
    this.earlier = this.basket;
    if (!keepBasket(basket)) this.say(notKept);
    else if (words) this.say(words);
    this.take(basket);
  }

  /** Shows a basket in list, fields and preview. */
  private take(basket: Basket) {
    this.basket = basket;
    const form = this.piece<HTMLFormElement>('form');
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null;
    for (const name of lines) {
      const input = field(name);
      if (input && input !== document.activeElement) input.value = basket[name];
    }
    const set = (name: string, on: boolean) => {
      const box = field(name);
      if (box) box.checked = on;
    };
    ticks.forEach((name) => set(name, basket[name]));
    sheetTicks.forEach((name) => set(name, basket.sheet[name]));
    form.querySelectorAll<HTMLInputElement>('[name=kind],[name=notes]').forEach((radio) => (radio.checked = radio.value === basket.sheet[radio.name as 'kind' | 'notes']));
    (this.piece('undo') as HTMLButtonElement).disabled = !this.earlier;
    this.piece('back').hidden = !basketBefore();
    this.piece('empty').hidden = basket.items.length > 0;
    this.piece('full').hidden = basket.items.length === 0;
    this.piece('many').textContent = `${basket.items.length}项`;
    this.list?.show(this.basket, this.table);
    this.dataset.state = 'waiting';
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.layOut(), 150);
  }

  private read() {
    const form = this.piece<HTMLFormElement>('form');
    const value = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null)?.value ?? '';
    const on = (name: string) => Boolean((form.elements.namedItem(name) as HTMLInputElement | null)?.checked);
    const tick = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, on(name)]));
    const words = Object.fromEntries(lines.map((name) => [name, value(name)]));
    this.change(sanitised({ ...this.basket, ...words, ...tick(ticks), sheet: { ...this.basket.sheet, ...tick(sheetTicks), kind: value('kind'), notes: value('notes') } }), '');
  }

  private async layOut() {
    const frame = this.piece<HTMLIFrameElement>('frame');
    const call = (frame.contentWindow as Window | null)?.layOutHandout;
    if (!call) {
      frame.addEventListener('load', () => void this.layOut(), { once: true });
      return;
    }
    if (this.basket.items.length === 0) return;
    this.dataset.state = 'working';
    try {
      const made: LaidOut = await call(this.basket);
      this.piece('pages').textContent = made.pages > 0 ? `共${made.pages}页` : '这个浏览器排不出版面，印出来没有页码和目录页数。';
      this.piece('status').querySelectorAll('.missing').forEach((old) => old.remove());
      if (made.missing.length > 0) this.say(this.missingWords(made.missing), 'problem missing');
      if (made.missing.length > 0 && this.tries-- > 0) this.timer = window.setTimeout(() => void this.layOut(), 2000);
      this.dataset.pages = String(made.pages);
      this.dataset.state = 'done';
    } catch (_error) {
      this.dataset.state = 'failed';
      this.piece('pages').textContent = '没有排出来：读不到材料。请检查网络后刷新。';
    }
  }

  /** What could not be had, by name, and what the reader can do about it. */
  private missingWords(missing: readonly string[]): string {
    const names = missing.map((item) => `《${(lineOf(item, this.basket, this.table) || ['', '', item])[2]}》`).join('');
    return navigator.onLine === false ? `没有网络，这台设备上也没有存着${names}，没有排进去。连上网络，会自动排进来。` : `${names}没有取到，没有排进去。可能已撤下，也可能网络断了；请检查网络后刷新。`;
  }

  /** Shows the sheets as wide as there is room. */
  private scale() {
    const frame = this.piece<HTMLIFrameElement>('frame');
    const box = frame.parentElement;
    if (!box) return;
    const by = Math.min(1, box.clientWidth / 840);
    frame.style.transform = `scale(${by})`;
    frame.style.height = `${Math.round(box.clientHeight / by)}px`;
  }

  /** Where nothing can be printed or saved, the link of this handout leads to where it can. */
  private leadsOut(): boolean {
    if (!isInApp) return false;
    const box = this.piece('in-app');
    box.textContent = '';
    box.append(elsewhere(this.link()));
    box.hidden = false;
    box.scrollIntoView({ block: 'nearest' });
    return true;
  }

  private print() {
    if (this.leadsOut()) return;
    const frame = this.piece<HTMLIFrameElement>('frame');
    // Safari on phones prints the page around a frame, so there the sheets open by themselves.
    if (/iP(?:hone|ad|od)/.test(navigator.userAgent)) location.href = this.piece<HTMLAnchorElement>('alone').href;
    else frame.contentWindow?.print();
  }

  private link(): string {
    return `${location.origin}${location.pathname}?b=${encodeBasket(this.basket)}`;
  }

  private async copyLink() {
    const link = this.link();
    const done = await copy({ text: link, html: `<a href="${link}">${titleOf(this.basket).replace(/&/g, '&amp;').replace(/</g, '&lt;')}</a>` }, this.piece('link-box'));
    if (done) this.say(`链接已复制，共${link.length}个字符；在别的设备打开是同一份讲义。${this.basket.own.length > 0 && !this.basket.share ? '自己写的文字没有放进链接。' : ''}`);
  }

  private async showQr() {
    const { qrPath } = await import('../../components/qr.ts');
    const { path, size } = qrPath(this.link());
    const box = this.piece('qr-box');
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', '这份讲义的二维码');
    for (const [fill, d] of [['#fff', `M0 0h${size}v${size}H0z`], ['#000', path]] as const) {
      const shape = document.createElementNS(space, 'path');
      shape.setAttribute('fill', fill);
      shape.setAttribute('d', d);
      svg.append(shape);
    }
    box.textContent = '';
    box.append(svg);
  }

  private addOwn() {
    const title = this.piece<HTMLInputElement>('own-title');
    const words = this.piece<HTMLTextAreaElement>('own-words');
    if (!words.value.trim()) return words.focus();
    const next = withOwn(this.basket, { title: title.value.trim() || '自己写的文字', words: words.value });
    if (next === this.basket) return this.say(`讲义篮最多放${mostItems}项，其中自己写的最多${mostOwn}段。`);
    title.value = '';
    words.value = '';
    this.change(next, '已放进讲义，排在最后');
  }

  private addSpan() {
    const years = [this.piece<HTMLInputElement>('span-from').value, this.piece<HTMLInputElement>('span-to').value].map(Number).sort((a, b) => a - b);
    const item = `span/${years[0]}-${years[1]}`;
    const next = withItem(withoutItem(this.basket, item), item);
    if (next.items.indexOf(item) < 0) return this.say('请写四位数的年份，例如1988和1990。');
    this.change(next, '已放进讲义，排在最后');
  }

  private async word() {
    if (this.leadsOut()) return;
    const button = this.piece<HTMLButtonElement>('word');
    button.disabled = true;
    this.say('正在做Word……');
    try {
      const { items } = await loadItems(this.basket);
      const parts = compose({ ...this.basket, contents: false }, items, location.origin + (document.documentElement.dataset.base || ''));
      const event = new CustomEvent('handout-word', { detail: { basket: this.basket, parts: this.basket.cover ? parts.slice(1) : parts, done: (words: string) => this.say(words) }, bubbles: true });
      this.dispatchEvent(event);
    } finally {
      button.disabled = false;
    }
  }
}

customElements.define('handout-shelf', HandoutShelf);
