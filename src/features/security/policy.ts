/**
 * The content security policy, once: pages carry it in a meta element with the hash of their one style element; the
 * server's headers repeat what holds for every page alike.
 */
const everyPage: Readonly<Record<string, string>> = {
  // Pagefind's worker compiles WebAssembly.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'img-src': "'self' data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  // Whatever writes markup or names a script goes through the one policy of trusted.client.ts, where the browser knows this.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};

const written = (directives: Readonly<Record<string, string>>): string => Object.entries(directives).map(([name, value]) => `${name} ${value}`).join(';');

/** The policy of a page for its meta element. `styleHash` admits the one style element a page may have. */
export const pagePolicy = (styleHash?: string): string => written({ 'default-src': "'self'", ...everyPage, 'style-src': styleHash ? `'self' '${styleHash}'` : "'self'" });

/**
 * The policy that a server sends with everything. It has no default-src and no style-src, since both would forbid the
 * style element that each page admits by its own hash; pages and headers hold together, the narrower wins.
 */
export const headerPolicy = (): string =>
  written({ ...everyPage, 'connect-src': "'self'", 'font-src': "'self'", 'media-src': "'self'", 'manifest-src': "'self'", 'worker-src': "'self'", 'frame-src': "'self'", 'frame-ancestors': "'self'" });
