import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { contentReload } from './src/integrations/content-reload.ts';
import { filterStyles } from './src/integrations/filter-styles.ts';
import { shippedPackages } from './src/integrations/shipped-packages.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { markdownContext } from './src/integrations/markdown-context.ts';
import { rehypePlugins, remarkPlugins } from './src/markdown/plugins.ts';

const base = process.env.BASE ?? '/';

export default defineConfig({
  // The operator's own address, for canonical links: SITE=https://example.org npm run build
  ...(process.env.SITE && { site: process.env.SITE }),
  base,
  outDir: process.env.OUT_DIR ?? './dist',
  // One place for the data store, so that tests read what the build wrote.
  cacheDir: './.astro/',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never', assets: 'assets' },
  integrations: [mdx({ optimize: true }), searchIndex(), contentReload(), filterStyles(), shippedPackages()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ smartypants: false, remarkPlugins: remarkPlugins(markdownContext(base)), rehypePlugins }),
  },
  vite: {
    // What every page loads is one file; what pages of one kind or a later click need besides takes it from there.
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'site', test: /\/src\/layouts\/(?:site\.client\.ts|Base\.astro)|\/src\/text\/norm\.ts/ }] } } } } } },
    build: {
      // Scripts stay files of their own: the content security policy allows no inline ones.
      assetsInlineLimit: 0,
      target: ['chrome69', 'firefox68', 'safari12'],
      cssTarget: ['chrome81', 'firefox68', 'safari13'],
      // One warning per MDX file about a directive that Astro itself writes.
      rolldownOptions: { onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log) },
    },
  },
});
