import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { textSchemas } from './model/schemas.ts';

const folder = (name: string) => glob({ base: `./content/${name}`, pattern: '**/[^_]*.{md,mdx}' });

export const collections = {
  lessons: defineCollection({ loader: folder('lessons'), schema: textSchemas.lessons }),
  cases: defineCollection({ loader: folder('cases'), schema: textSchemas.cases }),
  essays: defineCollection({ loader: folder('essays'), schema: textSchemas.essays }),
  forms: defineCollection({ loader: folder('forms'), schema: textSchemas.forms }),
};
