import { SheetForm } from './print-panel.client.ts';

const inApp = /MicroMessenger|QQ\/|Weibo|DingTalk/i.test(navigator.userAgent);

/** Opens the choice of sheet under the button; where a page cannot be printed it says what to do instead. */
class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => void this.toggle(button));
    this.hidden = false;
  }

  private panel: HTMLElement | undefined;

  private async toggle(button: HTMLButtonElement) {
    await addQr().catch(() => undefined);
    if (!inApp && document.documentElement.dataset.paper === '') return window.print();
    if (!this.panel) {
      this.panel = inApp || typeof window.print !== 'function' ? elsewhere() : new SheetForm(() => window.print()).element;
      (this.closest('.tools') || this).insertAdjacentElement('afterend', this.panel);
      this.panel.hidden = true;
    }
    this.panel.hidden = !this.panel.hidden;
    button.setAttribute('aria-expanded', String(!this.panel.hidden));
    if (!this.panel.hidden) this.panel.querySelector<HTMLElement>('button.go, input:checked')?.focus();
  }
}

/** What to do where the app's own browser can neither print nor download. */
function elsewhere(): HTMLElement {
  const box = document.createElement('div');
  box.className = 'sheet-form';
  const words = document.createElement('p');
  words.textContent = '这个应用里的浏览器不能打印和下载。请点右上角菜单，选“在浏览器打开”，或者复制下面的网址到浏览器里：';
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = location.href;
  field.setAttribute('aria-label', '本页网址');
  field.addEventListener('focus', () => field.select());
  box.append(words, field);
  return box;
}

// A sheet chosen before also holds for Ctrl+P and the browser's own menu.
try {
  if (localStorage.getItem('sheet')) new SheetForm(() => undefined);
} catch (_error) {
  // Storage is closed: the default sheet holds.
}

/** Completes the line on the printed sheet: the full address and the day of printing, which only the browser knows. */
class PrintFacts extends HTMLElement {
  connectedCallback() {
    const day = new Date();
    const date = `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
    this.textContent = `${location.origin}${this.dataset.path || location.pathname}　${date}打印`;
  }
}

/** Where the build did not know the site's address, the QR code comes when somebody is about to print. */
async function addQr() {
  const facts = document.querySelector<HTMLElement>('print-facts');
  if (!facts || document.querySelector('.sheet-qr')) return;
  const { qrSvg } = await import('./qr.ts');
  const place = document.createElement('span');
  place.className = 'printed sheet-qr';
  place.innerHTML = qrSvg(location.origin + (facts.dataset.path || location.pathname), '本页二维码');
  facts.insertAdjacentElement('beforebegin', place);
}

customElements.define('print-button', PrintButton);
customElements.define('print-facts', PrintFacts);
