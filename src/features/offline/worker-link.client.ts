import { recall, remember } from '../../components/stored.client.ts';
import { pageOf } from '../../model/baskets.ts';
import type { Request, Told } from './messages.ts';
import { fileOf, workerFile } from './manifest.ts';

const root = (): string => `${document.documentElement.dataset.base || ''}/`;

/** The reader's choice that nothing be kept on this device. */
export const isRefused = (): boolean => recall('offline') === 'off';
export const refuse = (on: boolean): void => remember('offline', on ? 'off' : '');

/** Why nothing can be kept here, in plain words; empty where it can. */
export function hindrance(): string {
  if (location.protocol === 'file:') return '这是U盘版，全部内容都在盘上，不用另存。';
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)) return '在本机预览时不存，免得看到旧页面；正式网址上才会存。';
  if (document.documentElement.dataset.offline === 'off') return '本站暂时停用了离线功能。';
  if (!('serviceWorker' in navigator)) return '这个浏览器不能把网站存下来（苹果手机的微信、无痕窗口、没有加密的网址都会这样）。请换手机自带的浏览器打开，或者下载PDF、Word文件。';
  return '';
}

let ready: Promise<ServiceWorkerRegistration> | undefined;

/** Sets the worker up; asked again it answers with the same one. */
export function worker(): Promise<ServiceWorkerRegistration> {
  ready ??= navigator.serviceWorker.register(root() + workerFile, { scope: root(), updateViaCache: 'none' }).then(() => navigator.serviceWorker.ready);
  ready.catch(() => (ready = undefined));
  return ready;
}

export async function ask(request: Request): Promise<void> {
  const { active } = await worker();
  // The reader may have refused while the worker was being set up.
  if (active && !isRefused()) active.postMessage(request);
}

export function onTold(call: (told: Told) => void): void {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data && typeof data.told === 'string') call(data);
  });
}

/** Files of the pages on which the items of this device's basket stand: a handout is printed where there is no network. */
function basketFiles(): string[] {
  try {
    const { items } = JSON.parse(recall('basket') || '{}') as { items?: unknown };
    const pages = (Array.isArray(items) ? items : []).filter((item): item is string => typeof item === 'string').map(pageOf);
    return pages.filter((page, at) => page !== '' && pages.indexOf(page) === at).map(fileOf);
  } catch (_error) {
    return [];
  }
}

/** Tells the worker which page this is and what lies in the basket, so that it keeps both. */
export function greet(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return ask({ ask: 'hello', path: fileOf(location.pathname.slice(root().length)), lean: Boolean(connection && connection.saveData), basket: basketFiles() });
}

/** Milliseconds that a worker is waited for to say that it has stopped writing. */
const patience = 3000;

/** Tells a worker to stop for good. One of an earlier version does not answer, and is not waited for long. */
const stopped = (target: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    setTimeout(resolve, patience);
    target.postMessage({ ask: 'clear' } satisfies Request, [port2]);
  });

/** Takes the worker away with all it kept. The worker stops first: deleted under its hands, things would be put back by what is on its way. */
export async function dismiss(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(root());
  const workers = [registration && registration.active, registration && registration.waiting, navigator.serviceWorker.controller];
  await Promise.all(workers.filter((one, at, all): one is ServiceWorker => Boolean(one) && all.indexOf(one) === at).map(stopped));
  for (const name of await caches.keys()) if (name.indexOf(`held:${root()}:`) === 0) await caches.delete(name);
  if (registration) await registration.unregister();
  ready = undefined;
}
