import type { Status } from './messages.ts';
import { size } from './row.client.ts';
import { ask, greet, hindrance, isRefused, onTold } from './worker-link.client.ts';

/** `<offline-plan data-plan="…">`: one button that keeps a plan with all it needs, and says how far it is. */
class OfflinePlan extends HTMLElement {
  private button = document.createElement('button');
  private readonly words = document.createElement('small');

  connectedCallback() {
    if (hindrance() || isRefused()) return;
    this.button = this.querySelector('button') || this.appendChild(this.button);
    this.words.setAttribute('role', 'status');
    this.append(this.words);
    this.hidden = false;
    onTold((told) => told.told === 'status' && this.show(told.status));
    this.button.addEventListener('click', () => {
      this.words.textContent = '正在存……';
      const wish = { kind: 'plan', id: this.dataset.plan || '' } as const;
      greet().then(() => ask({ ask: this.dataset.state === 'held' ? 'release' : 'hold', wish })).catch(() => (this.words.textContent = '没有连上，请看看网络，再试一次。'));
    });
    // Asks only where somebody is at work already: a page that is read costs nothing.
    if (navigator.serviceWorker.controller) void ask({ ask: 'status' });
  }

  private show({ plans, problem, busy }: Status) {
    const plan = plans.filter(({ id }) => id === this.dataset.plan)[0];
    if (!plan) return;
    const complete = plan.wanted && plan.heldFiles === plan.files;
    this.dataset.state = complete ? 'held' : 'none';
    this.button.textContent = complete ? '从这台设备删除' : '存到这台设备';
    this.words.textContent = complete ? `已存全，没有网络也能用（${size(plan.bytes)}）` : !plan.wanted ? '' : problem === 'full' ? '设备空间不够，没有存完' : problem || !busy ? '没有存完，有了网络再点一次' : `正在存……${Math.floor((plan.heldBytes / Math.max(1, plan.bytes)) * 100)}%`;
  }
}

customElements.define('offline-plan', OfflinePlan);
