import { createHash } from 'node:crypto';
import { onDisk, rootFrom } from './links.ts';

/** Where the scripts of the copy lie, below its root. */
export const scriptFolder = 'usb';
export const startFile = `${scriptFolder}/start.js`;
/** The classic script that the modules of a page became. */
export const classicOf = (modules: readonly string[]): string => {
  const [first = ''] = modules;
  return `${scriptFolder}/${modules.length === 1 ? first.replace(/^assets\//, '') : `page.${createHash('sha256').update(modules.join('\n')).digest('hex').slice(0, 10)}.js`}`;
};

const moduleTag = /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]*)"[^>]*><\/script>/g;

/** The modules of a page in their order, below the site's root. */
export const modulesOf = (html: string, base: string): string[] => [...html.matchAll(moduleTag)].map(([, address = '']) => address.slice(base.length + 1));

/** `data-base` and the address of the index stay as they are: scripts make addresses of the site of them, which are mended when they are used. */
const mended = /(\s(?:href|src|action|xlink:href)=")([^"]*)"/g;

/**
 * Says the same as the site's own policy, for files: `'self'` is not a file in every browser. Nothing here needs WebAssembly,
 * and data come as scripts, whose addresses no trusted type vouches for.
 */
const diskPolicy = (policy: string): string =>
  policy
    .replace(/'self'/g, "'self' file:")
    .replace(" 'wasm-unsafe-eval'", '')
    .replace(/;(?:require-trusted-types-for|trusted-types) [^;]*/g, '');

/** A page of the site as a page on a disk. `origin` is the address under which the site is published, or empty. */
export function diskPage(html: string, file: string, { base, origin }: { base: string; origin: string }): string {
  const root = rootFrom(file);
  const start = `<script src="${root}${startFile}" data-root="${root}" data-file="${file}" data-base="${base}" data-origin="${origin}"></script>`;
  let isFirst = true;
  const noQr = origin ? '' : '<span class="sheet-qr" hidden></span>';
  return html
    .replace(/<link\b[^>]*\brel="?(?:modulepreload|preload|prefetch|search|canonical|manifest|alternate)\b[^>]*>/g, '')
    .replace(moduleTag, () => (isFirst ? ((isFirst = false), `<script defer src="${root}${classicOf(modulesOf(html, base))}"></script>`) : ''))
    .replace(mended, (_match, name: string, address: string) => `${name}${onDisk(address, file, base)}"`)
    // The folder with the text that is searched; its scripts are loaded by name.
    .replace(/\sdata-plain="([^"]*)"/g, (_match, address: string) => ` data-plain="${root}${address.slice(base.length + 1)}"`)
    .replace(/\sdata-pagefind="[^"]*"/g, '')
    .replace(/(<meta http-equiv="refresh" content="[^"]*?url=)([^"]*)"/g, (_match, before: string, address: string) => `${before}${onDisk(address, file, base)}"`)
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/, (_match, before: string, policy: string) => `${before}${diskPolicy(policy)}"`)
    // A QR code of a file on somebody's memory stick would lead nowhere.
    .replace(/<print-facts\b/g, `${noQr}<print-facts`)
    .replace('<meta name="viewport"', `${start}<meta name="viewport"`);
}
