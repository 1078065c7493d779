import look from '../../styles/share.css?url';
import { copy } from '../../components/clipboard.client.ts';
import { qrSvg } from '../../components/qr.ts';
import { addStyle } from '../../components/style.client.ts';
import { sharedAddress } from './shared-address.ts';

/** What is said of the page that is passed on. */
export interface Shared {
  title: string;
  words: string;
}

/** Settles when the panel has its looks, which no page carries before it is wanted. */
export const dressed = addStyle(look);

const inWeChat = /MicroMessenger/i.test(navigator.userAgent);
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, words = '', className = ''): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.textContent = words;
  if (className) made.className = className;
  return made;
};

/** Copies title and address, as one pastes them into a group: the title tells what the address is. */
function copyButton(address: string, title: string, place: HTMLElement): HTMLButtonElement {
  const button = element('button', '复制标题和链接');
  button.type = 'button';
  button.addEventListener('click', () => {
    void copy({ text: `${title}\n${address}`, html: `<p>${escape(title)}<br><a href="${address}">${address}</a></p>` }, place).then((done) => {
      button.textContent = done ? '已复制' : '已选中，请按复制';
      setTimeout(() => (button.textContent = '复制标题和链接'), 2000);
      if (done) button.focus();
    });
  });
  return button;
}

/** The share sheet of phone or computer, which knows the reader's apps. Cancelling it is no error. */
function systemButton(address: string, { title, words }: Shared, say: (words: string) => void): HTMLButtonElement | undefined {
  if (typeof navigator.share !== 'function') return undefined;
  const button = element('button', '发给别的应用');
  button.type = 'button';
  button.addEventListener('click', () => {
    navigator.share({ title, text: words, url: address }).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'AbortError')) say('系统的分享没有打开，请复制链接。');
    });
  });
  return button;
}

/** The panel: QR code, address, what can be done with it. */
export function sharePanel(shared: Shared): HTMLElement {
  const panel = element('div', '', 'share-panel');
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', '分享本页');
  const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  const address = sharedAddress(link ? link.getAttribute('href') : null, location);
  if (!address) {
    panel.append(element('p', '这一页是从磁盘打开的，没有别人能打开的网址。要给别人，请把整个文件夹拷给对方。'));
    return panel;
  }
  const code = element('div', '', 'share-code');
  code.innerHTML = qrSvg(address, '本页二维码');
  code.append(element('p', '手机扫码打开本页'));
  const side = element('div', '', 'share-side');
  const actions = element('div', '', 'share-actions');
  const status = element('p', '', 'share-status');
  status.setAttribute('role', 'status');
  const system = systemButton(address, shared, (words) => (status.textContent = words));
  actions.append(copyButton(address, shared.title, side), ...(system ? [system] : []));
  side.append(element('p', address, 'share-address'));
  if (inWeChat) side.append(element('p', '在微信里：点右上角“…”，发送给朋友或群。'));
  side.append(actions, status);
  panel.append(code, side);
  return panel;
}
