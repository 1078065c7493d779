import { copy } from '../../components/clipboard.client.ts';
import type { Finding } from './finding.ts';
import { remarksOf, type Remark } from './layout.ts';
import { reportOf, rightLine, summaryOf } from './report.ts';
import { marked, remarks, summary } from './view.client.ts';
import type { Answer, Request } from './worker-messages.ts';
import ProofreadWorker from './proofread.worker.ts?worker';

const today = (): string => {
  const day = new Date();
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
};

/** Who does the work: the worker, or the page itself. */
type Checker = Pick<Worker, 'terminate'> & { postMessage: (request: Request) => void };

/**
 * The proofreading page. The work is done by a worker, so typing never waits; where none starts, by the page in portions. State stands on the element for everyone
 * to read: data-state (idle, checking, done, stale, error) and data-turn, the number of the last finished check.
 */
class ProofRead extends HTMLElement {
  private checker: Promise<Checker> | undefined;
  /** Set when this browser has shown that it starts no worker. */
  private withoutWorker = false;
  private turn = 0;
  private known = 0;
  private text = '';
  private findings: Finding[] = [];
  private list: Remark[] = [];

  private piece<Kind extends HTMLElement>(selector: string): Kind {
    const found = this.querySelector<Kind>(selector);
    if (!found) throw new Error(`proof-read: ${selector} is missing`);
    return found;
  }

  private get limit(): number {
    return Number(this.dataset.limit);
  }

  connectedCallback() {
    const field = this.piece<HTMLTextAreaElement>('textarea');
    this.piece('form').hidden = false;
    this.piece('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.check();
    });
    field.addEventListener('input', () => this.count());
    field.addEventListener('focus', () => void this.prepare().catch(() => this.fail()), { once: true });
    this.piece('[data-clear]').addEventListener('click', () => {
      field.value = '';
      this.count();
      field.focus();
    });
    this.piece('[data-sample]').addEventListener('click', () => void this.sample(field));
    this.piece('[data-report]').addEventListener('click', (event) => void this.copied(event.target as HTMLButtonElement, this.report()));
    const print = this.piece('[data-print]');
    if (typeof window.print === 'function' && !/MicroMessenger/i.test(navigator.userAgent)) print.addEventListener('click', () => window.print());
    else print.hidden = true;
    this.piece('[data-remarks]').addEventListener('click', (event) => {
      const button = event.target as HTMLButtonElement;
      const one = this.list.find(({ number }) => String(number) === button.dataset.copy);
      if (one) void this.copied(button, rightLine(one.finding));
    });
    this.count();
  }

  /** Sends a request; the checker starts with the first one. */
  private async ask(turn: number, text: string): Promise<void> {
    try {
      (await this.prepare()).postMessage({ turn, text });
    } catch (_error) {
      this.fail();
    }
  }

  private prepare(): Promise<Checker> {
    this.checker = this.checker || this.start();
    return this.checker;
  }

  /** Starts a checker and gives it the address of its data before anything else. */
  private async start(): Promise<Checker> {
    const checker = this.worker() || new (await import('./local.client.ts')).LocalProofreader((answer) => this.answer(answer));
    checker.postMessage({ load: this.dataset.source || '' });
    return checker;
  }

  /** A worker, if this browser starts one. */
  private worker(): Checker | undefined {
    if (this.withoutWorker) return undefined;
    try {
      const worker = new ProofreadWorker();
      let answered = false;
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        answered = true;
        this.answer(data);
      };
      worker.onerror = () => {
        if (answered) return this.fail();
        // Its script did not run. What the reader waits for goes to the page instead.
        worker.terminate();
        this.checker = undefined;
        this.withoutWorker = true;
        if (this.dataset.state === 'checking') void this.ask(this.turn, this.text);
      };
      return worker;
    } catch (_error) {
      return undefined;
    }
  }

  private status(words: string, state: string) {
    this.piece('[data-status]').textContent = words;
    this.dataset.state = state;
  }

  private count() {
    const { length } = this.piece<HTMLTextAreaElement>('textarea').value;
    const count = this.piece('[data-count]');
    count.textContent = `${length}字`;
    count.classList.toggle('over', length > this.limit);
    if (this.dataset.state === 'done' && this.piece<HTMLTextAreaElement>('textarea').value !== this.text) this.status('文字已改动，下面还是上一次的结果。', 'stale');
  }

  private check() {
    const { value } = this.piece<HTMLTextAreaElement>('textarea');
    if (value.trim() === '') return this.status('先把文字贴进来。', 'idle');
    if (value.length > this.limit) return this.status(`超过${this.limit}字，请分成几段来检。`, 'idle');
    this.turn += 1;
    this.text = value;
    this.status('正在对照……', 'checking');
    void this.ask(this.turn, value);
  }

  private answer(answer: Answer) {
    if ('ready' in answer) this.known = answer.ready;
    else if ('failed' in answer) this.fail();
    else if (answer.turn === this.turn) this.show(answer.findings);
  }

  private fail() {
    if (this.checker) this.checker.then((checker) => checker.terminate(), () => undefined);
    this.checker = undefined;
    if (this.dataset.state === 'checking') this.status('没有取到对照用的数据，请查看网络后再点“体检”。', 'error');
  }

  private show(findings: Finding[]) {
    this.findings = findings;
    this.list = remarksOf(findings);
    const fill = (selector: string, ...content: (Node | string)[]) => {
      const place = this.piece(selector);
      place.textContent = '';
      place.append(...content);
    };
    fill('[data-summary]', ...summary(findings));
    fill('[data-text]', marked(this.text, this.list));
    fill('[data-remarks]', remarks(this.text, this.list, this.dataset.base || '/'));
    fill('[data-day]', `${today()}，对照登记的论述${this.known}条，全文${this.text.length}字`);
    this.piece('[data-none]').hidden = findings.length > 0;
    this.piece('[data-result]').hidden = false;
    this.status(`检完了：${summaryOf(findings)}。`, 'done');
    this.dataset.turn = String(this.turn);
    this.piece('[data-heading]').focus();
  }

  private report(): string {
    return reportOf(this.text, this.findings, `引文体检　${this.piece('[data-day]').textContent || ''}`);
  }

  private async sample(field: HTMLTextAreaElement) {
    try {
      const response = await fetch(this.dataset.source || '');
      field.value = ((await response.json()) as { sample: string }).sample;
      this.count();
      this.check();
    } catch (_error) {
      this.status('没有取到样文，请查看网络。', 'error');
    }
  }

  private async copied(button: HTMLButtonElement, text: string) {
    const label = button.dataset.label || button.textContent || '';
    button.dataset.label = label;
    const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>');
    const done = await copy({ text, html }, button.parentElement || this);
    button.textContent = done ? '已复制' : '已选中，请按复制';
    setTimeout(() => (button.textContent = label), 2000);
  }
}

customElements.define('proof-read', ProofRead);
