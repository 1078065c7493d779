import { wellFormed } from '../../../text/well-formed.ts';
import { norm } from '../../../text/norm.ts';
import { markWords, readingOf, unmark } from '../mark/mark-words.ts';
import { termsOf, type Term } from '../query/terms.ts';

/** An entry of the list, with its blocks in normal form. */
interface Entry {
  element: HTMLElement;
  blocks: string[];
}

const has = ({ blocks }: Entry, { forms }: Term): boolean => blocks.some((block) => forms.some((form) => block.indexOf(form) >= 0));

/**
 * Narrows a list to the entries in which every phrase stands, matched as search matches. Filters that work by CSS alone go
 * on working beside it: it only hides, they only hide.
 */
class ListFilter extends HTMLElement {
  private entries: Entry[] | undefined;
  private marks: HTMLElement[][] = [];

  connectedCallback() {
    const input = this.querySelector('input');
    if (!input) return;
    let composing = false;
    const apply = () => this.apply(input.value);
    input.addEventListener('compositionstart', () => (composing = true));
    input.addEventListener('compositionend', () => {
      composing = false;
      apply();
    });
    input.addEventListener('input', () => composing || apply());
    // The choices of the CSS filters change how many entries are to be seen.
    const filter = this.closest('.filter');
    if (filter) filter.addEventListener('change', () => this.say(input.value));
    this.hidden = false;
    // A reload keeps what is in the field.
    if (input.value) apply();
  }

  private all(): Entry[] {
    if (!this.entries) {
      const elements = Array.from(document.querySelectorAll<HTMLElement>(this.dataset.items || 'none'));
      this.entries = elements.map((element) => ({ element, blocks: readingOf(element).map(norm) }));
    }
    return this.entries;
  }

  private apply(query: string) {
    const entries = this.all();
    const terms = termsOf(query);
    unmark(this.marks);
    const matching = entries.filter((entry) => terms.every((term) => has(entry, term)));
    for (const entry of entries) entry.element.hidden = matching.indexOf(entry) < 0;
    const forms = terms.reduce<string[]>((all, term) => all.concat(term.forms), []);
    this.marks = forms.length > 0 ? markWords(matching.map(({ element }) => element), forms) : [];
    this.say(query);
  }

  private say(query: string) {
    const status = this.querySelector('[data-status]');
    if (!status) return;
    status.textContent = '';
    if (termsOf(query).length === 0) return;
    const seen = this.all().filter(({ element }) => element.offsetParent !== null).length;
    if (seen > 0) {
      status.textContent = `${seen}条`;
      return;
    }
    const link = document.createElement('a');
    link.href = `${this.dataset.search || ''}?q=${encodeURIComponent(wellFormed(query))}`;
    link.textContent = '到全站检索';
    status.append('这里没有。', link);
  }
}

customElements.define('list-filter', ListFilter);
