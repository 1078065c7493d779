import { SearchEngine } from '../engine.ts';
import { librarySource, type Folders } from '../index/library-source.ts';
import { advice } from '../page/advice.ts';
import { make } from '../page/dom.ts';
import { resultItem, type Place } from '../page/result-item.ts';
import { writeAddress, type Asked } from '../page/state.ts';
import { Combobox } from '../suggest/combobox.ts';
import { loadSuggestions } from '../suggest/load.ts';
import { keepSearch } from '../suggest/recent.ts';

/** What the page says of itself: where search lies, the site's base and name, the topics that this page belongs to. */
export interface Here extends Folders, Partial<Place> {
  topics: string[];
}

/** Results shown here; the search page has all of them. */
const shown = 6;

/** Search in a dialog over whatever page the reader is on: the best few results, and the way to all of them. */
class Finder {
  private readonly engine: SearchEngine;
  private readonly place: Place;
  private readonly here: Here;
  private readonly dialog = make('dialog', '', 'finder') as HTMLDialogElement;
  private readonly input = make('input');
  private readonly within = make('input');
  private readonly list = make('ol', '', 'hits');
  private readonly status = make('p', '', 'status');
  private readonly all = make('a', '', 'all');
  private turn = 0;

  constructor(here: Here) {
    this.here = here;
    this.engine = new SearchEngine(librarySource(here));
    this.place = { base: here.base || '/', site: here.site || '' };
    const { dialog, input, within, list, status } = this;
    dialog.setAttribute('aria-label', '检索');
    Object.assign(input, { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false, placeholder: '输入记得的半句话' });
    input.setAttribute('aria-label', '检索');
    input.setAttribute('autocapitalize', 'off');
    status.setAttribute('role', 'status');
    const form = make('form');
    form.setAttribute('role', 'search');
    const close = make('button', '关闭');
    close.type = 'button';
    form.append(input, close);
    const scope = make('label', '', 'within');
    within.type = 'checkbox';
    scope.append(within, make('span', '只在本页的主题里找'));
    scope.hidden = here.topics.length === 0;
    dialog.append(form, scope, status, list, this.all);
    document.body.append(dialog);
    new Combobox({ input, after: form, load: () => loadSuggestions(here.index || ''), search: (query) => void this.run(query) });
    form.addEventListener('submit', (event) => event.preventDefault());
    close.addEventListener('click', () => dialog.close());
    // Escape in a search field would empty it first.
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
    // A press beside the dialog lands on the dialog itself.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    let composing = false;
    input.addEventListener('compositionstart', () => (composing = true));
    input.addEventListener('compositionend', () => {
      composing = false;
      void this.run(input.value);
    });
    input.addEventListener('input', () => {
      if (!composing) void this.run(input.value);
    });
    within.addEventListener('change', () => void this.run(input.value));
    list.addEventListener('click', (event) => {
      if (!(event.target instanceof Element) || !event.target.closest('a')) return;
      keepSearch(input.value);
      // A result on this very page moves within it, and the dialog would stand over it.
      dialog.close();
    });
    this.all.addEventListener('click', () => keepSearch(input.value));
    this.idle();
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.focus();
    this.input.select();
    this.engine.load().catch(() => undefined);
  }

  private idle() {
    this.list.textContent = '';
    this.all.hidden = true;
    this.status.textContent = '逐字查找；空格隔开的几段要同时出现。';
    this.list.dataset.state = 'idle';
  }

  private async run(query: string) {
    const turn = (this.turn += 1);
    if (!query.trim()) return this.idle();
    const choice = this.within.checked ? { topic: this.here.topics } : {};
    const asked: Asked = { query, choice, sort: 'relevance' };
    try {
      const answer = await this.engine.search(query, asked);
      const hits = await answer.hits(0, shown);
      // Little there: the nearest few stand here too, named as such.
      const near = answer.total === 0 ? (await this.engine.near(query)).slice(0, 3) : [];
      if (turn !== this.turn) return;
      this.list.textContent = '';
      this.list.append(...hits.map((hit) => resultItem(hit, this.place)), ...near.map((hit) => resultItem(hit, this.place, 'near')));
      this.status.textContent = answer.total > 0 ? `${answer.total}条结果，逐字匹配` : near.length > 0 ? '没有逐字相同的结果，下面是相近的说法。' : advice(query);
      this.all.href = `${this.place.base.replace(/\/$/, '')}/search/${writeAddress(asked)}`;
      this.all.textContent = answer.total > hits.length ? `看全部${answer.total}条` : '到检索页';
      this.all.hidden = false;
    } catch (_error) {
      if (turn !== this.turn) return;
      this.list.textContent = '';
      this.status.textContent = '检索数据没有装载成功，可以再试一次。';
    }
    Object.assign(this.list.dataset, { state: 'done', query });
  }
}

let finder: Finder | undefined;

/** Opens the one dialog of the page. */
export function openFinder(here: Here): void {
  if (!finder) finder = new Finder(here);
  finder.open();
}
