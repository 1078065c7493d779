type Handout = Window & { layOutHandout?: (basket: unknown) => Promise<unknown> };
interface Message {
  usb: 'lay-out' | 'laid-out' | 'failed' | 'print' | 'ready';
  turn?: number;
  value?: unknown;
}

const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
const ready = new WeakSet<MessageEventSource>();
let turns = 0;

/** What the basket's page uses of the frame in which the sheets lie, by messages. */
const remote = (window: Window) => ({
  layOutHandout: ready.has(window)
    ? (basket: unknown) =>
        new Promise((resolve, reject) => {
          turns += 1;
          pending.set(turns, { resolve, reject });
          window.postMessage({ usb: 'lay-out', turn: turns, value: basket } satisfies Message, '*');
        })
    : undefined,
  print: () => window.postMessage({ usb: 'print' } satisfies Message, '*'),
  postMessage: (message: unknown) => window.postMessage(message, '*'),
});

/**
 * On a disk every file is an origin of its own, and a page may not touch what is in its frame. The page and the frame of the
 * handout talk by messages instead; both sides of that are here.
 */
export function bridgeFrames(): void {
  const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow') || {};
  if (!get) return;
  const windowOf = get as (this: HTMLIFrameElement) => Window | null;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const window = windowOf.call(this);
      return window && remote(window);
    },
  });
  const own = window as Handout;
  addEventListener('message', ({ data, source }: MessageEvent<Message>) => {
    if (!data || !data.usb || !source) return;
    const back = (message: Message) => (source as Window).postMessage(message, '*');
    const { turn = 0, value } = data;
    const asked = pending.get(turn);
    if (data.usb === 'ready') {
      ready.add(source);
      document.querySelectorAll('iframe').forEach((frame) => windowOf.call(frame) === source && frame.dispatchEvent(new Event('load')));
    } else if (data.usb === 'print') window.print();
    else if (data.usb === 'lay-out' && own.layOutHandout)
      own.layOutHandout(value).then(
        (made) => back({ usb: 'laid-out', turn, value: made }),
        (error) => back({ usb: 'failed', turn, value: String(error) }),
      );
    else if (asked) {
      pending.delete(turn);
      if (data.usb === 'laid-out') asked.resolve(value);
      else asked.reject(new Error(String(value)));
    }
  });
  if (window.parent !== window) addEventListener('load', () => window.parent.postMessage({ usb: 'ready' } satisfies Message, '*'));
}
