import { run, type Usb } from './usb.ts';

/** A worker that runs in the page: a disk starts no real ones. Messages wait for its script and for each other. */
class PageWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly scope = {
    onmessage: null as ((event: { data: unknown }) => unknown) | null,
    postMessage: (data: unknown) => void setTimeout(() => this.onmessage && this.onmessage({ data })),
  };
  private turn: Promise<unknown>;

  constructor(address: string | URL) {
    const name = String(address).replace(/^.*\//, '');
    const { workers } = (window as unknown as { usb: Usb }).usb;
    this.turn = (workers[name] ? Promise.resolve() : run(`usb/${name}`)).then(() => workers[name] && workers[name](this.scope));
    this.turn.catch(() => this.onerror && this.onerror());
  }

  postMessage(data: unknown): void {
    this.turn = this.turn.then(() => this.scope.onmessage && this.scope.onmessage({ data })).catch(() => this.onerror && this.onerror());
  }

  terminate(): void {
    this.onmessage = null;
  }
}

export function lendWorker(): void {
  Object.assign(window, { Worker: PageWorker });
}
