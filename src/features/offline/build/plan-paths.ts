import { fileOf } from '../manifest.ts';

const inMain = (html: string): string => /<main[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? '';

/** The files of the pages that a page links to inside its main part, without those of its navigation. */
export function linkedFiles(html: string, base: string, has: (file: string) => boolean): string[] {
  const found = [...inMain(html).matchAll(/<a\b[^>]*?\shref="([^"#?]*)/g)]
    .map(([, address = '']) => address)
    .filter((address) => address.startsWith(`${base}/`))
    .map((address) => fileOf(address.slice(base.length + 1)));
  return [...new Set(found)].filter((file) => file.endsWith('.html') && has(file));
}

const titleOf = (html: string): string => (/<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? '').trim();

/**
 * What a plan needs on the day: its page and the leader's, every page either of them links to, and what those pages say of
 * their forms (the blank sheet to print). Lists of the whole site are left out: they are linked from everywhere.
 */
export function planFiles(id: string, read: (file: string) => string, base: string, has: (file: string) => boolean): { title: string; paths: string[] } {
  const own = [`plans/${id}/index.html`, `plans/${id}/leader/index.html`].filter(has);
  const linked = own.flatMap((file) => linkedFiles(read(file), base, has));
  const sheets = linked.map((file) => file.replace(/index\.html$/, 'sheet/index.html')).filter(has);
  const isOne = (file: string) => file.split('/').length > 2;
  return { title: titleOf(read(own[0] ?? '')), paths: [...new Set([...own, ...linked.filter(isOne), ...sheets])] };
}
