import type { AstroIntegration } from 'astro';
import { filterRules } from '../styles/filter-rules.ts';

const name = 'virtual:filter-rules.css';

/** Makes the rules of the filters a style sheet that components import like any other. */
export const filterStyles = (): AstroIntegration => ({
  name: 'filter-styles',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'filter-styles',
              resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
              load: (id: string) => (id === `\0${name}` ? filterRules() : undefined),
            },
          ],
        },
      });
    },
  },
});
