import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/** Where the build notes which packages its browser scripts contain; a test holds the page of licences against it. */
export const shippedNote = join('.astro', 'shipped.json');

const packageOf = (module: string): string | undefined => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module.split('\\').join('/'))?.[1];

/** Notes the packages that went into the scripts for browsers, workers included. */
export const shippedPackages = (): AstroIntegration => {
  const found = new Set<string>();
  const plugin = (isForBrowsers: (environment: string) => boolean) => ({
    name: 'shipped-packages',
    applyToEnvironment: ({ name }: { name: string }) => isForBrowsers(name),
    generateBundle(_options: unknown, bundle: Record<string, { type: string; modules?: Record<string, { renderedLength: number }> }>) {
      for (const file of Object.values(bundle)) for (const [module, { renderedLength }] of Object.entries(file.modules ?? {})) if (renderedLength > 0) found.add(packageOf(module) ?? '');
    },
  });
  return {
    name: 'shipped-packages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin((name) => name === 'client')], worker: { plugins: () => [plugin(() => true)] } } });
      },
      'astro:build:done': () => {
        found.delete('');
        mkdirSync('.astro', { recursive: true });
        writeFileSync(shippedNote, JSON.stringify([...found].sort()));
      },
    },
  };
};
