/** What the two windows of a meeting tell each other. */
export type Message =
  | { kind: 'hello' }
  | { kind: 'at'; index: number; screen: number; screens: number; black: boolean; shift: number; clocks: { since: number; before: number }[] }
  | { kind: 'do'; command: string };

interface Envelope {
  meeting: string;
  id: string;
  message: Message;
}

const storageKey = 'meeting-message';

/**
 * Carries messages between windows that show the same meeting: by BroadcastChannel, to the window that opened this one or
 * was opened by it, and through the storage of the device. Whichever arrives first counts.
 */
export class Channel {
  private name: string;
  private others: Window[] = [];
  private seen: string[] = [];
  private sent = 0;
  private own = Math.random().toString(36).slice(2);
  private broadcast: BroadcastChannel | undefined;
  private call: (message: Message) => void;

  constructor(name: string, call: (message: Message) => void) {
    this.name = name;
    this.call = call;
    try {
      this.broadcast = new BroadcastChannel('meeting');
      this.broadcast.onmessage = (event: MessageEvent) => this.take(event.data);
    } catch (_error) {
      // Older kernels: the other two ways.
    }
    if (window.opener) this.others.push(window.opener as Window);
    window.addEventListener('message', (event) => {
      if (event.origin === location.origin && event.source && this.others.indexOf(event.source as Window) >= 0) this.take(event.data);
    });
    window.addEventListener('storage', (event) => {
      if (event.key !== storageKey || !event.newValue) return;
      try {
        this.take(JSON.parse(event.newValue));
      } catch (_error) {
        // Another version's message.
      }
    });
  }

  /** Adds a window that this one has opened. */
  join(other: Window): void {
    this.others.push(other);
  }

  private take(value: unknown): void {
    const envelope = value as Partial<Envelope> | null;
    if (!envelope || envelope.meeting !== this.name || !envelope.id || !envelope.message || this.seen.indexOf(envelope.id) >= 0) return;
    this.seen = [envelope.id, ...this.seen].slice(0, 40);
    this.call(envelope.message);
  }

  /** Tells all other windows of this meeting. */
  send(message: Message): void {
    this.sent += 1;
    const envelope: Envelope = { meeting: this.name, id: `${this.own}-${this.sent}`, message };
    this.seen = [envelope.id, ...this.seen].slice(0, 40);
    if (this.broadcast) this.broadcast.postMessage(envelope);
    this.others = this.others.filter((other) => !other.closed);
    this.others.forEach((other) => other.postMessage(envelope, location.origin === 'null' ? '*' : location.origin));
    if (this.broadcast) return;
    try {
      localStorage.setItem(storageKey, JSON.stringify(envelope));
      localStorage.removeItem(storageKey);
    } catch (_error) {
      // Storage is closed; the window's own way is left.
    }
  }
}
