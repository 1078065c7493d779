import { markTerms, type Stretch } from './excerpt.ts';
import { SearchEngine, termsOf, type Answer, type Hit } from './engine.ts';

const pageSize = 6;

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
};

const append = (element: HTMLElement, stretches: Stretch[]) => {
  for (const stretch of stretches) element.append(stretch.hit ? make('mark', stretch.text) : stretch.text);
};

/**
 * The search page. State stands on the result list for everyone to read: data-state (idle, searching, done, error),
 * data-query (the query it answers), data-total. The address keeps query and type, so results can be passed on.
 */
class SiteSearch extends HTMLElement {
  private engine: SearchEngine | undefined;
  private answer: Answer | undefined;
  private shown = 0;
  private terms: string[] = [];
  private turn = 0;

  private piece<Kind extends Element>(selector: string): Kind {
    const found = this.querySelector<Kind>(selector);
    if (!found) throw new Error(`site-search: ${selector} is missing`);
    return found;
  }

  connectedCallback() {
    this.engine = new SearchEngine(this.dataset.index || '');
    const input = this.piece<HTMLInputElement>('input[type=search]');
    const parameters = new URLSearchParams(location.search);
    input.value = parameters.get('q') || '';
    const kind = this.querySelector<HTMLInputElement>(`input[name=kind][value="${CSS.escape(parameters.get('type') || '')}"]`);
    if (kind) kind.checked = true;
    let timer = 0;
    let composing = false;
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void this.run(), 60);
    };
    input.addEventListener('compositionstart', () => (composing = true));
    input.addEventListener('compositionend', () => {
      composing = false;
      soon();
    });
    input.addEventListener('input', () => composing || soon());
    input.addEventListener('focus', () => void this.engine?.load().catch(() => undefined), { once: true });
    this.piece('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run();
    });
    this.piece('[data-kinds]').addEventListener('change', () => void this.run());
    this.piece('[data-more]').addEventListener('click', () => void this.more());
    if (input.value) void this.run();
    else input.focus();
  }

  private get list() {
    return this.piece<HTMLOListElement>('ol[data-results]');
  }

  private say(words: string) {
    this.piece('[data-status]').textContent = words;
  }

  private async run() {
    const query = this.piece<HTMLInputElement>('input[type=search]').value;
    const type = this.querySelector<HTMLInputElement>('input[name=kind]:checked')?.value || '';
    const terms = termsOf(query);
    const turn = (this.turn += 1);
    const { list } = this;
    const address = new URL(location.href);
    address.search = terms.length > 0 ? new URLSearchParams(type ? { q: query, type } : { q: query }).toString() : '';
    history.replaceState(null, '', address.href);
    if (terms.length === 0) return this.show(query, { total: 0, counts: {}, hits: async () => [] }, 'idle', turn);
    list.dataset.state = 'searching';
    try {
      const answer = await this.engine!.search(terms, type);
      await this.show(query, answer, 'done', turn);
    } catch (_error) {
      if (turn !== this.turn) return;
      list.textContent = '';
      list.dataset.state = 'error';
      list.dataset.query = query;
      list.dataset.total = '0';
      this.piece<HTMLElement>('[data-more]').hidden = true;
      this.say('检索数据没有装载成功。可以再试一次，或者从下面的总表里找。');
    }
  }

  private async show(query: string, answer: Answer, state: 'idle' | 'done', turn: number) {
    const { list } = this;
    const terms = termsOf(query);
    // The very first answer shows its best hit before it asks for the others: on a slow line that is a second saved.
    const ahead = this.answer ? 0 : Math.min(1, answer.total);
    const first = await answer.hits(0, ahead);
    if (turn !== this.turn) return;
    this.terms = terms;
    this.answer = answer;
    list.textContent = '';
    list.append(...first.map((hit) => this.item(hit)));
    const rest = await answer.hits(ahead, pageSize);
    if (turn !== this.turn) return;
    this.terms = terms;
    this.shown = ahead + rest.length;
    list.append(...rest.map((hit) => this.item(hit)));
    this.finish(query, state);
    const words = answer.total > 0 ? `${answer.total}条结果，逐字匹配` : '没有逐字相同的结果。可以少输几个字，或者用空格隔开记得的几段。';
    this.say(state === 'idle' ? '逐字查找；空格隔开的几段要同时出现。' : words);
    this.piece<HTMLElement>('[data-kinds]').hidden = state === 'idle' || (answer.counts[''] || 0) === 0;
    this.querySelectorAll<HTMLElement>('[data-count]').forEach((count) => {
      count.textContent = String(answer.counts[count.dataset.count || ''] || 0);
    });
  }

  private finish(query: string, state: 'idle' | 'done') {
    const { list } = this;
    const total = this.answer ? this.answer.total : 0;
    this.piece<HTMLElement>('[data-more]').hidden = this.shown >= total;
    list.dataset.total = String(total);
    list.dataset.query = query;
    list.dataset.state = state;
  }

  private async more() {
    const { answer, turn } = this;
    if (!answer) return;
    const from = this.shown;
    this.shown = Math.min(answer.total, from + pageSize);
    const hits = await answer.hits(from, this.shown);
    if (turn !== this.turn) return;
    const items = hits.map((hit) => this.item(hit));
    this.list.append(...items);
    this.finish(this.list.dataset.query || '', 'done');
    items[0]?.querySelector('a')?.focus();
  }

  private item(hit: Hit): HTMLLIElement {
    const item = make('li');
    const link = make('a');
    const title = markTerms(hit.title, this.terms);
    append(link, title);
    const base = (this.dataset.base || '/').replace(/\/$/, '');
    link.href = base + hit.url;
    link.dataset.hit = '';
    link.dataset.type = hit.type;
    item.dataset.type = hit.type;
    item.append(make('small', hit.note && hit.type !== '论述' ? `${hit.type} · ${hit.note}` : hit.type), link);
    // A quotation's title is its whole text: the passage would say the same again.
    if (hit.excerpt && !(hit.type === '论述' && title.some((stretch) => stretch.hit))) {
      const passage = make('p');
      append(passage, hit.excerpt.stretches);
      item.append(passage);
    }
    if (hit.note && hit.type === '论述') item.append(make('p', hit.note));
    return item;
  }
}

customElements.define('site-search', SiteSearch);
