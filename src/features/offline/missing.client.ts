import { addressOf } from './manifest.ts';
import { make } from './row.client.ts';
import { ask, hindrance, onTold } from './worker-link.client.ts';

type Line = [path: string, kind: string, title: string];

/** In place of a page that is not kept: what is, and a way to try again. */
class OfflineMissing extends HTMLElement {
  private done = false;

  connectedCallback() {
    const again = make('button', '再试一次');
    again.type = 'button';
    again.addEventListener('click', () => location.reload());
    const place = make('p');
    place.append(again);
    this.append(place);
    this.hidden = false;
    if (hindrance()) return;
    onTold((told) => told.told === 'status' && void this.show(told.status.pages));
    void ask({ ask: 'status' });
  }

  private async show(pages: readonly string[]) {
    if (this.done) return;
    this.done = true;
    const base = document.documentElement.dataset.base || '';
    const table = (await (await fetch(`${base}/handout/items.json`)).json()) as Record<string, Line>;
    const held = new Set(pages.map((file) => `/${addressOf(file)}`));
    const lines = Object.values(table).filter(([path]) => path.indexOf('#') < 0 && held.has(path));
    if (lines.length === 0) return;
    const list = make('ul');
    for (const [path, kind, title] of lines) {
      const item = make('li');
      const link = make('a', title);
      link.href = base + path;
      item.append(link, make('small', kind));
      list.append(item);
    }
    this.append(make('h2', '这台设备上存着的'), list);
  }
}

customElements.define('offline-missing', OfflineMissing);
