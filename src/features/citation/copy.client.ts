import { copy } from '../../components/clipboard.client.ts';
import { plainOf, richOf, type Passage } from './passage.ts';
import { readPassage } from './read-passage.client.ts';

/** The passage of a quotation's own page, for lists that show only its words. */
async function passageAt(address: string): Promise<Passage> {
  const response = await fetch(address);
  const article = response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('article') : null;
  if (!article) throw new Error(`no quotation at ${address}`);
  return readPassage(article, new URL(address, location.href).href);
}

/** Copies the quotation it stands in, or the one at the address `data-from`, with its citation and address. */
class CopyCitation extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    const { from } = this.dataset;
    const block = from ? null : this.closest<HTMLElement>('figure.quote, article');
    if (!button || !(block || from)) return;
    this.setAttribute('aria-live', 'polite');
    const label = button.textContent || '';
    button.addEventListener('click', () => {
      const say = (words: string) => {
        button.textContent = words;
        setTimeout(() => (button.textContent = label), 2000);
      };
      (block ? Promise.resolve(readPassage(block)) : passageAt(from || ''))
        .then((passage) => copy({ text: plainOf(passage), html: richOf(passage) }, this))
        .then((done) => {
          say(done ? '已复制' : '已选中，请按复制');
          if (done) button.focus({ preventScroll: true });
        })
        .catch(() => say('没有取到，请打开这条论述再复制'));
    });
    this.hidden = false;
  }
}

customElements.define('copy-citation', CopyCitation);
