import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Packet {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
  sessionId?: string;
}

/** One tab, driven by what every Chromium since 81 understands. */
export interface RawPage {
  /** Errors of scripts and of the console since the page was made. */
  complaints: string[];
  goto: (url: string) => Promise<void>;
  /** Runs a function in the page; it must stand on its own. */
  run: <Answer>(call: (given: string) => Answer | Promise<Answer>, given?: string) => Promise<Answer>;
  /** Waits until a function of the page answers with something. */
  until: <Answer>(call: (given: string) => Answer, given?: string) => Promise<Answer>;
  /** Waits for the next page to be complete, which `act` opens. */
  leads: (act: () => Promise<unknown>) => Promise<void>;
  pdf: () => Promise<Uint8Array>;
  /** What the window shows, as PNG. */
  picture: () => Promise<Uint8Array>;
}

/**
 * A browser over its debugging port alone. Playwright speaks to no Chromium as old as 81, and one way for all ages keeps
 * their answers comparable.
 */
export class RawBrowser {
  private readonly child: ChildProcess;
  private readonly profile = mkdtempSync(join(tmpdir(), 'raw-browser-'));
  private socket: WebSocket | undefined;
  private count = 0;
  private readonly waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  private readonly listeners = new Set<(packet: Packet) => void>();

  constructor(executable: string, env: Record<string, string | undefined>, flags: readonly string[] = []) {
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-zygote', '--no-first-run', '--disable-dev-shm-usage', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`, ...flags, 'about:blank'];
    this.child = spawn(executable, args, { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  async open(): Promise<string> {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      this.child.stderr?.on('data', (data: Buffer) => {
        said += data.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      this.child.on('error', reject);
      this.child.on('exit', () => reject(new Error(`the browser ended: ${said.slice(-500)}`)));
    });
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    socket.onmessage = ({ data }) => this.take(JSON.parse(String(data)) as Packet);
    this.socket = socket;
    return String((await this.send('Browser.getVersion')).product);
  }

  private take(packet: Packet) {
    const asked = this.waiting.get(packet.id ?? -1);
    if (!asked) return this.listeners.forEach((listener) => listener(packet));
    this.waiting.delete(packet.id ?? -1);
    if (packet.error) asked.reject(new Error(packet.error.message));
    else asked.resolve(packet.result ?? {});
  }

  private send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.count += 1;
    const id = this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket?.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });
  }

  async page(): Promise<RawPage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    const send = (method: string, params: object = {}) => this.send(method, params, session);
    const complaints: string[] = [];
    this.listeners.add(({ method, params, sessionId: from }) => {
      if (from !== session) return;
      if (method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(params?.exceptionDetails).slice(0, 400));
      const entry = params?.entry as { level: string; text: string; url?: string } | undefined;
      if (method === 'Log.entryAdded' && entry?.level === 'error') complaints.push(`${entry.text} ${entry.url ?? ''}`);
    });
    for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
    const loaded = () =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('the page is not complete')), 30_000);
        const listener = ({ method, sessionId: from }: Packet) => {
          if (from !== session || method !== 'Page.loadEventFired') return;
          clearTimeout(timer);
          this.listeners.delete(listener);
          resolve();
        };
        this.listeners.add(listener);
      });
    const run: RawPage['run'] = async <Answer>(call: (given: string) => Answer | Promise<Answer>, given = '') => {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', { expression: `(${String(call)})(${JSON.stringify(given)})`, awaitPromise: true, returnByValue: true })) as { result?: { value: Answer }; exceptionDetails?: object };
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails).slice(0, 600));
      return result?.value as Answer;
    };
    const leads: RawPage['leads'] = async (act) => {
      const done = loaded();
      await act();
      await done;
    };
    return {
      complaints,
      run,
      leads,
      goto: (url) => leads(() => send('Page.navigate', { url })),
      until: async (call, given) => {
        for (let left = 400; left > 0; left -= 1) {
          const answer = await run(call, given);
          if (answer) return answer;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error(`never came true: ${String(call)}`);
      },
      picture: async () => Buffer.from(String((await send('Page.captureScreenshot', { format: 'png' })).data), 'base64'),
      pdf: async () => Buffer.from(String((await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })).data), 'base64'),
    };
  }

  async close(): Promise<void> {
    this.socket?.close();
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
