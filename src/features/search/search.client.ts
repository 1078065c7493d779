import type { Answer } from './engine.ts';
import { SearchEngine } from './engine.ts';
import { librarySource } from './index/library-source.ts';
import type { ChainedSource } from './index/chained-source.ts';
import { advice } from './page/advice.ts';
import { part } from './page/dom.ts';
import { readChoice, showFacets, showKinds } from './page/facet-panel.ts';
import { resultItem, type Place } from './page/result-item.ts';
import { Combobox } from './suggest/combobox.ts';
import { isPinyin } from './suggest/pinyin.ts';
import { loadSuggestions } from './suggest/load.ts';
import { keepSearch } from './suggest/recent.ts';
import { Address } from './page/address.ts';
import { readAddress, writeAddress, type Asked } from './page/state.ts';

const pageSize = 10;
/** Milliseconds without a keystroke before near results are looked for. */
const pause = 200;

/**
 * The search page. State stands on the result list for everyone to read: data-state (idle, searching, done, error),
 * data-query (the query it answers), data-total, data-source (what answered). The address keeps query, facets and order, so results can be passed on.
 */
class SiteSearch extends HTMLElement {
  private engine!: SearchEngine;
  private source!: ChainedSource;
  private place!: Place;
  private answer: Answer | undefined;
  private asked: Asked = { query: '', choice: {}, sort: 'relevance' };
  private shown = 0;
  private turn = 0;
  private readonly address = new Address();

