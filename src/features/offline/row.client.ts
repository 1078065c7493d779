import type { Amount, Request, Wish } from './messages.ts';

export const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

/** Bytes as people read them. */
export const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

/** One kind of what can be kept: how much there is, how much is here, and the buttons that change it. */
export class Row {
  readonly element = make('section', '', 'held');
  private readonly words = make('p', '', 'meta');
  private readonly bar = make('progress');
  private readonly acts = make('p', '', 'held-acts');
  private readonly wish: Wish;
  private readonly title: string;
  private readonly send: (request: Request) => void;

  constructor(title: string, note: string, wish: Wish, send: (request: Request) => void) {
    this.title = title;
    this.wish = wish;
    this.send = send;
    this.bar.setAttribute('aria-label', `${title}：已存`);
    this.element.append(make('h3', title), ...(note ? [make('p', note)] : []), this.words, this.bar, this.acts);
  }

  /** Shows an amount. Buttons are kept as long as they stay the same, so that the focus is not lost. */
  show({ files, heldFiles, bytes, heldBytes, wanted }: Amount, { paused, busy }: { paused: boolean; busy: boolean }): void {
    const complete = files > 0 && heldFiles === files;
    const isSeen = this.wish.kind === 'visited';
    const running = wanted && !complete && !paused;
    this.element.dataset.state = complete && wanted ? 'held' : running ? 'running' : wanted ? 'paused' : 'none';
    this.words.textContent = complete && wanted ? `已存全：${files}个文件，${size(bytes)}` : wanted ? `${paused && !isSeen ? '暂停了' : busy ? '正在存' : '没有存完'}：${heldFiles}/${files}个文件，${size(heldBytes)}/${size(bytes)}` : `${files}个文件，${size(bytes)}${heldFiles > 0 ? `，其中${size(heldBytes)}已经在这台设备上` : ''}`;
    this.bar.hidden = !wanted || complete;
    this.bar.max = Math.max(1, bytes);
    this.bar.value = heldBytes;
    const offers: [string, Request][] = isSeen ? [['清除看过的页面', { ask: 'release', wish: this.wish }]] : !wanted ? [[`存下来（${size(bytes - heldBytes)}）`, { ask: 'hold', wish: this.wish }]] : complete ? [['删除', { ask: 'release', wish: this.wish }]] : [paused || !busy ? ['继续', { ask: 'resume' }] : ['暂停', { ask: 'pause' }], ['取消', { ask: 'release', wish: this.wish }]];
    this.offer(files === 0 ? [] : offers);
  }

  private offer(offers: readonly [string, Request][]) {
    const buttons = Array.from(this.acts.querySelectorAll('button'));
    offers.forEach(([label, request], at) => {
      const button = buttons[at] || make('button');
      button.type = 'button';
      button.textContent = label;
      button.setAttribute('aria-label', `${label}：${this.title}`);
      button.onclick = () => this.send(request);
      if (!buttons[at]) this.acts.append(button);
    });
    buttons.slice(offers.length).forEach((button) => button.remove());
  }
}
