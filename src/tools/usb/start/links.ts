import { onDisk } from './usb.ts';

/** Points a link or frame that a script made at the file it stands for. */
function mend(element: Element): void {
  for (const name of ['href', 'src', 'action']) {
    const address = element.getAttribute(name);
    if (!address || address.charAt(0) === '#' || !/^(?:A|IFRAME|FORM)$/i.test(element.tagName)) continue;
    const target = /^(?:\/(?!\/)|file:)/.test(address) ? onDisk(address) : undefined;
    if (target && target !== address) element.setAttribute(name, target);
  }
}

/** Scripts of the site write addresses as the site has them. They are mended as they appear, before anybody can follow them. */
export function mendLinks(): void {
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === 'attributes') mend(target as Element);
      addedNodes.forEach((node) => {
        if (!(node instanceof Element)) return;
        mend(node);
        node.querySelectorAll('a[href],iframe[src],form[action]').forEach(mend);
      });
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href', 'src', 'action'] });
  // The address bar keeps the file; what a script says of the path is only its query and fragment.
  const { replaceState } = History.prototype;
  History.prototype.replaceState = function (state: unknown, title: string, url?: string | URL | null) {
    const found = url === undefined || url === null ? undefined : onDisk(String(url));
    return replaceState.call(this, state, title, found ? location.href.replace(/[?#].*$/, '') + found.replace(/^[^?#]*/, '') : url);
  };
}
