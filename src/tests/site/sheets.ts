import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { form, type Form } from '../../model/texts.ts';

/** The forms of the content folder by id, as their front matter declares them. */
export const declaredForms = (): Map<string, Form> =>
  new Map(
    readdirSync(join('content', 'forms'))
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => {
        const front = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join('content', 'forms', file), 'utf8'))?.[1] ?? '';
        return [file.replace('.mdx', ''), form.parse(parse(front))] as const;
      }),
  );
