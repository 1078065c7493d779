import { recall } from '../../components/stored.client.ts';
import { placesKey, readPlaces } from './places.ts';

/** `<continue-reading>` on the home page: the text that was read last, at the paragraph where reading stopped. */
class ContinueReading extends HTMLElement {
  connectedCallback() {
    const [last] = readPlaces(recall(placesKey));
    if (!last || this.firstChild) return;
    const link = document.createElement('a');
    link.href = `${document.documentElement.dataset.base || ''}${last.path}#p${last.n}`;
    link.textContent = `${last.title}，第${last.n}段`;
    this.append('继续上次阅读：', link);
    this.hidden = false;
  }
}

customElements.define('continue-reading', ContinueReading);
