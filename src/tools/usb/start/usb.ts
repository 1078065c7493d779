/** What the copy on a disk knows of itself; a global name, because scripts of the site are bundled against it. */
export interface Usb {
  /** The published address of the site without a path, or empty. */
  origin: string;
  /** The path this page has there. */
  path: string;
  /** Stands for `import.meta.url`. */
  module: string;
  /** Takes what a data file holds. */
  take: (file: string, type: string, text: string) => void;
  workers: Record<string, (scope: object) => void>;
}

const { currentScript } = document as unknown as { currentScript: HTMLScriptElement };
const { root = './', file = 'index.html', base = '', origin = '' } = currentScript.dataset;

/** The folder of the copy, with a slash at its end. */
export const folder = new URL(root, location.href).href;
export const sitePath = `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
export const siteBase = base;
export const siteOrigin = origin;

/** What an address asks for, as the site would see it: path below the base, and the rest. Undefined for anything else. */
export function below(address: string): { path: string; rest: string } | undefined {
  const [, bare = '', rest = ''] = /^([^?#]*)([^]*)$/.exec(address) || [];
  if (bare.indexOf(folder) === 0) return { path: bare.slice(folder.length).replace(/(^|\/)index\.html$/, '$1'), rest };
  // "/cases/x/" and what a browser makes of it on a disk: "file:///cases/x/", "file:///E:/cases/x/".
  const path = bare.replace(/^file:\/\/(?:\/[A-Za-z]:)?/, '');
  if (path === base || path.indexOf(`${base}/`) === 0) return { path: path.slice(base.length + 1), rest };
  return undefined;
}

/** The file on the disk for an address of the site. */
export function onDisk(address: string): string | undefined {
  const found = address.charAt(0) === '#' ? undefined : below(address);
  if (!found) return undefined;
  return folder + (found.path === '' || found.path.slice(-1) === '/' ? `${found.path}index.html` : found.path) + found.rest;
}

/** Runs a file of the copy as a classic script. */
export function run(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve();
    script.onerror = () => reject(new TypeError(`${path}: not on this disk`));
    script.src = folder + path;
    document.head.append(script);
  });
}
