import { copy } from '../../components/clipboard.client.ts';
import { plainOf, richOf } from './passage.ts';
import { readPassage } from './read-passage.client.ts';

/** Copies the quotation it stands in, with its citation and address. */
class CopyCitation extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    const block = this.closest<HTMLElement>('figure.quote, article');
    if (!button || !block) return;
    this.setAttribute('aria-live', 'polite');
    const label = button.textContent || '';
    button.addEventListener('click', () => {
      const passage = readPassage(block);
      copy({ text: plainOf(passage), html: richOf(passage) }, this).then((done) => {
        button.textContent = done ? '已复制' : '已选中，请按复制';
        if (done) button.focus({ preventScroll: true });
        setTimeout(() => (button.textContent = label), 2000);
      });
    });
    this.hidden = false;
  }
}

customElements.define('copy-citation', CopyCitation);