  connectedCallback() {
    this.source = librarySource(this.dataset);
    this.engine = new SearchEngine(this.source);
    this.place = { base: this.dataset.base || '/', site: this.dataset.site || '' };
    this.asked = readAddress(location.search);
    const input = part<HTMLInputElement>(this, 'input[type=search]');
    // On a slow line the reader has begun to type before this runs.
    if (input.value) this.asked.query = input.value;
    else input.value = this.asked.query;
    let composing = false;
    const typed = () => {
      if (!composing) void this.run({ ...this.asked, query: input.value });
    };
    input.addEventListener('compositionstart', () => (composing = true));
    input.addEventListener('compositionend', () => {
      composing = false;
      typed();
    });
    input.addEventListener('input', typed);
    input.addEventListener('focus', () => void this.engine.load().catch(() => undefined), { once: true });
    const form = part<HTMLElement>(this, 'form');
    const suggest = new Combobox({ input, after: form, load: () => loadSuggestions(this.dataset.index || ''), search: (query) => void this.run({ ...this.asked, query }) });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      keepSearch(input.value);
      suggest.settle();
      typed();
      this.address.write();
    });
    window.addEventListener('pagehide', () => this.address.write());
    // A choice is one step, and stands in the address at once; typing follows.
    const choose = (wishes: Partial<Asked>) => {
      void this.run({ ...this.asked, ...wishes });
      this.address.write();
    };
    const chosen = () => choose({ choice: readChoice(this.kinds, this.facets) });
    this.kinds.addEventListener('change', chosen);
    this.facets.addEventListener('change', chosen);
    const order = part<HTMLSelectElement>(this, '[data-order]');
    order.value = this.asked.sort;
    order.addEventListener('change', () => choose({ sort: order.value === 'date' ? 'date' : 'relevance' }));
    part<HTMLDetailsElement>(this, '[data-narrow]').open = window.matchMedia('(min-width: 60rem)').matches;
    part(this, '[data-more]').addEventListener('click', () => void this.more().catch(() => this.say('后面的结果没有取到，再按一次“更多”试试。')));
    // Leaving by a result leaves a note in the history of how far the reader had come.
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a.title, a.jump')) this.remember();
    });
    // An address with pinyin: the words that it may mean are the answer.
    if (isPinyin(this.asked.query)) suggest.settle();
    if (this.asked.query) void this.return();
    else input.focus();
  }

  /** What is still looked for has nowhere to be shown. */
  disconnectedCallback() {
    this.turn += 1;
  }

  private remember() {
    keepSearch(this.asked.query);
    this.address.write();
    history.replaceState({ ...(history.state as object | null), search: { query: this.asked.query, shown: this.shown, top: window.scrollY } }, '');
  }

  /** The query of the address; coming back from a result, as many results as were shown, at the same place. */
  private async return() {
    const { search } = (history.state || {}) as { search?: { query: string; shown: number; top: number } };
    const left = search && search.query === this.asked.query ? search : undefined;
    if (left) history.scrollRestoration = 'manual';
    await this.run(this.asked, left && left.shown);
    if (left) window.scrollTo(0, left.top);
  }

  private get list() {
    return part<HTMLOListElement>(this, 'ol[data-results]');
  }

  private get kinds() {
    return part<HTMLElement>(this, '[data-kinds]');
  }

  private get facets() {
    return part<HTMLElement>(this, '[data-facets]');
  }

  private say(words: string) {
    part(this, '[data-status]').textContent = words;
  }

  private async run(asked: Asked, atLeast = pageSize) {
    const turn = (this.turn += 1);
    this.asked = asked;
    this.address.wish(writeAddress(asked));
    this.list.dataset.state = 'searching';
    try {
      const answer = await this.engine.search(asked.query, asked);
      if (turn === this.turn) await this.show(answer, turn, atLeast);
      void this.showNear(asked.query, turn);
    } catch (_error) {
      if (turn === this.turn) this.fail();
    }
  }

  private fail() {
    this.list.textContent = '';
    this.answer = undefined;
    this.mark('error', 0);
    part<HTMLElement>(this, '[data-more]').hidden = true;
    this.say('检索数据没有装载成功。可以再试一次，或者从下面的音序索引和总表里找。');
  }

  private async show(answer: Answer, turn: number, atLeast: number) {
    const { list, asked } = this;
    const idle = asked.query.trim() === '';
    // The best hits are shown before the others are asked for: the very first one alone, which on a slow line saves a second.
    const ahead = Math.min(this.answer ? 2 : 1, answer.total);
    const first = await answer.hits(0, ahead);
    if (turn !== this.turn) return;
    this.answer = answer;
    if (part<HTMLElement>(this, 'ol[data-near]').dataset.query !== asked.query) part<HTMLElement>(this, '[data-near-section]').hidden = true;
    list.textContent = '';
    list.append(...first.map((hit) => resultItem(hit, this.place)));
    const rest = await answer.hits(ahead, Math.max(pageSize, atLeast));
    if (turn !== this.turn) return;
    this.shown = ahead + rest.length;
    list.append(...rest.map((hit) => resultItem(hit, this.place)));
    this.say(idle ? '逐字查找；空格隔开的几段要同时出现。' : answer.total > 0 ? `${answer.total}条结果，逐字匹配` : answer.found > 0 ? '这样筛选没有结果。' : advice(asked.query));
    this.kinds.hidden = part<HTMLElement>(this, '[data-narrow]').hidden = answer.found === 0;
    part<HTMLElement>(this, '[data-more]').hidden = this.shown >= answer.total;
    const counts = await answer.counts();
    if (turn !== this.turn) return;
    showKinds(this.kinds, counts, asked.choice);
    showFacets(this.facets, counts, asked.choice);
    this.mark(idle ? 'idle' : 'done', answer.total);
  }

  /** Near results come after the exact ones, when the reader has stopped typing; a failure leaves the exact ones as they are. */
  private async showNear(query: string, turn: number) {
    const list = part<HTMLOListElement>(this, 'ol[data-near]');
    const section = part<HTMLElement>(this, '[data-near-section]');
    list.dataset.state = 'searching';
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (turn !== this.turn) return;
    const hits = await this.engine.near(query).catch(() => []);
    if (turn !== this.turn) return;
    list.textContent = '';
    list.append(...hits.map((hit) => resultItem(hit, this.place, 'near')));
    section.hidden = hits.length === 0;
    Object.assign(list.dataset, { state: 'done', query });
  }

  private mark(state: 'idle' | 'done' | 'error', total: number) {
    Object.assign(this.list.dataset, { total: String(total), query: this.asked.query, source: this.source.answering, state });
  }

  private async more() {
    const { answer, turn, shown } = this;
    if (!answer) return;
    const hits = await answer.hits(shown, shown + pageSize);
    // A second press before the first has answered must not add the same results twice.
    if (turn !== this.turn || shown !== this.shown) return;
    this.shown += hits.length;
    const items = hits.map((hit) => resultItem(hit, this.place));
    this.list.append(...items);
    part<HTMLElement>(this, '[data-more]').hidden = this.shown >= answer.total;
    const link = items[0] && items[0].querySelector('a');
    if (link) link.focus();
  }
}

customElements.define('site-search', SiteSearch);
