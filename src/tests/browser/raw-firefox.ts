import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawPage } from './raw-browser.ts';

interface Packet {
  id?: number;
  type?: 'success' | 'error' | 'event';
  method?: string;
  message?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
}

const candidates = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** The system's Firefox; where there is none, one line says so and its tests are left out. */
export function firefoxProgram(): string | undefined {
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) console.log('没有装 Firefox，它的测试没有做（Debian：apt-get install firefox-esr）。');
  return found;
}

/** No start page, no reports, no look-ups: the browser speaks to the tests alone. */
const settings = ['"browser.shell.checkDefaultBrowser", false', '"browser.startup.page", 0', '"datareporting.policy.dataSubmissionEnabled", false', '"toolkit.telemetry.reportingpolicy.firstRun", false', '"app.update.disabledForTesting", true', '"browser.safebrowsing.malware.enabled", false', '"network.captive-portal-service.enabled", false', '"network.connectivity-service.enabled", false', '"extensions.getAddons.cache.enabled", false', '"services.settings.server", "data:,"'];

/** An unpatched Firefox over WebDriver BiDi, with the same face as RawBrowser, so that one walk serves all engines. */
export class RawFirefox {
  private readonly child: ChildProcess;
  private readonly profile = mkdtempSync(join(tmpdir(), 'raw-firefox-'));
  private socket: WebSocket | undefined;
  private count = 0;
  private readonly waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  private readonly complaints: string[] = [];

  constructor(executable: string, more: readonly string[] = []) {
    writeFileSync(join(this.profile, 'user.js'), [...settings, ...more].map((line) => `user_pref(${line});\n`).join(''));
    this.child = spawn(executable, ['--headless', '--no-remote', '--profile', this.profile, '--remote-debugging-port', '0'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: this.profile } });
  }

  async open(): Promise<string> {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      this.child.stderr?.on('data', (data: Buffer) => {
        said += data.toString();
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      this.child.on('error', reject);
      this.child.on('exit', () => reject(new Error(`the browser ended: ${said.slice(-500)}`)));
    });
    const socket = new WebSocket(`${url}/session`);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    socket.onmessage = ({ data }) => this.take(JSON.parse(String(data)) as Packet);
    this.socket = socket;
    const { capabilities } = (await this.send('session.new', { capabilities: {} })) as { capabilities: { browserName: string; browserVersion: string } };
    await this.send('session.subscribe', { events: ['log.entryAdded'] });
    return `${capabilities.browserName}/${capabilities.browserVersion}`;
  }

  private take(packet: Packet) {
    if (packet.type === 'event') {
      const { level, text } = packet.params as { level?: string; text?: string };
      if (packet.method === 'log.entryAdded' && level === 'error') this.complaints.push(String(text));
      return;
    }
    const asked = this.waiting.get(packet.id ?? -1);
    this.waiting.delete(packet.id ?? -1);
    if (packet.type === 'error') asked?.reject(new Error(packet.message));
    else asked?.resolve(packet.result ?? {});
  }

  private send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    this.count += 1;
    const id = this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket?.send(JSON.stringify({ id, method, params }));
    });
  }

  async page(width = 1280): Promise<RawPage> {
    const { context } = await this.send('browsingContext.create', { type: 'tab' });
    await this.send('browsingContext.setViewport', { context, viewport: { width, height: 800 } });
    const run: RawPage['run'] = async <Answer>(call: (given: string) => Answer | Promise<Answer>, given = '') => {
      const { result, exceptionDetails } = (await this.send('script.evaluate', {
        // What a page answers with crosses as one string: BiDi's own values would have to be put together again.
        expression: `Promise.resolve((${String(call)})(${JSON.stringify(given)})).then((answer) => JSON.stringify(answer))`,
        target: { context },
        awaitPromise: true,
        userActivation: true,
      })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return (result?.value === undefined ? undefined : JSON.parse(result.value)) as Answer;
    };
    const until: RawPage['until'] = async (call, given) => {
      for (let left = 400; left > 0; left -= 1) {
        // Between two pages there is no place to run in.
        const answer = await run(call, given).catch(() => undefined);
        if (answer) return answer;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`never came true: ${String(call)}`);
    };
    const leads: RawPage['leads'] = async (act) => {
      await run(() => Object.assign(window, { before: true }) && true);
      await act();
      await until(() => location.href !== 'about:blank' && !('before' in window) && document.readyState === 'complete');
    };
    return {
      complaints: this.complaints,
      run,
      until,
      leads,
      goto: async (url) => void (await this.send('browsingContext.navigate', { context, url, wait: 'complete' })),
      pdf: async () => Buffer.from(String((await this.send('browsingContext.print', { context, page: { width: 21, height: 29.7 }, background: true })).data), 'base64'),
      picture: async () => Buffer.from(String((await this.send('browsingContext.captureScreenshot', { context })).data), 'base64'),
    };
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.send('browser.close').catch(() => this.child.kill());
    this.socket?.close();
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
