import type { Problem, Request, Status } from './messages.ts';
import { make, Row, size } from './row.client.ts';
import { ask, dismiss, greet, hindrance, isRefused, onTold, refuse } from './worker-link.client.ts';

const problems: Record<Problem, string> = {
  '': '',
  network: '网络断了或很慢，剩下的没有存完。已经存下的照常可用，有了网络会接着存。',
  full: '这台设备的空间不够，没有存完。已经存下的照常可用；删去一些，再点“继续”。',
  damaged: '有文件没有完整传到，没有收下。已经存下的照常可用，过一会儿再点“检查更新”。',
};

const time = (moment: number): string => {
  const day = new Date(moment);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日${day.getHours()}时${String(day.getMinutes()).padStart(2, '0')}分`;
};

/** The page 离线使用: what is kept on this device, how much room it takes, and every way to change that. */
class OfflineShelf extends HTMLElement {
  private readonly state = make('p', '', 'state');
  private readonly trouble = make('p', '', 'problem');
  private readonly rows = make('div');
  private readonly plans = make('div');
  private readonly acts = make('p', '', 'held-acts');
  private readonly shown = new Map<string, Row>();

  connectedCallback() {
    this.state.setAttribute('role', 'status');
    this.trouble.setAttribute('role', 'status');
    const reason = hindrance();
    this.hidden = false;
    if (reason) return void this.append(make('p', reason, 'problem'));
    const plans = make('section');
    plans.append(make('h2', '一份学习方案'), make('p', '方案、主持人用的一份、要读的材料、表单，连同检索和讲义篮。'), this.plans);
    this.append(this.state, this.trouble, this.acts, this.rows, plans);
    onTold((told) => told.told === 'status' && this.show(told.status));
    if (isRefused()) this.refused();
    else this.start();
  }

  private start() {
    this.state.textContent = '正在查看这台设备……';
    this.acts.textContent = '';
    this.button('检查更新', () => this.send({ ask: 'check' }));
    this.button('全部删除，不再存', () => void this.refuse());
    greet().catch(() => (this.trouble.textContent = '离线功能没有启动。请刷新再试；不影响看网页。'));
  }

  private button(label: string, call: () => void) {
    const button = make('button', label);
    button.type = 'button';
    button.addEventListener('click', call);
    this.acts.append(button);
  }

  private readonly send = (request: Request): void => {
    // Asks the browser not to throw things away when the device runs short.
    if (request.ask === 'hold' && navigator.storage && 'persist' in navigator.storage) void navigator.storage.persist().catch(() => false);
    this.state.textContent = request.ask === 'check' ? '正在检查……' : this.state.textContent;
    ask(request).catch(() => (this.state.textContent = '没有连上，请看看网络，再试一次。'));
  };

  private async refuse() {
    refuse(true);
    await dismiss();
    this.refused();
  }

  private refused() {
    this.dataset.state = 'refused';
    this.state.textContent = '这台设备上什么都没有存，看过的页面也不再存。';
    this.trouble.textContent = this.rows.textContent = this.plans.textContent = this.acts.textContent = '';
    this.shown.clear();
    this.button('重新启用', () => {
      refuse(false);
      void ask({ ask: 'open' }).catch(() => undefined).then(() => this.start());
    });
  }

  private row(place: HTMLElement, key: string, create: () => Row): Row {
    const known = this.shown.get(key) || create();
    if (!this.shown.has(key)) place.append(known.element);
    this.shown.set(key, known);
    return known;
  }

  private show(status: Status) {
    if (isRefused()) return;
    this.dataset.state = status.busy ? 'busy' : 'idle';
    this.dataset.version = status.version;
    this.state.textContent = status.version ? `这台设备上存着${status.pages.length}页，${size(status.bytes)}。${status.checked ? `${time(status.checked)}检查过更新，` : ''}${status.waiting ? '有新版本，还没有取全，取全以前用原来的。' : '是最新的。'}` : '还没有存下什么。';
    this.trouble.textContent = problems[status.problem];
    this.row(this.rows, 'visited', () => new Row('看过的页面，检索和讲义篮', '自动存下，断网时照常能看、能查、能印。', { kind: 'visited' }, this.send)).show(status.visited, status);
    this.row(this.rows, 'library', () => new Row('整个资料库', '所有页面，不含Word和PDF文件。', { kind: 'library' }, this.send)).show(status.library, status);
    this.row(this.rows, 'downloads', () => new Row('Word和PDF文件', '做好的讲义、表单文件。', { kind: 'downloads' }, this.send)).show(status.downloads, status);
    for (const plan of status.plans) this.row(this.plans, `plan ${plan.id}`, () => new Row(plan.title, '', { kind: 'plan', id: plan.id }, this.send)).show(plan, status);
  }
}

customElements.define('offline-shelf', OfflineShelf);
