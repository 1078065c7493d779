/** Milliseconds without a change before the address follows. */
const pause = 250;

/**
 * The query part of the page's address. It follows the reader's typing after a pause: browsers make each change costly, and
 * some refuse more than a hundred in half a minute. Whoever needs it at once calls `write`.
 */
export class Address {
  private wished: string | undefined;
  private timer = 0;

  wish(query: string): void {
    this.wished = query;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(), pause);
  }

  write(): void {
    clearTimeout(this.timer);
    if (this.wished === undefined || this.wished === location.search) return;
    history.replaceState(history.state, '', location.pathname + this.wished + location.hash);
    this.wished = undefined;
  }
}
