import { isInApp } from '../../components/in-app.client.ts';
import { elsewhere, guardDownloads } from './in-app.client.ts';

/** The choice of sheet is loaded when somebody prints, or has chosen a sheet before. */
const panel = () => import('./print-panel.client.ts');

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
    if (!isInApp && document.documentElement.dataset.paper === '') return window.print();
    if (!this.panel) {
      const made = isInApp || typeof window.print !== 'function' ? elsewhere(location.href) : new (await panel()).SheetForm(() => window.print()).element;
      // A second press may have come while the script was on its way.
      if (this.panel) return;
      this.panel = made;
      (this.closest('.tools') || this).insertAdjacentElement('afterend', this.panel);
      this.panel.hidden = true;
    }
    this.panel.hidden = !this.panel.hidden;
    button.setAttribute('aria-expanded', String(!this.panel.hidden));
    if (!this.panel.hidden) this.panel.querySelector<HTMLElement>('button.go, input:checked')?.focus();
  }
}

guardDownloads();

// A sheet chosen before also holds for Ctrl+P and the browser's own menu.
try {
  if (localStorage.getItem('sheet') && document.querySelector('print-button'))
    panel().then(
      ({ SheetForm }) => new SheetForm(() => undefined),
      () => undefined,
    );
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
  const { qrSvg } = await import('../../components/qr.ts');
  const place = document.createElement('span');
  place.className = 'printed sheet-qr';
  place.innerHTML = qrSvg(location.origin + (facts.dataset.path || location.pathname), '本页二维码');
  facts.insertAdjacentElement('beforebegin', place);
}

customElements.define('print-button', PrintButton);
customElements.define('print-facts', PrintFacts);
