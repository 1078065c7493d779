import { copy } from '../../components/clipboard.client.ts';
import { isInApp } from '../../components/in-app.client.ts';

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

/** What to do where the app's own browser can neither print nor download: open the page in a real one, here or elsewhere. */
export function elsewhere(address: string): HTMLElement {
  const box = make('div', '', 'sheet-form elsewhere');
  const field = make('input');
  field.readOnly = true;
  field.value = address;
  field.setAttribute('aria-label', '要在浏览器里打开的网址');
  field.addEventListener('focus', () => field.select());
  const button = make('button', '复制网址', 'go');
  button.type = 'button';
  button.addEventListener('click', () => {
    void copy({ text: address, html: `<a href="${address}">${address}</a>` }, box).then((done) => (button.textContent = done ? '已复制，到浏览器里粘贴' : '请长按上面的网址复制'));
  });
  const code = make('div');
  import('../../components/qr.ts').then(({ qrSvg }) => (code.innerHTML = qrSvg(address, '本页二维码'))).catch(() => code.remove());
  box.setAttribute('role', 'status');
  box.append(make('p', '这个应用里的浏览器不能打印，也不能下载文件。请点右上角菜单，选“在浏览器打开”；或者复制网址，粘贴到浏览器里；也可以用电脑、另一部手机扫码打开。'), field, button, code);
  return box;
}

/** In an app's browser, links to files lead nowhere. They then say so and open the way out below themselves. */
export function guardDownloads(): void {
  if (!isInApp) return;
  let box: HTMLElement | undefined;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[download]');
    if (!link) return;
    event.preventDefault();
    box ??= elsewhere(location.href);
    (link.closest('.tools, li') || link).insertAdjacentElement('afterend', box);
    box.querySelector('button')?.focus();
  });
}
