import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each layer of src/ may import, beside itself. A feature may import another only through a lower layer. */
const allowed: Record<string, string[]> = {
  text: [],
  model: [],
  markdown: ['text', 'model', 'features', 'components'],
  library: ['text', 'model'],
  components: ['model', 'styles'],
  features: ['text', 'library', 'model', 'components', 'styles'],
  layouts: ['features', 'library', 'model', 'components', 'styles', 'markdown'],
  pages: ['layouts', 'features', 'library', 'model', 'components', 'styles', 'markdown'],
  integrations: ['text', 'markdown', 'features', 'library', 'model', 'styles'],
  lint: ['text', 'model', 'markdown'],
  // Templates know the model, the report counts the library, import looks quotations up, downloads use the reader's own handout code, the benchmark measures search.
  tools: ['text', 'lint', 'features', 'library', 'model'],
  styles: [],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split('\\').join('/'))
  .filter((file) => /\.(ts|astro)$/.test(file) && !/\.test\.ts$/.test(file));

/** Imports of a file that stay inside src, as paths from src. */
const importsOf = (file: string): string[] =>
  [...readFileSync(`src/${file}`, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => posix.normalize(posix.join(dirname(file), match[1] ?? '')));

describe('imports', () => {
  it('run one way', () => {
    const wrong = files.flatMap((file) => {
      const layer = file.split('/')[0] ?? '';
      return importsOf(file)
        .filter((target) => {
          const to = target.split('/')[0] ?? '';
          return allowed[layer] && to !== layer && !allowed[layer].includes(to);
        })
        .map((target) => `${file} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keep astro:content in the library and the content configuration', () => {
    const users = files.filter((file) => /from 'astro:content'/.test(readFileSync(`src/${file}`, 'utf8')));
    expect(users.filter((file) => !file.startsWith('library/') && file !== 'content.config.ts')).toEqual([]);
  });

  it('keep files to one job: none above 300 lines', () => {
    const long = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|astro|mjs)$/.test(file))
      .filter((file) => readFileSync(`src/${file}`, 'utf8').split('\n').length > 300);
    expect(long.map((file) => relative('.', file))).toEqual([]);
  });
});
