import type { AstroIntegration } from 'astro';

/** Reloads the page in `npm run dev` when an author changes a YAML file; Astro itself only watches the MDX folders. */
export const contentReload = (): AstroIntegration => ({
  name: 'content-reload',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.watcher.add('content');
      server.watcher.on('change', (file) => {
        if (!file.endsWith('.yaml')) return;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  },
});
